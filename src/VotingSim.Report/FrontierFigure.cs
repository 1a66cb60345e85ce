using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Report;

/// <summary>Speed against agreement, outvoting, distance from the status quo and the least satisfied member, each over worlds.</summary>
internal static class FrontierFigure
{
    // More labels than these do not fit beside their points.
    private const int MostLabels = 4;
    private const float MarkerSize = 10;
    private const float RingWidth = 11;
    private const float ArmRoom = 2;
    private const float Together = 5; // pixels: nearer markers would cover one another

    private static readonly ImmutableArray<string> Shown = ["agreement_index", "outvoted", "mean_shift", "min_utility"];

    /// <summary>The figure; null where there are no two rules to compare.</summary>
    public static Figure? Of(ReportSection section)
    {
        var frontiers = Shown.Select(section.Frontier).OfType<Frontier>().Where(frontier => frontier.Points.Length > 1).ToArray();
        if (frontiers.Length == 0)
        {
            return null;
        }

        return new()
        {
            Name = $"frontier-{section.Id}",
            Title = $"Speed and what it is set against: {section.Title}",
            Description = string.Join(" ", frontiers.Select(frontier => Describe(section, frontier))),
            Caption = "The day of the decision (or the end of observation) against four things that are wanted, over worlds: a marker is the middle "
                + "world, its arms the middle half "
                + "of the worlds in either direction. Better is up and to the left. A hollow marker is a rule that another one beats on average in "
                    + "both, in the same worlds. Markers within one another are rules at the same place.",
            Columns =
            [
                "arm", "rule", "measure", "days_p25", "days_p50", "days_p75", "value_p25", "value_p50", "value_p75", "rmst_days", "rmst_days_low",
                    "rmst_days_high",
                "mean", "mean_low", "mean_high", "dominated_by",
            ],
            Rows =
            [
                .. frontiers.SelectMany(frontier => frontier.Points.Select(point => (ImmutableArray<string>)
                [
                    point.Arm.Id, point.Arm.Rule, frontier.Measure.Name, .. Spread(point.Days), .. Spread(point.Values),
                        .. ReportNumbers.Plain(point.RestrictedMeanDays),
                    .. ReportNumbers.Plain(point.Mean), string.Join(' ', point.DominatedBy.Select(arm => arm.Id)),
                ])),
            ],
            Draw = narrow => Draw(section, frontiers, narrow),
        };
    }

    /// <summary>A measure in words.</summary>
    private static string NameOf(string measure) => measure switch
    {
        "agreement_index" => "Agreement of the last ballots",
        "outvoted" => "Members outvoted",
        "mean_shift" => "Distance from the status quo",
        _ => "Utility of the least satisfied",
    };

    private static string Format(string measure) => measure switch
    {
        "outvoted" => "0.#",
        "mean_shift" => "0.0",
        _ => "0.00",
    };

    private static IEnumerable<string> Spread(WorldSpread spread) =>
        [ReportNumbers.Plain(spread.P25), ReportNumbers.Plain(spread.P50), ReportNumbers.Plain(spread.P75)];

    private static string Describe(ReportSection section, Frontier frontier)
    {
        var format = Format(frontier.Measure.Name);
        var points = frontier.Points.Select(point =>
            $"{section.Quoted(point.Arm)} day {WorldWords.Of(point.Days, "N0")}, {WorldWords.Of(point.Values, format)}"
            + (point.IsOnFrontier ? "" : $", dominated by {ReportNumbers.List([.. point.DominatedBy.Select(section.Quoted)])}"));
        return $"{NameOf(frontier.Measure.Name)} in the middle world: {string.Join("; ", points)}.";
    }

    private static Canvas Draw(ReportSection section, Frontier[] frontiers, bool narrow)
    {
        var (width, high, columns) = (narrow ? 360f : 760f, narrow ? 210f : 220f, narrow ? 1 : 2);
        var names = frontiers[0].Points.Select(point => Label(section, frontiers[0], point)).ToArray();
        var keys = Canvas.LegendHeight([.. names.Select(name => name + "   ")], width) + 14;
        var block = high + 86;
        var canvas = new Canvas(width, keys + ((frontiers.Length + columns - 1) / columns * block));
        canvas.Legend([.. frontiers[0].Points.Zip(names, (point, name) => (name, section.LookOf(point.Arm)))], 0, 0, width, lines: false,
            markers: true);
        for (var index = 0; index < frontiers.Length; index++)
        {
            var wide = narrow ? width : (width - 28) / 2;
            Draw(canvas, section, frontiers[index], index % columns * (wide + 28), keys + (index / columns * block), (wide, high), narrow);
        }

        return canvas;
    }

