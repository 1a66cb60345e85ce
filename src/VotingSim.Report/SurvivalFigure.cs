using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;
using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>Survival curves with their bands, and the numbers at risk below them.</summary>
internal static class SurvivalFigure
{
    /// <summary>More rules than this have a panel each.</summary>
    private const int MostInOnePanel = 6;

    /// <summary>The figure; null where there are no curves.</summary>
    public static Figure? Of(ReportSection section)
    {
        if (section.Arms.Any(arm => arm.Survival.Days.Length == 0))
        {
            return null;
        }

        var shown = section.Arms.Select(arm => $"{section.Quoted(arm.Arm)} {Median(arm, section.Horizon)}");
        return new()
        {
            Name = $"survival-{section.Id}",
            Title = $"Time to decision: {section.Title}",
            Description = $"Share of deliberations still undecided by day, one curve a rule. Days by which half have decided, with simulation "
                + $"error: {string.Join("; ", shown)}.",
            Caption = "Share of deliberations still undecided on each day (Kaplan-Meier), over all worlds; the bands are simulation error "
                + "(pointwise, 95 %). A curve that falls sooner decides sooner.",
            Columns = ["arm", "rule", "day", "undecided", "low", "high", "at_risk"],
            Rows =
            [
                .. section.Arms.SelectMany(arm => arm.Survival.Days.Select((day, step) => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, ReportNumbers.Plain(day), ReportNumbers.Plain(arm.Survival.Survival[step]),
                        ReportNumbers.Plain(arm.Survival.Low[step]), ReportNumbers.Plain(arm.Survival.High[step]),
                    arm.Survival.AtRisk[step].ToString(CultureInfo.InvariantCulture),
                ])),
            ],
            Draw = narrow => section.Arms.Length > MostInOnePanel ? Panels(section, narrow) : OnePanel(section, narrow),
        };
    }

    /// <summary>The median in words, also where fewer than half decide.</summary>
    public static string Median(ArmSummary arm, double horizon) => double.IsFinite(arm.MedianDays.Value)
        ? $"day {ReportNumbers.Value(arm.MedianDays, "N0")} [{ReportNumbers.Text(arm.MedianDays.Low, "N0")}, "
            + $"{(double.IsFinite(arm.MedianDays.High) ? ReportNumbers.Text(arm.MedianDays.High, "N0") : $"after "
                + $"{ReportNumbers.Text(horizon, "N0")}")}]"
        : $"not within {ReportNumbers.Text(horizon, "N0")} days";

    /// <summary>How many are undecided before a day.</summary>
    public static long AtRisk(ArmSummary arm, double day)
    {
        var curve = arm.Survival;
        for (var step = 0; step < curve.Days.Length; step++)
        {
            if (curve.Days[step] >= day)
            {
                return curve.AtRisk[step];
            }
        }

        return 0;
    }

    /// <summary>Days at which a table of the curve is given: those of the axis.</summary>
    public static IReadOnlyList<double> Days(ReportSection section) => [.. DaysAxis(section, 5).Ticks.Select(tick => tick.Position)];

    private static Axis DaysAxis(ReportSection section, int most)
    {
        var last = section.Arms.Max(arm =>
        {
            var step = Array.FindIndex([.. arm.Survival.Survival], share => share < 0.005);
            return step < 0 ? section.Horizon : arm.Survival.Days[step];
        });
        return Axis.Round(0, last > 0.75 * section.Horizon ? section.Horizon : last * 1.06, most, exact: true);
    }

    private static Canvas OnePanel(ReportSection section, bool narrow)
    {
        var names = section.Arms.Select(arm => section.NameOf(arm.Arm)).ToArray();
        var (width, rows) = (narrow ? 360f : 760f, section.Arms.Length);
        var days = DaysAxis(section, narrow ? 4 : 8);
        var left = narrow ? 36f : Math.Max(60, 68 + names.Max(name => TextLines.Width(name, TextLines.ForNames)));
        var line = 20 + TextLines.Beyond(names, TextLines.ForNames);
        var (top, bottom, right) = (30f, narrow ? 260f : 330f, width - 18);
        var canvas = new Canvas(width, bottom + 44 + (narrow ? Canvas.LegendHeight(names, width) + 6 : 28 + (line * rows)));
        var panel = canvas.Panel(left, top, right, bottom, days, Axis.Round(0, 1, 4, exact: true, scale: 100), verticalGrid: false);
        foreach (var arm in section.Arms)
        {
            Draw(panel, arm.Survival, section.LookOf(arm.Arm), days.High);
        }

        canvas.Text("Still undecided, %", narrow ? 0 : left - 30, 4, bold: true);
        canvas.Text("Days from the event", right, bottom + 23, Alignment.UpperRight, bold: true);
        Horizon(canvas, panel, section, days, bottom, top, narrow);
        if (narrow)
        {
            canvas.Legend([.. section.Arms.Select(arm => (section.NameOf(arm.Arm), section.LookOf(arm.Arm)))], 0, bottom + 50, width, lines: true,
                markers: false);
            return canvas;
        }

        canvas.Text("Number at risk", 0, bottom + 23, bold: true);
        foreach (var (arm, row) in section.Arms.Select((arm, row) => (arm, row)))
        {
            var y = bottom + 56 + (line * row) + ((line - 20) / 2);
            canvas.Key(0, y, section.LookOf(arm.Arm), line: true, marker: false);
            canvas.Text(names[row], 34, y, Alignment.MiddleLeft, room: TextLines.ForNames);
            foreach (var (day, _) in days.Ticks)
            {
                canvas.Text(ReportNumbers.Count(AtRisk(arm, day)), panel.X(day), y, Alignment.MiddleCenter, color: Palette.Quiet);
            }
        }

        return canvas;
    }

    private static Canvas Panels(ReportSection section, bool narrow)
    {
        var others = section.Arms.Skip(1).ToArray();
        var (columns, width) = narrow ? (2, 360f) : (4, 760f);
        var days = DaysAxis(section, narrow ? 2 : 3);
        const float left = 34, gap = 14, high = 112, top = 46;
        var wide = (width - left - 12 - (gap * (columns - 1))) / columns;
        var more = section.MoreForNames(wide + gap - 4);
        var step = 172 + more;
        var rows = (others.Length + columns - 1) / columns;
        var canvas = new Canvas(width, top + (rows * step) + 6);
        canvas.Text("Still undecided, %, by days from the event", 0, 2, bold: true);
        var baseline = section.LookOf(section.Baseline.Arm) with { Line = Palette.Reference };
        canvas.Key(0, 30, baseline, line: true, marker: false);
        canvas.Text(section.NameOf(section.Baseline.Arm), 34, 30, Alignment.MiddleLeft);
        var next = 34 + ChartFont.Width(section.NameOf(section.Baseline.Arm), Canvas.TextSize) + 18;
        var own = new SeriesStyle(Palette.Blue, LinePattern.Solid, MarkerShape.None);
        canvas.Key(next, 30, own, line: true, marker: false);
        canvas.Text("the rule of the panel", next + 34, 30, Alignment.MiddleLeft);
        for (var index = 0; index < others.Length; index++)
        {
            var (column, row) = (index % columns, index / columns);
            var x = left + (column * (wide + gap));
            var y = top + (row * step) + 28 + more;
            var shares = Axis.Round(0, 1, 2, exact: true, scale: 100);
            var panel = canvas.Panel(x, y, x + wide, y + high, days, column == 0 ? shares
                : shares with { Ticks = [.. shares.Ticks.Select(tick => (tick.Position, ""))] }, verticalGrid: false);
            Draw(panel, section.Baseline.Survival, baseline, days.High, band: false);
            Draw(panel, others[index].Survival, own, days.High);
            canvas.Text(section.NameOf(others[index].Arm), x, y - 18 - more, bold: true, room: wide + gap - 4);
        }

        return canvas;
    }

    private static void Draw(Panel panel, SurvivalCurve curve, SeriesStyle look, double until, bool band = true)
    {
        // The steps up to the end of the axis, and the last level as far as that.
        var steps = curve.Days.Count(day => day <= until);
        double[] days = [.. curve.Days.Take(steps), until];
        if (band)
        {
            panel.Band(days, To(curve.Low), To(curve.High), look.Color);
        }

        panel.Path(days, To(curve.Survival), look.Color, look.Line, 2.2f, steps: true);

        double[] To(ImmutableArray<double> values) =>
            [.. values.Take(steps).Select((value, step) => double.IsNaN(value) ? curve.Survival[step] : value), Last(values)];

        double Last(ImmutableArray<double> values) => double.IsNaN(values[steps - 1]) ? curve.Survival[steps - 1] : values[steps - 1];
    }

    private static void Horizon(Canvas canvas, Panel panel, ReportSection section, Axis days, float bottom, float top, bool narrow)
    {
        if (days.High >= section.Horizon)
        {
            canvas.Line(panel.X(section.Horizon), top, panel.X(section.Horizon), bottom, Palette.Quiet, 1, Palette.Dots);
            canvas.Text($"observation ends, day {ReportNumbers.Text(section.Horizon, "N0")}", panel.X(section.Horizon), narrow ? 16 : 12,
                Alignment.UpperRight, 11, color: Palette.Quiet);
        }
    }
}
