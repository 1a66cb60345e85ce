using VotingSim.Statistics;

namespace VotingSim.Analysis.Documents;

/// <summary>An estimate with its simulation error: how far it may be off because replications are finite, and nothing else.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="SimulationError">Its 95 % interval, which narrows with more replications.</param>
public sealed record EstimateDocument(double Value, LimitsDocument SimulationError) : IInterval
{
    double IInterval.Estimate => Value;

    double IInterval.Low => SimulationError.Low;

    double IInterval.High => SimulationError.High;

    /// <summary>What is said of an estimate.</summary>
    public static EstimateDocument Of(Estimate estimate) => new(estimate.Value, LimitsDocument.Of(estimate));
}
