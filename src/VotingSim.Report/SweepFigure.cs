using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Report;

/// <summary>What the swept parameters change: a line for one, a heat map for two, a tornado for more or for a sample.</summary>
internal static class SweepFigure
{
    /// <summary>The figure of a crisis; null without a sweep.</summary>
    public static Figure? Of(ReportSection section)
    {
        var plan = section.Content.Plan;
        if (plan.Parameters.Length == 0)
        {
            return null;
        }

        var sweep = new Sweep(section);
        return sweep.Levels switch
        {
            { Length: 1 } => Lines(sweep),
            { Length: 2 } when plan.Sweep.Kind == SweepKind.Grid => HeatMap(sweep),
            _ => plan.Sweep.Kind switch
            {
                SweepKind.Saltelli => Indices(sweep),
                SweepKind.Morris => Effects(sweep),
                SweepKind.Paired or SweepKind.None => null,
                _ => TornadoOf(sweep),
            },
        };
    }

    private static Figure Lines(Sweep sweep) => sweep.Figure(
        "Line",
        $"Mean days until the decision or the end of observation, by {sweep.Parameters[0]}, with simulation error (95 %).",
        narrow =>
        {
            var (section, levels) = (sweep.Section, sweep.Levels[0]);
            var (width, left, top) = (narrow ? 360f : 760f, 48f, 30f);
            var bottom = narrow ? 240f : 320f;
            var canvas = new Canvas(width, bottom + 52 + Canvas.LegendHeight([.. section.Arms.Select(arm => section.NameOf(arm.Arm))], width));
            var all = sweep.Points.SelectMany(point => point.Select(arm => arm.RestrictedMeanDays)).ToArray();
            double[] places = sweep.IsNumeric ? [.. levels.Select(level => level.Number!.Value)] : [.. levels.Select((_, index) => (double)index)];
            var pad = (places.Max() - places.Min()) * 0.05;
            var x = new Axis(places.Min() - pad, places.Max() + pad, [.. places.Zip(levels, (place, level) => (place, Text(level)))]);
            var panel = canvas.Panel(left, top, width - 16, bottom, x,
                Axis.Round(Math.Min(0, all.Min(days => days.Low)), all.Max(days => days.High), 5), verticalGrid: false);
            for (var rule = 0; rule < section.Arms.Length; rule++)
            {
                var look = section.LookOf(section.Arms[rule].Arm);
                double[] days = [.. sweep.Points.Select(point => point[rule].RestrictedMeanDays.Value)];
                panel.Path(places, days, look.Color, look.Line, 2);
                for (var index = 0; index < places.Length; index++)
                {
                    var estimate = sweep.Points[index][rule].RestrictedMeanDays;
                    canvas.Line(panel.X(places[index]), panel.Y(estimate.Low), panel.X(places[index]), panel.Y(estimate.High), look.Color, 2);
                    canvas.Marker(panel.X(places[index]), panel.Y(days[index]), look.Marker, look.Color);
                }
            }

            canvas.Text("Mean days until the decision", 0, 4, bold: true);
            canvas.Text(sweep.Parameters[0], width - 16, bottom + 23, Alignment.UpperRight, bold: true);
            canvas.Legend([.. section.Arms.Select(arm => (section.NameOf(arm.Arm), section.LookOf(arm.Arm)))], 0, bottom + 46, width, lines: true,
                markers: true);
            return canvas;
        });

