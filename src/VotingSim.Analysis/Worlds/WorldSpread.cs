using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Worlds;

/// <summary>How a quantity is spread over worlds: the middle world, the middle half, and nine in ten.</summary>
/// <param name="P05">A twentieth of the worlds lie below it.</param>
/// <param name="P25">Lower end of the middle half.</param>
/// <param name="P50">The middle world. NaN without worlds.</param>
/// <param name="P75">Upper end of the middle half.</param>
/// <param name="P95">A twentieth of the worlds lie above it.</param>
public readonly record struct WorldSpread(double P05, double P25, double P50, double P75, double P95)
{
    /// <summary>The spread of a distribution.</summary>
    public static WorldSpread Of(WorldDistribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return new(distribution.P05, distribution.P25, distribution.P50, distribution.P75, distribution.P95);
    }
}
