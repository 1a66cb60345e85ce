using VotingSim.Statistics;

namespace VotingSim.Analysis.Documents;

/// <summary>A mean with its simulation error.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="SimulationError">Its 95 % interval, which narrows with more replications.</param>
public sealed record MeanDocument(double Mean, LimitsDocument SimulationError) : IInterval
{
    double IInterval.Estimate => Mean;

    double IInterval.Low => SimulationError.Low;

    double IInterval.High => SimulationError.High;

    /// <summary>What is said of a mean.</summary>
    public static MeanDocument Of(Estimate estimate) => new(estimate.Value, LimitsDocument.Of(estimate));
}
