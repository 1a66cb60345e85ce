using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Documents;

/// <summary>How a quantity is spread over worlds: the middle world, the middle half, and nine in ten.</summary>
/// <param name="P05">A twentieth of the worlds lie below it.</param>
/// <param name="P25">Lower end of the middle half.</param>
/// <param name="P50">The middle world.</param>
/// <param name="P75">Upper end of the middle half.</param>
/// <param name="P95">A twentieth of the worlds lie above it.</param>
public sealed record SpreadDocument(double P05, double P25, double P50, double P75, double P95)
{
    /// <summary>What is said of a spread.</summary>
    public static SpreadDocument Of(WorldSpread spread) => new(spread.P05, spread.P25, spread.P50, spread.P75, spread.P95);
}
