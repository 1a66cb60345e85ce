using VotingSim.Statistics;

namespace VotingSim.Analysis.Documents;

/// <summary>Limits of a 95 % interval.</summary>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record LimitsDocument(double Low, double High)
{
    /// <summary>The limits of an estimate.</summary>
    public static LimitsDocument Of(Estimate estimate) => new(estimate.Low, estimate.High);
}
