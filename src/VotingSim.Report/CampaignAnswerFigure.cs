using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Campaigns;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Report;

/// <summary>How sure the answer on campaigns is: in how many worlds the second rule has less, the same and more than the first.</summary>
internal static class CampaignAnswerFigure
{
    private static readonly (string Measure, string Title, string Less, string More, string Format, bool IsOfYear)[] Shown =
    [
        ("decided_per_year", "Matters decided", "fewer", "more", "0.0", true),
        ("carried_out_per_year", "Decisions carried out", "fewer", "more", "0.0", true),
        ("effect_per_year", "Effect", "less", "more", "0", true),
        ("goodwill_min", "Goodwill of the least contented", "worse", "better", "0.00", false),
    ];

    /// <summary>The figure; null for a single rule.</summary>
    public static Figure? Of(CampaignContent content)
    {
        if (content.Comparisons is not [var comparison, ..])
        {
            return null;
        }

        var (rule, baseline) = (content.Quoted(comparison.Arm), content.Quoted(comparison.Baseline));
        return new()
        {
            Name = "answer",
            Title = "How sure it is",
            Description = $"{rule} beside {baseline}. {string.Join(" ", Shown.Select(row => $"{row.Title}: {string.Join(", ",
                Parts(row.Less, row.More, comparison.Differences[row.Measure]).Select(part => $"{part.Word} in "
                    + $"{WorldWords.Share(part.Share)}"))} of the worlds."))}",
            Caption = $"{rule} beside {baseline} in the same worlds: the share of worlds in which it has less, the same and more over "
                + $"{content.Span}; beneath, the "
                + "difference in the middle half of the worlds. Effect is how far what is carried out moves the status quo, in points of the issue "
                + "scale.",
            Columns =
            [
                "baseline", "rule", "measure", "worlds", "lower", "lower_low", "lower_high", "same", "same_low", "same_high", "higher", "higher_low",
                "higher_high", "p05", "p25", "p50", "p75", "p95",
            ],
            Rows =
            [
                .. Shown.Select(row => (row.Measure, Of: comparison.Differences[row.Measure])).Select(row => (ImmutableArray<string>)
                [
                    comparison.Baseline.Arm.Rule, comparison.Arm.Arm.Rule, row.Measure, ReportNumbers.Whole(row.Of.Worlds),
                        .. ReportNumbers.Plain(row.Of.Lower),
                    .. ReportNumbers.Plain(row.Of.Same), .. ReportNumbers.Plain(row.Of.Higher), ReportNumbers.Plain(row.Of.P05),
                        ReportNumbers.Plain(row.Of.P25),
                    ReportNumbers.Plain(row.Of.P50), ReportNumbers.Plain(row.Of.P75), ReportNumbers.Plain(row.Of.P95),
                ]),
            ],
            Draw = narrow => Draw(content, comparison, narrow),
        };
    }

    private static (string Word, Estimate Share)[] Parts(string less, string more, WorldDistribution worlds) =>
        [(less, worlds.Lower), ("the same", worlds.Same), (more, worlds.Higher)];

    private static Canvas Draw(CampaignContent content, CampaignComparison comparison, bool narrow)
    {
        var (width, left, row) = (narrow ? 360f : 760f, narrow ? 0f : 220f, narrow ? 82f : 60f);
        var canvas = new Canvas(width, (row * Shown.Length) - 4);
        foreach (var (index, (measure, title, less, more, format, isOfYear)) in Shown.Index())
        {
            var worlds = comparison.Differences[measure];
            var (top, scale) = ((row * index) + (narrow ? 42 : 20), isOfYear ? content.Years : 1);
            canvas.Text(title, 0, narrow ? top - 38 : top + 5, narrow ? Alignment.UpperLeft : Alignment.MiddleLeft, bold: true);
            WorldStrip.Shares(canvas, Parts(less, more, worlds), left, top, width - 2, 11);
            canvas.Text($"difference, middle half: {WorldWords.Range(worlds.P25 * scale, worlds.P75 * scale, format)}", left, top + 15, size: 11,
                color: Palette.Quiet);
        }

        return canvas;
    }
}
