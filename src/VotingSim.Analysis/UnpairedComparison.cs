using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>An arm of a run against one of another run that met different luck: all worlds of one against all of the other.</summary>
public sealed record UnpairedComparison
{
    /// <summary>What the arm is compared with.</summary>
    public required Arm Baseline { get; init; }

    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Replications of the baseline.</summary>
    public required long BaselineReplications { get; init; }

    /// <summary>Replications of the arm.</summary>
    public required long Replications { get; init; }

    /// <summary>Speed: hazard ratio, log-rank test, restricted means, and who is earlier in two worlds drawn at random.</summary>
    public required IndependentComparison Days { get; init; }

    /// <summary>The p of the hazard ratio after Holm's correction over all comparisons of the two runs.</summary>
    public required double HolmP { get; init; }

    /// <summary>Differences of <c>decided</c>, <c>rounds</c> and every measure that both have, arm minus baseline, in the order of the
    /// columns.</summary>
    public required ImmutableArray<MeanDifference> Differences { get; init; }

    /// <summary>The difference of a measure, by the name of its column.</summary>
    public MeanDifference Difference(string name) => Differences.First(difference => difference.Name == name);
}

/// <summary>The mean of a column in an arm less that in another one that met different luck.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Mean">The difference; NaN where it is undefined. Newcombe's interval of shares, Welch's of everything else.</param>
/// <param name="P">Probability of a difference as far from 0, were the expected one 0. NaN where it is undefined.</param>
/// <param name="HolmP"><paramref name="P"/> after Holm's correction over the same column in all comparisons of the two runs.</param>
public readonly record struct MeanDifference(string Name, Estimate Mean, double P, double HolmP);