    private static void Draw(Canvas canvas, ReportSection section, Frontier frontier, float x, float y, (float Wide, float High) size, bool narrow)
    {
        var points = frontier.Points;
        var (left, top, right, bottom) = (x + 44, y + 30, x + size.Wide - 12, y + 30 + size.High);
        var days = Padded(points.Min(point => point.Days.P25), points.Max(point => point.Days.P75), narrow ? 4 : 5, 0, double.PositiveInfinity);
        var sign = frontier.Measure.MoreIsBetter ? 1 : -1;
        var values = Padded(points.Min(point => point.Values.P25), points.Max(point => point.Values.P75), 4, frontier.Measure.Name == "min_utility"
            ? double.NegativeInfinity : 0, IsShare(frontier) ? 1 : double.PositiveInfinity);
        var panel = canvas.Panel(left, top, right, bottom, days, sign > 0 ? values : Turned(values));
        var best = points.Where(point => point.IsOnFrontier).OrderBy(point => point.Days.P50).ToArray();
        panel.Path([.. best.Select(point => point.Days.P50)], [.. best.Select(point => sign * point.Values.P50)], Palette.Quiet, Palette.Dots, 1.4f);
        foreach (var point in points)
        {
            var look = section.LookOf(point.Arm);
            var (px, py) = (panel.X(point.Days.P50), panel.Y(sign * point.Values.P50));
            canvas.Line(panel.X(point.Days.P25), py, panel.X(point.Days.P75), py, look.Color, 2.4f);
            canvas.Line(px, panel.Y(sign * point.Values.P25), px, panel.Y(sign * point.Values.P75), look.Color, 2.4f);
        }

        Markers(canvas, panel, section, points, sign);

        if (points.Length > MostLabels)
        {
            Numbers(canvas, panel, points, sign, (left, top, right, bottom));
        }

        canvas.Text($"{NameOf(frontier.Measure.Name)}{(sign > 0 ? "" : " (fewer is up)")}", x, y + 2, bold: true);
        canvas.Text("day of the decision", right, bottom + 24, Alignment.UpperRight, bold: true);
        canvas.Text("← faster", left, bottom + 24, color: Palette.Quiet);
    }

    // Rules at one place lie in one another, the first innermost, with a white edge between them: moving them apart would tell an untruth.
    private static void Markers(Canvas canvas, Panel panel, ReportSection section, ImmutableArray<FrontierPoint> points, int sign)
    {
        var places = points.Select(point => (X: panel.X(point.Days.P50), Y: panel.Y(sign * point.Values.P50))).ToArray();
        for (var index = points.Length - 1; index >= 0; index--)
        {
            var ((x, y), look) = (places[index], section.LookOf(points[index].Arm));
            var size = SizeOf(places, index);
            if (places.Skip(index + 1).Any(IsHere))
            {
                canvas.Marker(x, y, look.Marker, Palette.White, size + 4);
            }

            canvas.Marker(x, y, look.Marker, look.Color, size, open: !points[index].IsOnFrontier);

            bool IsHere((float X, float Y) other) => Math.Abs(other.X - x) < Together && Math.Abs(other.Y - y) < Together;
        }
    }

    private static float SizeOf((float X, float Y)[] places, int index) => MarkerSize + (RingWidth * places.Take(index).Count(other =>
        Math.Abs(other.X - places[index].X) < Together && Math.Abs(other.Y - places[index].Y) < Together));

    // Many rules are told apart by their places in the list of keys. No number lies on a marker or on an arm.
    private static void Numbers(Canvas canvas, Panel panel, ImmutableArray<FrontierPoint> points, int sign,
        (float Left, float Top, float Right, float Bottom) area)
    {
        var places = new LabelPlaces(area.Left, area.Top, area.Right, area.Bottom);
        var middles = points.Select(point => (X: panel.X(point.Days.P50), Y: panel.Y(sign * point.Values.P50))).ToArray();
        foreach (var (point, index) in points.Select((point, index) => (point, index)))
        {
            var ((px, py), half) = (middles[index], (SizeOf(middles, index) / 2) + 1);
            var (low, high) = (panel.Y(sign * point.Values.P25), panel.Y(sign * point.Values.P75));
            places.Point(px, py);
            places.Keep(px - half, py - half, px + half, py + half);
            places.Keep(panel.X(point.Days.P25), py - ArmRoom, panel.X(point.Days.P75), py + ArmRoom);
            places.Keep(px - ArmRoom, Math.Min(low, high), px + ArmRoom, Math.Max(low, high));
        }

        for (var index = 0; index < points.Length; index++)
        {
            var (px, py) = middles[index];
            var text = $"{index + 1}";
            var wide = ChartFont.Width(text, 11.5f);
            var (lx, ly) = places.Find(px, py, wide);
            var own = Distance(middles[index]);
            if (Math.Abs(ly - py) > 24 || middles.Any(other => Distance(other) < own - 2))
            {
                canvas.Line(px, py, Math.Clamp(px, lx, lx + wide), ly + (ly < py ? 6 : -6), Palette.Quiet, 0.7f);
            }

            canvas.Text(text, lx, ly, Alignment.MiddleLeft, 11.5f);

            float Distance((float X, float Y) place) => float.Hypot(lx + (wide / 2) - place.X, ly - place.Y);
        }
    }

    private static string Label(ReportSection section, Frontier frontier, FrontierPoint point) =>
        frontier.Points.Length > MostLabels ? $"{frontier.Points.IndexOf(point) + 1}  {section.NameOf(point.Arm)}" : section.NameOf(point.Arm);

    // Upside down: less is better.
    private static Axis Turned(Axis axis) => new(-axis.High, -axis.Low, [.. axis.Ticks.Select(tick => (-tick.Position, tick.Label))]);

    private static bool IsShare(Frontier frontier) => frontier.Measure.Name is "agreement_index" or "min_utility";

    private static Axis Padded(double low, double high, int most, double least, double greatest)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            return Axis.Bare(0, 1);
        }

        var pad = Math.Max((high - low) * 0.1, 0.01);
        return Axis.Round(Math.Max(least, low - pad), Math.Min(greatest, high + pad), most);
    }
}
