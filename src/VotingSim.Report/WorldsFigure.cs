using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Report;

/// <summary>The whole distribution over worlds of the paired difference, in days and in agreement.</summary>
internal static class WorldsFigure
{
    /// <summary>The figure; null where nothing is defined in any world.</summary>
    public static Figure? Of(ContrastView view, ImmutableArray<DifferenceCounts> counts)
    {
        var panels = counts.Where(count => count.Counts.Length > 0).Select(count => new HistogramBars(count)).ToArray();
        if (panels.Length == 0)
        {
            return null;
        }

        var agreement = view.Worlds.Measure("agreement_index");
        return new()
        {
            Name = $"worlds{view.Suffix}",
            Title = $"The difference over worlds: {view.Title}",
            Description = $"Distribution over worlds of {view.QuotedRule} less {view.QuotedBaseline}. Days: {WorldWords.Days(view.Worlds.Days)}."
                + (agreement is null ? "" : $" Agreement of the last ballots, 0 to 1: {WorldWords.Of(agreement, "0.00")}."),
            Caption = "In how many worlds the rule differs from the baseline by how much. The hollow bar at 0 is the worlds without any difference. "
                + "Below each distribution the middle world, the middle half and nine in ten. The hundredth of worlds that is furthest out is in "
                    + "the file of numbers alone.",
            Columns = ["crisis", "baseline", "rule", "measure", "from", "to", "worlds", "share"],
            Rows =
            [
                .. panels.SelectMany(panel => panel.Rows.Select(row => (ImmutableArray<string>)
                [
                    view.Summary.Contrast.Crisis ?? "", view.Summary.Contrast.Baseline, view.Summary.Contrast.Rule, panel.Name,
                        ReportNumbers.Plain(row.From),
                    ReportNumbers.Plain(row.To), ReportNumbers.Whole(row.Worlds), ReportNumbers.Plain((double)row.Worlds / panel.Worlds),
                ])),
            ],
            Draw = narrow => Draw(view, panels, narrow),
        };
    }

    private static Canvas Draw(ContrastView view, HistogramBars[] panels, bool narrow)
    {
        var (width, high) = (narrow ? 360f : 760f, narrow ? 150f : 170f);
        var each = high + 116;
        var canvas = new Canvas(width, each * panels.Length);
        for (var index = 0; index < panels.Length; index++)
        {
            var (bars, top) = (panels[index], (index * each) + 46);
            var isDays = bars.Name == "days";
            var distribution = isDays ? view.Worlds.Days : view.Worlds.Measure(bars.Name);
            canvas.Text(isDays ? "Difference in days" : "Difference in agreement of the last ballots", 0, top - 46, bold: true);
            var words = isDays ? ("← earlier", "later →") : ("← less agreed", "more →");
            Draw(canvas, bars, distribution, (48, top, width - 12, top + high), narrow, words);
        }

        return canvas;
    }

    private static void Draw(
        Canvas canvas, HistogramBars bars, WorldDistribution? distribution, (float Left, float Top, float Right, float Bottom) area, bool narrow,
            (string Less, string More) words)
    {
        // A tall bar of worlds without a difference would flatten the others: it is cut off and says so.
        var most = bars.Drawn.Select(row => row.Worlds).DefaultIfEmpty(bars.Same).Max();
        var isCut = bars.Same > 1.6 * most;
        var ceiling = Math.Max(1, isCut ? 1.3 * most : Math.Max(most, bars.Same)) / bars.Worlds;
        var x = Axis.Round(bars.Low, bars.High, narrow ? 4 : 8, exact: true);
        var panel = canvas.Panel(area.Left, area.Top, area.Right, area.Bottom, x, Axis.Round(0, ceiling, 4, exact: true, scale: 100),
            verticalGrid: false);
        var isDays = bars.Name == "days";
        foreach (var row in bars.Drawn)
        {
            var (from, to) = bars.Edges(row);
            canvas.Rectangle(
                panel.X(from) + 0.5f, panel.Y((double)row.Worlds / bars.Worlds), panel.X(to) - 0.5f, area.Bottom,
                !isDays ? Palette.Quiet : from < 0 ? Palette.Blue : Palette.Vermilion);
        }

        canvas.Line(panel.X(0), area.Top - 6, panel.X(0), area.Bottom, Palette.Ink, 1);
        if (bars.Same > 0)
        {
            var (left, right, y) = (panel.X(0) - 4, panel.X(0) + 4, panel.Y(Math.Min(ceiling, (double)bars.Same / bars.Worlds)));
            canvas.Rectangle(left, y, right, area.Bottom, Colors.White);
            canvas.Line(left, y, left, area.Bottom, Palette.Ink, 1.4f);
            canvas.Line(right, y, right, area.Bottom, Palette.Ink, 1.4f);
            canvas.Line(left, y, right, y, Palette.Ink, 1.4f);
            var text = $"the same: {WorldWords.Percent((double)bars.Same / bars.Worlds)} %{(isCut ? " (bar cut off)" : "")}";
            var toLeft = panel.X(0) + 10 + ChartFont.Width(text, 11) > area.Right;
            canvas.Text(text, panel.X(0) + (toLeft ? -9 : 9), area.Top - 8, toLeft ? Alignment.LowerRight : Alignment.LowerLeft, 11);
        }

        canvas.Text("worlds, %", area.Left - 44, area.Top - 14, size: 11, color: Palette.Quiet);
        if (distribution is not null)
        {
            var strip = canvas.Panel(area.Left, area.Bottom + 26, area.Right, area.Bottom + 44, x with { Ticks = [] }, Axis.Bare(0, 1), false, false);
            WorldStrip.Spread(
                canvas, strip, Inside(WorldSpread.Of(distribution), x), area.Bottom + 35,
                    new(Palette.Ink, LinePattern.Solid, MarkerShape.FilledCircle), open: true);
        }

        canvas.Text(words.Less, area.Left, area.Bottom + 48, color: Palette.Quiet);
        canvas.Text(words.More, area.Right, area.Bottom + 48, Alignment.UpperRight, color: Palette.Quiet);
    }

    private static WorldSpread Inside(WorldSpread spread, Axis axis)
    {
        return new(To(spread.P05), To(spread.P25), To(spread.P50), To(spread.P75), To(spread.P95));

        double To(double value) => Math.Clamp(value, axis.Low, axis.High);
    }
}
