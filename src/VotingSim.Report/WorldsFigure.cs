using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Report;

/// <summary>The whole distribution over worlds of the paired difference, in days and in agreement.</summary>
internal static class WorldsFigure
{
    private const int MostBins = 40;

    private static readonly int[] Steps = [1, 2, 5, 10];

    /// <summary>The figure; null where nothing is defined in any world.</summary>
    public static Figure? Of(ContrastView view, ImmutableArray<DifferenceCounts> counts)
    {
        var panels = counts.Where(count => count.Counts.Length > 0).Select(count => new Bars(count)).ToArray();
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
            Caption = "In how many worlds the rule differs from the baseline by how much. The bar of outline only, at 0, is the worlds without any difference. "
                + "Below each distribution the middle world, the middle half and nine in ten.",
            Columns = ["crisis", "baseline", "rule", "measure", "from", "to", "worlds", "share"],
            Rows =
            [
                .. panels.SelectMany(panel => panel.Rows.Select(row => (ImmutableArray<string>)
                [
                    view.Summary.Contrast.Crisis ?? "", view.Summary.Contrast.Baseline, view.Summary.Contrast.Rule, panel.Name, ReportNumbers.Plain(row.From),
                    ReportNumbers.Plain(row.To), ReportNumbers.Whole(row.Worlds), ReportNumbers.Plain((double)row.Worlds / panel.Worlds),
                ])),
            ],
            Draw = narrow => Draw(view, panels, narrow),
        };
    }

    private static Canvas Draw(ContrastView view, Bars[] panels, bool narrow)
    {
        var (width, high) = (narrow ? 360f : 760f, narrow ? 150f : 170f);
        var each = high + 104;
        var canvas = new Canvas(width, each * panels.Length);
        for (var index = 0; index < panels.Length; index++)
        {
            var (bars, top) = (panels[index], (index * each) + 34);
            var isDays = bars.Name == "days";
            var distribution = isDays ? view.Worlds.Days : view.Worlds.Measure(bars.Name);
            canvas.Text(isDays ? "Difference in days" : "Difference in agreement of the last ballots", 0, top - 32, bold: true);
            Draw(canvas, bars, isDays ? view.Worlds.Days : distribution, (48, top, width - 12, top + high), narrow, isDays ? ("← earlier", "later →") : ("← less agreed", "more →"));
        }

        return canvas;
    }

    private static void Draw(
        Canvas canvas, Bars bars, WorldDistribution? distribution, (float Left, float Top, float Right, float Bottom) area, bool narrow, (string Less, string More) words)
    {
        // A tall bar of worlds without a difference would flatten the others: it is cut off and says so.
        var most = bars.Rows.Where(row => row.From < row.To).Select(row => row.Worlds).DefaultIfEmpty(bars.Same).Max();
        var isCut = bars.Same > 1.6 * most;
        var ceiling = Math.Max(1, isCut ? 1.3 * most : Math.Max(most, bars.Same)) / bars.Worlds;
        var x = Axis.Round(bars.Low, bars.High, narrow ? 4 : 8, exact: true);
        var panel = canvas.Panel(area.Left, area.Top, area.Right, area.Bottom, x, Axis.Round(0, ceiling, 4, exact: true, scale: 100), verticalGrid: false);
        foreach (var row in bars.Rows.Where(row => row.From < row.To && row.Worlds > 0))
        {
            canvas.Rectangle(
                panel.X(row.From) + 0.5f, panel.Y((double)row.Worlds / bars.Worlds), panel.X(row.To) - 0.5f, area.Bottom, row.From < 0 ? Palette.Blue : Palette.Vermilion);
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
                canvas, strip, Inside(WorldSpread.Of(distribution), x), area.Bottom + 35, new(Palette.Ink, LinePattern.Solid, MarkerShape.FilledCircle), open: true);
        }

        canvas.Text(words.Less, area.Left, area.Bottom + 48, color: Palette.Quiet);
        canvas.Text(words.More, area.Right, area.Bottom + 48, Alignment.UpperRight, color: Palette.Quiet);
    }

    private static WorldSpread Inside(WorldSpread spread, Axis axis)
    {
        return new(To(spread.P05), To(spread.P25), To(spread.P50), To(spread.P75), To(spread.P95));

        double To(double value) => Math.Clamp(value, axis.Low, axis.High);
    }

    /// <summary>The bars of a measure: equal ones from multiples of their width, so that 0 is an edge, and the worlds without a difference by themselves.</summary>
    private sealed class Bars
    {
        public Bars(DifferenceCounts counts)
        {
            Name = counts.Name;
            Worlds = counts.Worlds;
            Same = counts.Counts.Where(count => count.Key == 0).Sum(count => count.Value);
            var (low, high) = (Math.Min(0, counts.Counts[0].Key), Math.Max(0, counts.Counts[^1].Key));
            var rough = Math.Max((high - low) / MostBins, Name == "days" ? 1 : 0.001);
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var wide = Steps.Select(factor => factor * power).First(step => step >= rough * (1 - 1e-9));
            var (first, last) = ((int)Math.Floor((low / wide) + 1e-9), (int)Math.Ceiling((high / wide) - 1e-9));
            (Low, High) = (Math.Min(first, -1) * wide, Math.Max(last, 1) * wide);
            var worlds = new long[last - first + 1];
            foreach (var (difference, count) in counts.Counts.Where(count => count.Key != 0))
            {
                // A bar ends towards 0 before the difference that the next one begins with, on either side.
                var place = difference < 0 ? (int)Math.Floor((difference / wide) + 1e-9) : (int)Math.Ceiling((difference / wide) - 1e-9) - 1;
                worlds[Math.Clamp(place - first, 0, worlds.Length - 1)] += count;
            }

            Rows =
            [
                .. Enumerable.Range(first, Math.Max(0, last - first)).Select(place => (place * wide, (place + 1) * wide, worlds[place - first])), (0, 0, Same),
            ];
        }

        public string Name { get; }

        public long Worlds { get; }

        public long Same { get; }

        public double Low { get; }

        public double High { get; }

        public ImmutableArray<(double From, double To, long Worlds)> Rows { get; }
    }
}
