using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>The rules of a crisis and design point by speed and cohesion: which of them another one beats in both.</summary>
public sealed record Frontier
{
    /// <summary>Columns that a frontier is drawn by: cohesion in ballots and in positions.</summary>
    public static ImmutableArray<string> CohesionMeasures { get; } = ["agreement_index", "positional_cohesion"];

    /// <summary>Name of the crisis.</summary>
    public required string Crisis { get; init; }

    /// <summary>Column whose mean is the cohesion; one of <see cref="CohesionMeasures"/>.</summary>
    public required string CohesionMeasure { get; init; }

    /// <summary>The rules, in the order of arms.</summary>
    public required ImmutableArray<FrontierPoint> Points { get; init; }
}

/// <summary>One rule on a frontier.</summary>
public sealed record FrontierPoint
{
    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Speed: mean days until the decision or the horizon; less is faster.</summary>
    public required Estimate RestrictedMeanDays { get; init; }

    /// <summary>Mean cohesion; more is more cohesive.</summary>
    public required Estimate Cohesion { get; init; }

    /// <summary>The arms that dominate this one, in order: in the paired differences faster and more cohesive with intervals that exclude 0, or that in one and the same in every replication in the other.</summary>
    public required ImmutableArray<Arm> DominatedBy { get; init; }

    /// <summary>Whether no other rule dominates this one.</summary>
    public bool IsOnFrontier => DominatedBy.IsEmpty;
}
