using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Documents;

/// <summary>The differences of a measure over worlds.</summary>
/// <param name="Worlds">Number of worlds in which it is defined for both.</param>
/// <param name="Lower">Share of them in which the rule has less than the baseline. Range: 0 to 1.</param>
/// <param name="Same">Share in which both have the same.</param>
/// <param name="Higher">Share in which it has more.</param>
/// <param name="P05">A twentieth of the worlds have a difference below it.</param>
/// <param name="P25">Lower end of the middle half.</param>
/// <param name="P50">The middle world.</param>
/// <param name="P75">Upper end of the middle half.</param>
/// <param name="P95">A twentieth of the worlds have a difference above it.</param>
public sealed record WorldMeasureDocument(
    long Worlds, double Lower, double Same, double Higher, double P05, double P25, double P50, double P75, double P95)
{
    /// <summary>What is said of a distribution.</summary>
    public static WorldMeasureDocument Of(WorldDistribution measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new(
            measure.Worlds,
            measure.Lower.Value,
            measure.Same.Value,
            measure.Higher.Value,
            measure.P05,
            measure.P25,
            measure.P50,
            measure.P75,
            measure.P95);
    }
}
