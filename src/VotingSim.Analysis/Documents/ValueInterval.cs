using VotingSim.Statistics;

namespace VotingSim.Analysis.Documents;

/// <summary>An estimate with its 95 % interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record ValueInterval(double Value, double Low, double High) : IInterval
{
    double IInterval.Estimate => Value;

    /// <summary>What is said of an estimate.</summary>
    public static ValueInterval Of(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High);
}