    private static Figure HeatMap(Sweep sweep) => sweep.Figure(
        "Heat map",
        $"{sweep.Output}, by {sweep.Parameters[0]} (down) and {sweep.Parameters[1]} (across). Blue is sooner{(sweep.IsDifference ? ", orange later "
            + "than the baseline" : "")}. The simulation error (95 %) is at most ± {sweep.HalfWidth} days; it is in the file of numbers.",
        narrow =>
        {
            var (width, columns) = narrow ? (360f, 1) : (760f, Math.Min(2, sweep.Shown.Length));
            var room = (width - (30 * (columns - 1))) / columns;
            var (down, across) = (sweep.Levels[0], sweep.Levels[1]);
            const float labels = 44, row = 28, below = 44;
            var (cell, head) = (Math.Min(80, (room - labels) / across.Length), 44 + sweep.Section.MoreForNames(room));
            var height = head + (row * down.Length) + below;
            var canvas = new Canvas(width, (sweep.Shown.Length + columns - 1) / columns * height);
            var most = sweep.Shown.SelectMany(rule =>
                sweep.Points.Select(point => Math.Abs(sweep.OutputOf(point, rule).Value))).Where(double.IsFinite).DefaultIfEmpty(1).Max();
            for (var index = 0; index < sweep.Shown.Length; index++)
            {
                var rule = sweep.Shown[index];
                var (x, top) = ((index % columns * (room + 30)) + labels, (index / columns * height) + head);
                canvas.Text(sweep.Section.NameOf(sweep.Section.Arms[rule].Arm), x - labels, top - head + 2, bold: true, room: room);
                canvas.Text($"↓ {sweep.Parameters[0]}", x - labels, top - 20, size: 11, color: Palette.Quiet);
                for (var point = 0; point < sweep.Points.Length; point++)
                {
                    var parameters = sweep.Points[point][0].Arm.Parameters;
                    var (line, place) = (down.IndexOf(parameters[0]), across.IndexOf(parameters[1]));
                    var (left, y) = (x + (cell * place), top + (row * line));
                    var days = sweep.OutputOf(sweep.Points[point], rule).Value;
                    var tint = sweep.IsDifference ? Palette.Tint(days < 0 ? Palette.Blue : Palette.Vermilion, Math.Abs(days) / most * 0.9)
                        : Palette.Tint(Palette.Blue, 0.9 * (1 - (days / most)));
                    canvas.Rectangle(left + 0.5f, y + 0.5f, left + cell - 0.5f, y + row - 0.5f, tint);
                    canvas.Text(ReportNumbers.Text(days, "N0"), left + (cell / 2), y + (row / 2), Alignment.MiddleCenter, color: Palette.InkOn(tint));
                }

                foreach (var (level, line) in down.Select((level, line) => (level, line)))
                {
                    canvas.Text(Text(level), x - 8, top + (row * (line + 0.5f)), Alignment.MiddleRight, color: Palette.Quiet);
                }

                foreach (var (level, place) in across.Select((level, place) => (level, place)))
                {
                    canvas.Text(Text(level), x + (cell * (place + 0.5f)), top + (row * down.Length) + 6, Alignment.UpperCenter, color: Palette.Quiet);
                }

                canvas.Text($"{sweep.Parameters[1]} →", x + (cell * across.Length), top + (row * down.Length) + 22,
                    Alignment.UpperRight, 11, color: Palette.Quiet);
            }

            return canvas;
        });

    private static Figure Indices(Sweep sweep)
    {
        var tables = sweep.Shown.Select(rule => (Rule: rule, Table: sweep.TableOf(rule))).Where(entry => entry.Table.Varies).ToArray();
        return Dots(
            sweep,
            "Sobol indices",
            $"Share of the variance of the output ({Lower(sweep.Output)}) that each parameter accounts for: by itself (hollow, first-order) and "
                + "with all its interactions (filled, total), with 95 % bootstrap intervals: the error of having so many design points. Parameters "
                    + "are in the order of the configuration.",
            "share of variance",
            [.. tables.Select(entry => (entry.Rule,
                entry.Table.Parameters.Select(parameter =>
                (Open: parameter.SobolIndex!.Value.First, Filled: (Estimate?)parameter.SobolIndex.Value.Total)).ToArray()))]);
    }

    private static Figure Effects(Sweep sweep)
    {
        var tables = sweep.Shown.Select(rule => (Rule: rule, Table: sweep.TableOf(rule))).Where(entry => entry.Table.Varies).ToArray();
        return Dots(
            sweep,
            "Elementary effects",
            $"Mean size of the elementary effects (Morris's mu*) of each parameter over its whole range, on: {Lower(sweep.Output)}; with 95 % "
                + "intervals: the error of having so many trajectories.",
            sweep.Unit,
            [.. tables.Select(entry => (entry.Rule,
                entry.Table.Parameters.Select(parameter =>
                (Open: parameter.ElementaryEffect!.Value.MeanAbsolute, Filled: (Estimate?)null)).ToArray()))]);
    }

    private static Figure Dots(Sweep sweep, string kind, string caption, string unit, (int Rule, (Estimate Open, Estimate? Filled)[] Rows)[] tables)
    {
        var names = sweep.Parameters;
        var figure = sweep.Figure(kind, caption, narrow =>
        {
            var width = narrow ? 360f : 760f;
            var labels = narrow ? 0 : names.Max(name => ChartFont.Width(name, Canvas.TextSize)) + 12;
            var (row, head) = (narrow ? 42f : 30f, 28 + sweep.Section.MoreForNames(width));
            const float below = 54;
            var block = head + (row * names.Length) + below;
            var canvas = new Canvas(width, Math.Max(1, tables.Length) * block);
            for (var index = 0; index < tables.Length; index++)
            {
                var (rule, rows) = tables[index];
                var (top, left, right) = ((index * block) + head, labels + 4, width - 16);
                var ends = rows.SelectMany(pair => new[] { pair.Open, pair.Filled ?? pair.Open }).SelectMany(end =>
                    new[] { end.Value, end.Low, end.High }).Where(double.IsFinite).Append(0).ToArray();
                var panel = canvas.Panel(left, top, right, top + (row * rows.Length), Axis.Round(ends.Min(), ends.Max(), narrow ? 4 : 7),
                    Axis.Bare(0, rows.Length), horizontalGrid: false);
                canvas.Text(sweep.Section.NameOf(sweep.Section.Arms[rule].Arm), 0, top - head + 2, bold: true, room: width);
                canvas.Line(panel.X(0), top, panel.X(0), top + (row * rows.Length), Palette.Quiet, 1.2f);
                for (var place = 0; place < rows.Length; place++)
                {
                    var y = top + (row * (place + (narrow ? 0.72f : 0.5f)));
                    canvas.Text(names[place], narrow ? 4 : left - 8, narrow ? y - 19 : y, narrow ? Alignment.MiddleLeft : Alignment.MiddleRight);
                    End(canvas, panel, rows[place].Open, rows[place].Filled is null ? y : y - 5, open: rows[place].Filled is not null);
                    if (rows[place].Filled is { } filled)
                    {
                        End(canvas, panel, filled, y + 5, open: false);
                    }
                }

                canvas.Text(unit, right, top + (row * rows.Length) + 24, Alignment.UpperRight, bold: true);
            }

            return canvas;
        });
        return figure with
        {
            Description = $"{figure.Description} {string.Join(" ", tables.Select(table => $"{Name(table.Rule)}: {Ends(table.Rows)}."))}",
        };

        string Name(int rule) => sweep.Section.Quoted(sweep.Section.Arms[rule].Arm);

        string Ends((Estimate Open, Estimate? Filled)[] rows) => string.Join("; ", names.Zip(rows, (name, pair) =>
            $"{name} {ReportNumbers.Full(pair.Open, "0.00")}{(pair.Filled is { } total ? $", total {ReportNumbers.Full(total, "0.00")}" : "")}"));
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static void End(Canvas canvas, Panel panel, Estimate end, float y, bool open)
    {
        if (double.IsFinite(end.Low) && double.IsFinite(end.High))
        {
            canvas.Line(panel.X(end.Low), y, panel.X(end.High), y, Palette.Ink, 1.4f);
        }

        if (double.IsFinite(end.Value))
        {
            canvas.Marker(panel.X(end.Value), y, MarkerShape.FilledCircle, Palette.Ink, 8, open);
        }
    }

    private static Figure TornadoOf(Sweep sweep)
    {
        var isGrid = sweep.Section.Content.Plan.Sweep.Kind == SweepKind.Grid;
        var tables = sweep.Shown.Select(rule =>
            (Rule: rule, Mean: sweep.Points.Average(point => sweep.OutputOf(point, rule).Value), Bars: sweep.TableOf(rule).Tornado)).ToArray();
        var figure = sweep.Figure(
            "Tornado",
            $"{sweep.Output}, at the low end (hollow) and the high end (filled) of each parameter: means over {(isGrid ? "its lowest and its "
                + "highest level" : "the lowest and the highest fifth of its range, with 95 % intervals: the error of having so many design "
                    + "points")}. The line in the middle is the mean over all {sweep.Points.Length} design points. Widest first.",
            narrow =>
            {
                var width = narrow ? 360f : 760f;
                var names = sweep.Parameters;
                var labels = narrow ? 0 : names.Max(name => ChartFont.Width(name, Canvas.TextSize)) + 12;
                var (row, head) = (narrow ? 42f : 30f, 28 + sweep.Section.MoreForNames(width));
                const float below = 54;
                var block = head + (row * names.Length) + below;
                var canvas = new Canvas(width, block * tables.Length);
                for (var index = 0; index < tables.Length; index++)
                {
                    var (rule, mean, bars) = tables[index];
                    var (top, left, right) = ((index * block) + head, labels + 4, width - 16);
                    var ends = bars.SelectMany(bar => new[] { bar.Low, bar.High }).SelectMany(end =>
                        new[] { end.Value, end.Low, end.High }).Where(double.IsFinite).Append(mean).ToArray();
                    var panel = canvas.Panel(left, top, right, top + (row * bars.Length), Axis.Round(ends.Min(), ends.Max(), narrow ? 4 : 7),
                        Axis.Bare(0, bars.Length), horizontalGrid: false);
                    canvas.Text(sweep.Section.NameOf(sweep.Section.Arms[rule].Arm), 0, top - head + 2, bold: true, room: width);
                    canvas.Line(panel.X(mean), top, panel.X(mean), top + (row * bars.Length), Palette.Quiet, 1.2f);
                    for (var bar = 0; bar < bars.Length; bar++)
                    {
                        var y = top + (row * (bar + (narrow ? 0.72f : 0.5f)));
                        canvas.Text(names[bars[bar].Parameter], narrow ? 4 : left - 8, narrow ? y - 19 : y, narrow ? Alignment.MiddleLeft
                            : Alignment.MiddleRight);
                        var (from, to) = (panel.X(Math.Min(bars[bar].Low.Value, bars[bar].High.Value)),
                            panel.X(Math.Max(bars[bar].Low.Value, bars[bar].High.Value)));
                        canvas.Rectangle(from, y - 9, to, y + 9, Palette.Tint(Palette.Blue, 0.35));
                        End(canvas, panel, bars[bar].Low, y - 4, open: true);
                        End(canvas, panel, bars[bar].High, y + 4, open: false);
                    }

                    canvas.Text(sweep.Unit, right, top + (row * bars.Length) + 24, Alignment.UpperRight, bold: true);
                }

                return canvas;
            });
        return figure with { Description = $"{figure.Description} {string.Join(" ", tables.Select(table => Widest(table.Rule, table.Bars[0])))}" };

        string Widest(int rule, TornadoBar bar) =>
            $"{sweep.Section.Quoted(sweep.Section.Arms[rule].Arm)}: widest bar {sweep.Parameters[bar.Parameter]}, "
            + $"from {ReportNumbers.Full(bar.Low, "N1")} to {ReportNumbers.Full(bar.High, "N1")} days.";
    }

    private static string Text(ParameterValue level) => level.Number is { } number ? SignificantDigits.Text(number)
        : level.Text;

    /// <summary>The design points of a crisis and what is shown of them.</summary>
    private sealed class Sweep
    {
        public Sweep(ReportSection section)
        {
            Section = section;
            var plan = section.Content.Plan;
            Points = [.. section.Content.Summary.Arms.Where(arm => arm.Arm.Crisis == section.Crisis.Name).GroupBy(arm =>
                arm.Arm.Baseline).Select(arms => arms.ToImmutableArray())];
            Levels = [.. plan.Parameters.Select((_, index) => Points.Select(point => point[0].Arm.Parameters[index]).Distinct().ToImmutableArray())];
        }

        public ReportSection Section { get; }

        public ImmutableArray<ImmutableArray<ArmSummary>> Points { get; }

        public ImmutableArray<ImmutableArray<ParameterValue>> Levels { get; }

        public ImmutableArray<string> Parameters => Section.Content.Plan.Parameters;

        public bool IsNumeric => Levels.All(levels => levels.All(level => level.Number.HasValue));

        public bool IsDifference => Section.Arms.Length > 1;

        /// <summary>Places of the rules that have a panel.</summary>
        public ImmutableArray<int> Shown => IsDifference ? [.. Enumerable.Range(1, Math.Min(4, Section.Arms.Length - 1))] : [0];

        public string Output => IsDifference
            ? $"Mean days until the decision, rule less {Section.Quoted(Section.Baseline.Arm)} (below 0 decides earlier)"
                : "Mean days until the decision or the end of observation";

        public string Unit => IsDifference ? $"days, less those of {Section.NameOf(Section.Baseline.Arm)}" : "days";

        public string HalfWidth => ReportNumbers.Text(
            Shown.SelectMany(rule => Points.Select(point => OutputOf(point, rule))).Select(days =>
                (days.High - days.Low) / 2).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max(), "N1");

        public Estimate OutputOf(ImmutableArray<ArmSummary> point, int rule) => IsDifference
            ? Section.Content.Summary.ComparisonOf(point[rule].Arm)?.RestrictedMeanDifference ?? Estimate.Undefined : point[rule].RestrictedMeanDays;

        /// <summary>How much each parameter matters to the output of a rule.</summary>
        public SensitivityEstimates TableOf(int rule) => SensitivityAnalysis.Table(
            Section.Content.Plan, "output", [.. Points.Select(point => point[rule].Arm)], [.. Points.Select(point => OutputOf(point, rule).Value)]);

        public Figure Figure(string kind, string caption, Func<bool, Canvas> draw)
        {
            var extremes = Shown.Select(rule =>
            {
                var outputs = Points.Select(point => OutputOf(point, rule)).Where(days => double.IsFinite(days.Value)).ToArray();
                return outputs.Length == 0 ? ""
                    : $"{Section.Quoted(Section.Arms[rule].Arm)} from {ReportNumbers.Full(outputs.MinBy(days => days.Value), "N1")} to "
                        + $"{ReportNumbers.Full(outputs.MaxBy(days => days.Value), "N1")} days";
            });
            return new()
            {
                Name = $"sweep-{Section.Id}",
                Title = $"What the swept parameters change: {Section.Title}",
                Description = $"{kind} over {Points.Length} design points. {Output}: {string.Join("; ", extremes)}.",
                Caption = caption,
                Columns = ["arm", "rule", .. Parameters, "rmst_days", "rmst_days_low", "rmst_days_high", "rmst_difference", "rmst_difference_low",
                    "rmst_difference_high"],
                Rows =
                [
                    .. Points.SelectMany(point => point.Select(arm =>
                    {
                        var difference = Section.Content.Summary.ComparisonOf(arm.Arm)?.RestrictedMeanDifference ?? Estimate.Undefined;
                        return (ImmutableArray<string>)
                        [
                            arm.Arm.Id, arm.Arm.Rule, .. arm.Arm.Parameters.Select(value => value.Text),
                                ReportNumbers.Plain(arm.RestrictedMeanDays.Value), ReportNumbers.Plain(arm.RestrictedMeanDays.Low),
                            ReportNumbers.Plain(arm.RestrictedMeanDays.High), ReportNumbers.Plain(difference.Value),
                                ReportNumbers.Plain(difference.Low), ReportNumbers.Plain(difference.High),
                        ];
                    })),
                ],
                Draw = draw,
            };
        }
    }
}
