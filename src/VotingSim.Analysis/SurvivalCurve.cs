using System.Collections.Immutable;

namespace VotingSim.Analysis;

/// <summary>A Kaplan-Meier curve of time to decision: a step function, each value holding from its day until the next.</summary>
/// <remarks>The first point is day 0, where all are undecided; then come the days on which something was decided; the last is the horizon, to which the curve extends.</remarks>
public sealed record SurvivalCurve
{
    /// <summary>Days since the opening, rising.</summary>
    public required ImmutableArray<double> Days { get; init; }

    /// <summary>Share still undecided after the day. Range: 0 to 1.</summary>
    public required ImmutableArray<double> Survival { get; init; }

    /// <summary>Lower limit of the 95 % interval of that share, day by day. NaN where it is undefined.</summary>
    public required ImmutableArray<double> Low { get; init; }

    /// <summary>Upper limit.</summary>
    public required ImmutableArray<double> High { get; init; }

    /// <summary>Number undecided before the day, and so at risk of being decided on it.</summary>
    public required ImmutableArray<long> AtRisk { get; init; }
}
