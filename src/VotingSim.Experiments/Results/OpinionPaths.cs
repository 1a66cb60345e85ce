using System.Collections.Immutable;
using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>Opinions round by round: means over the first replications of an arm, deliberated again. They are not stored in the rows.</summary>
public sealed record OpinionPaths
{
    /// <summary>How many replications of an arm are deliberated again unless another number is asked for.</summary>
    public const int DefaultReplications = 500;

    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Number of replications: those with an index below it.</summary>
    public required int Replications { get; init; }

    /// <summary>The day of the ballots of every round, from the first to the last that any of the replications held.</summary>
    public required ImmutableArray<double> Days { get; init; }

    /// <summary>A path for every member and issue, by seat and then by issue.</summary>
    public required ImmutableArray<OpinionPath> Paths { get; init; }

    /// <summary>The path of a member on an issue.</summary>
    public OpinionPath Of(int seat, int issue) => Paths[(seat * Arm.Terms.Crisis.Issues.Length) + issue];
}

/// <summary>What one member said on one issue.</summary>
public sealed record OpinionPath
{
    /// <summary>Code of the member.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>Mean opinion in the opening round. Unit: issue scale, 0 to 100.</summary>
    public required Estimate Opening { get; init; }

    /// <summary>Mean opinion in the last round that was held.</summary>
    public required Estimate End { get; init; }

    /// <summary>Mean opinion in every round of <see cref="OpinionPaths.Days"/>; a deliberation that has ended keeps its last opinions.</summary>
    public required ImmutableArray<double> Means { get; init; }
}
