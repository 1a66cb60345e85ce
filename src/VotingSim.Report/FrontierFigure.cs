using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>Speed against cohesion: which rules another one beats in both.</summary>
internal static class FrontierFigure
{
    // More labels than these do not fit beside their points.
    private const int MostLabels = 6;

    /// <summary>The measures that are drawn.</summary>
    public static ImmutableArray<string> Shown { get; } = ["agreement_index", "positional_cohesion"];

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
            Name = $"frontier-{section.Crisis.Name}",
            Title = $"Speed and cohesion: {section.Title}",
            Description = string.Join(" ", frontiers.Select(frontier => Describe(section, frontier))),
            Caption = "Mean days until the decision (or the end of observation) against mean cohesion, both with 95 % intervals; better is up and to the left. A hollow marker is a rule that another one dominates: faster and more cohesive in the same worlds.",
            Columns = ["arm", "rule", "cohesion_measure", "rmst_days", "rmst_days_low", "rmst_days_high", "cohesion", "cohesion_low", "cohesion_high", "dominated_by"],
            Rows =
            [
                .. frontiers.SelectMany(frontier => frontier.Points.Select(point => (ImmutableArray<string>)
                [
                    point.Arm.Id, point.Arm.Rule, frontier.Measure.Name,
                    ReportNumbers.Plain(point.RestrictedMeanDays.Value), ReportNumbers.Plain(point.RestrictedMeanDays.Low), ReportNumbers.Plain(point.RestrictedMeanDays.High),
                    ReportNumbers.Plain(point.Mean.Value), ReportNumbers.Plain(point.Mean.Low), ReportNumbers.Plain(point.Mean.High),
                    string.Join(' ', point.DominatedBy.Select(arm => arm.Id)),
                ])),
            ],
            Draw = narrow => Draw(section, frontiers, narrow),
        };
    }

    /// <summary>A measure of cohesion in words.</summary>
    public static string NameOf(string measure) => measure == "agreement_index" ? "agreement of the last ballots" : "closeness of opinions at the end";

    private static string Describe(ReportSection section, Frontier frontier)
    {
        var points = frontier.Points.Select(point =>
            $"{section.Quoted(point.Arm)} {ReportNumbers.Full(point.RestrictedMeanDays, "N1")} days, {ReportNumbers.Full(point.Mean, "0.000")}{(point.IsOnFrontier ? "" : $", dominated by {ReportNumbers.List([.. point.DominatedBy.Select(section.Quoted)])}")}");
        return $"Mean days and {NameOf(frontier.Measure.Name)} (0 to 1), with 95 % intervals: {string.Join("; ", points)}.";
    }

    private static Canvas Draw(ReportSection section, Frontier[] frontiers, bool narrow)
    {
        var (width, high) = narrow ? (360f, 250f) : (760f, 290f);
        var points = frontiers[0].Points;
        var (isNumbered, columns) = (points.Length > MostLabels, narrow ? 1 : 3);
        var lines = isNumbered ? (points.Length + columns - 1) / columns : 0;
        var below = (narrow ? frontiers.Length : 1) * (high + 92);
        var canvas = new Canvas(width, below + (20 * lines));
        for (var index = 0; index < points.Length && isNumbered; index++)
        {
            var (x, y, look) = (index / lines * (width / columns), below + (20 * (index % lines)) + 4, section.LookOf(points[index].Arm));
            canvas.Marker(x + 8, y, look.Marker, look.Color, 8, open: !points[index].IsOnFrontier);
            canvas.Text(Label(section, points[index], index), x + 22, y, Alignment.MiddleLeft);
        }

        for (var index = 0; index < frontiers.Length; index++)
        {
            var wide = narrow ? width : (width - 28) / 2;
            var (x, y) = narrow ? (0f, index * (high + 92)) : (index * (wide + 28), 0f);
            Draw(canvas, section, frontiers[index], x, y, wide, high, narrow);
        }

        return canvas;
    }

    private static void Draw(Canvas canvas, ReportSection section, Frontier frontier, float x, float y, float wide, float high, bool narrow)
    {
        var points = frontier.Points;
        var (left, top, right, bottom) = (x + 44, y + 34, x + wide - 12, y + 34 + high);
        var days = Padded(points.Min(point => Ends(point.RestrictedMeanDays).Low), points.Max(point => Ends(point.RestrictedMeanDays).High), narrow ? 4 : 5, 0, double.PositiveInfinity);
        var cohesion = Padded(points.Min(point => Ends(point.Mean).Low), points.Max(point => Ends(point.Mean).High), 5, 0, 1);
        var panel = canvas.Panel(left, top, right, bottom, days, cohesion);
        var best = points.Where(point => point.IsOnFrontier).OrderBy(point => point.RestrictedMeanDays.Value).ToArray();
        panel.Path([.. best.Select(point => point.RestrictedMeanDays.Value)], [.. best.Select(point => point.Mean.Value)], Palette.Quiet, Palette.Dots, 1.4f);
        var places = new LabelPlaces(left, top, right, bottom);
        foreach (var point in points)
        {
            var (px, py, ((fromX, toX), (fromY, toY))) = (panel.X(point.RestrictedMeanDays.Value), panel.Y(point.Mean.Value), (Ends(point.RestrictedMeanDays), Ends(point.Mean)));
            places.Keep(px - 1, panel.Y(toY), px + 1, panel.Y(fromY));
            places.Keep(panel.X(fromX), py - 1, panel.X(toX), py + 1);
            places.Keep(panel.X(point.RestrictedMeanDays.Value) - 6, panel.Y(point.Mean.Value) - 6, panel.X(point.RestrictedMeanDays.Value) + 6, panel.Y(point.Mean.Value) + 6);
        }

        foreach (var point in points)
        {
            var look = section.LookOf(point.Arm);
            var (px, py) = (panel.X(point.RestrictedMeanDays.Value), panel.Y(point.Mean.Value));
            var ((fromX, toX), (fromY, toY)) = (Ends(point.RestrictedMeanDays), Ends(point.Mean));
            canvas.Line(panel.X(fromX), py, panel.X(toX), py, look.Color, 1.6f);
            canvas.Line(px, panel.Y(fromY), px, panel.Y(toY), look.Color, 1.6f);
            canvas.Marker(px, py, look.Marker, look.Color, 9, open: !point.IsOnFrontier);
        }

        foreach (var point in points)
        {
            var text = points.Length > MostLabels ? $"{points.IndexOf(point) + 1}" : Label(section, point, null);
            var (px, py) = (panel.X(point.RestrictedMeanDays.Value), panel.Y(point.Mean.Value));
            var wideText = ChartFont.Width(text, 11.5f);
            var (lx, ly) = places.Find(px, py, wideText);
            if (Math.Abs(ly - py) > 16)
            {
                canvas.Line(px, py, Math.Clamp(px, lx, lx + wideText), ly + (ly < py ? 6 : -6), Palette.Quiet, 0.7f);
            }

            if (points.Length <= MostLabels)
            {
                canvas.Rectangle(lx - 2, ly - 7, lx + wideText + 2, ly + 8, Colors.White);
            }

            canvas.Text(text, lx, ly, Alignment.MiddleLeft, 11.5f);
        }

        var name = NameOf(frontier.Measure.Name);
        canvas.Text(char.ToUpperInvariant(name[0]) + name[1..], x, y + 4, bold: true);
        canvas.Text("Mean days until the decision", right, bottom + 24, Alignment.UpperRight, bold: true);
        canvas.Text("← faster", left, bottom + 24, color: Palette.Quiet);
    }

    private static string Label(ReportSection section, FrontierPoint point, int? index) =>
        $"{(index is { } place ? $"{place + 1}  " : "")}{section.NameOf(point.Arm)}{(point.IsOnFrontier ? "" : " (dominated)")}";

    private static (double Low, double High) Ends(VotingSim.Statistics.Estimate estimate) =>
        (double.IsFinite(estimate.Low) ? estimate.Low : estimate.Value, double.IsFinite(estimate.High) ? estimate.High : estimate.Value);

    // Labels need room beyond the points.
    private static Axis Padded(double low, double high, int most, double least, double greatest)
    {
        var pad = Math.Max((high - low) * 0.14, 0.01);
        return Axis.Round(Math.Max(least, low - pad), high + pad > greatest && high <= greatest ? greatest : high + pad, most);
    }
}
