using VotingSim.Statistics;

namespace VotingSim.Cli.Documents;

/// <summary>The 95 % interval of the estimate that stands before it.</summary>
internal sealed record LimitsDocument(double Low, double High)
{
    public static LimitsDocument Of(Estimate estimate) => new(estimate.Low, estimate.High);
}
