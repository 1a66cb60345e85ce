using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>Draws what differs from world to world: in how many a rule is earlier, and by how much.</summary>
internal static class WorldStrip
{
    private const float LabelSize = 12;

    /// <summary>Columns of the numbers of a comparison over worlds.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "crisis", "baseline", "rule", "worlds", "earlier", "earlier_low", "earlier_high", "same", "same_low", "same_high", "later", "later_low",
            "later_high",
        "censored", "days_p05", "days_p25", "days_p50", "days_p75", "days_p95",
    ];

    /// <summary>The numbers.</summary>
    public static ImmutableArray<string> Row(string crisis, string baseline, string rule, WorldComparison worlds) =>
    [
        crisis, baseline, rule, ReportNumbers.Whole(worlds.Days.Worlds), .. ReportNumbers.Plain(worlds.Earlier), .. ReportNumbers.Plain(worlds.Same),
            .. ReportNumbers.Plain(worlds.Later),
        ReportNumbers.Whole(worlds.Days.Censored), ReportNumbers.Plain(worlds.Days.P05), ReportNumbers.Plain(worlds.Days.P25),
        ReportNumbers.Plain(worlds.Days.P50), ReportNumbers.Plain(worlds.Days.P75), ReportNumbers.Plain(worlds.Days.P95),
    ];

    /// <summary>A bar of three parts, each with its share beside it: earlier, the same, later.</summary>
    public static void Shares(Canvas canvas, WorldComparison worlds, float left, float top, float right, float height, bool labels = true) =>
        Shares(canvas, [("earlier", worlds.Earlier), ("the same", worlds.Same), ("later", worlds.Later)], left, top, right, height, labels);

    /// <summary>The same of any three parts, from left to right.</summary>
    public static void Shares(
        Canvas canvas, (string Word, Estimate Share)[] parts, float left, float top, float right, float height, bool labels = true)
    {
        var (earlier, same) = (Place(parts[0].Share.Value), Place(parts[0].Share.Value + parts[1].Share.Value));
        canvas.Rectangle(left, top, earlier, top + height, Palette.Blue);
        canvas.Rectangle(earlier, top, same, top + height, Palette.Grid);
        canvas.Rectangle(same, top, right, top + height, Palette.Vermilion);

        // The parts are told apart by their edges too.
        foreach (var edge in new[] { earlier, same })
        {
            canvas.Line(edge, top, edge, top + height, Colors.White, 2);
        }

        if (!labels)
        {
            return;
        }

        var texts = Array.ConvertAll(parts, part => Label(part.Word, part.Share));
        canvas.Text(texts[0], left, top - 6, Alignment.LowerLeft, LabelSize, bold: true);
        canvas.Text(texts[2], right, top - 6, Alignment.LowerRight, LabelSize, bold: true);
        var (first, last) = (left + Wide(texts[0]) + 10, right - Wide(texts[2]) - 10);
        var middle = Math.Clamp((earlier + same) / 2, first + (Wide(texts[1]) / 2),
            Math.Max(first + (Wide(texts[1]) / 2), last - (Wide(texts[1]) / 2)));
        canvas.Text(texts[1], middle, top - 6, Alignment.LowerCenter, LabelSize, bold: true);

        float Place(double share) => left + (float)(double.IsNaN(share) ? 0 : share * (right - left));
    }

    /// <summary>The middle world as a marker, the middle half as a thick line, nine in ten as a thin one.</summary>
    public static void Spread(Canvas canvas, Panel panel, WorldSpread spread, float y, SeriesStyle look, bool open = false)
    {
        if (!double.IsFinite(spread.P50))
        {
            return;
        }

        canvas.Line(panel.X(spread.P05), y, panel.X(spread.P95), y, look.Color, 1.6f);
        foreach (var end in new[] { spread.P05, spread.P95 })
        {
            canvas.Line(panel.X(end), y - 4, panel.X(end), y + 4, look.Color, 1.6f);
        }

        canvas.Line(panel.X(spread.P25), y, panel.X(spread.P75), y, look.Color, 6);

        // A white edge keeps the marker apart from a line of its own colour.
        canvas.Marker(panel.X(spread.P50), y, look.Marker, open ? look.Color : Colors.White, 13);
        canvas.Marker(panel.X(spread.P50), y, look.Marker, open ? Colors.White : look.Color, 8);
    }

    /// <summary>Width of a label. Unit: pixels.</summary>
    private static float Wide(string text) => ChartFont.Width(text, LabelSize, bold: true);

    private static string Label(string word, Estimate share) => $"{word} {WorldWords.Share(share)}";
}
