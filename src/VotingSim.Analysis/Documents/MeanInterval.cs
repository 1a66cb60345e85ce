using VotingSim.Statistics;

namespace VotingSim.Analysis.Documents;

/// <summary>A mean with its 95 % interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record MeanInterval(double Mean, double Low, double High) : IInterval
{
    double IInterval.Estimate => Mean;

    /// <summary>What is said of a mean.</summary>
    public static MeanInterval Of(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High);
}
