using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>The rules of a crisis and design point by speed and something else that is wanted: which of them another one beats in both.</summary>
public sealed record Frontier
{
    /// <summary>What speed is set against: agreement in ballots, cohesion in positions, how few are outvoted, how far the decision moves
    /// away from the status quo, and the least satisfied member.</summary>
    public static ImmutableArray<FrontierMeasure> Measures { get; } =
        [new("agreement_index", true), new("positional_cohesion", true), new("outvoted", false), new("mean_shift", true), new("min_utility", true)];

    /// <summary>Name of the crisis.</summary>
    public required string Crisis { get; init; }

    /// <summary>What speed is set against; one of <see cref="Measures"/>.</summary>
    public required FrontierMeasure Measure { get; init; }

    /// <summary>The rules, in the order of arms.</summary>
    public required ImmutableArray<FrontierPoint> Points { get; init; }
}

/// <summary>One rule on a frontier.</summary>
public sealed record FrontierPoint
{
    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Speed over worlds: days until the decision or the horizon; less is faster.</summary>
    public required WorldSpread Days { get; init; }

    /// <summary>The measure over worlds.</summary>
    public required WorldSpread Values { get; init; }

    /// <summary>Mean days until the decision or the horizon, with its simulation error.</summary>
    public required Estimate RestrictedMeanDays { get; init; }

    /// <summary>Mean of the measure, with its simulation error.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>The arms that dominate this one, in order: in the mean of the paired differences faster and better with intervals that
    /// exclude 0, or that in one and the same in every replication in the other.</summary>
    public required ImmutableArray<Arm> DominatedBy { get; init; }

    /// <summary>Whether no other rule dominates this one.</summary>
    public bool IsOnFrontier => DominatedBy.IsEmpty;
}
