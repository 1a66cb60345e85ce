using VotingSim.Analysis;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Report;

/// <summary>Differences over worlds in words.</summary>
internal static class WorldWords
{
    /// <summary>What the bars of a distribution mean.</summary>
    public const string Reading =
        "The marker is the middle world, the thick line the middle half of the worlds, the thin line nine in ten. "
        + "More replications do not narrow them: they are what is not known, not simulation error.";

    /// <summary>A share of the worlds in whole per cent, and below one in a tenth.</summary>
    public static string Share(Estimate share) => double.IsNaN(share.Value) ? ReportNumbers.Undefined : $"{Percent(share.Value)} %";

    /// <summary>The middle world, the middle half and nine in ten, in days.</summary>
    public static string Days(WorldDistribution days) =>
        $"{AnswerSentence.Range(days.P50, days.P50)} in the middle world, {AnswerSentence.Range(days.P25, days.P75)} in the middle half, "
        + $"{AnswerSentence.Range(days.P05, days.P95)} in nine in ten";

    /// <summary>The middle world, the middle half and nine in ten, of a measure.</summary>
    public static string Of(WorldDistribution values, string format) =>
        $"{ReportNumbers.Text(values.P50, format)} in the middle world; {Range(values.P25, values.P75, format)} in the middle half; "
        + $"{Range(values.P05, values.P95, format)} in nine in ten";

    /// <summary>The middle world and the middle half of a quantity.</summary>
    public static string Of(WorldSpread spread, string format) =>
        $"{ReportNumbers.Text(spread.P50, format)} (middle half {Range(spread.P25, spread.P75, format)})";

    /// <summary>Two ends.</summary>
    public static string Range(double low, double high, string format) => $"{ReportNumbers.Text(low, format)} to {ReportNumbers.Text(high, format)}";

    /// <summary>In how many worlds the rule is earlier, the same and later.</summary>
    public static string Order(WorldComparison worlds) =>
        $"earlier in {Share(worlds.Earlier)} of the worlds, the same in {Share(worlds.Same)}, later in {Share(worlds.Later)}";

    /// <summary>A share in per cent without its sign: whole, but never 0 or 100 where it is not.</summary>
    public static string Percent(double share) => share is > 0 and < 0.005 ? "< 1" : share is > 0.995 and < 1 ? "> 99"
        : ReportNumbers.Text(share * 100, "0");
}
