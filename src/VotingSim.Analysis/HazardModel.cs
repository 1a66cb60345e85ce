using System.Collections.Immutable;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>Cox's proportional hazards model over all arms of a crisis: rules against the first one, and the swept parameters.</summary>
/// <remarks>
/// Standard errors allow for all arms having met the same luck: the replication is the cluster. Its ratios are those of one model for all
/// arms at once and differ from the ratio of a pair, <see cref="ArmComparison.HazardRatio"/>, wherever hazards are not proportional: what
/// is said of a pair is said by that one, and this model is for swept parameters and for ratios that change with time.
/// </remarks>
public sealed record HazardModel
{
    /// <summary>Name of the crisis.</summary>
    public required string Crisis { get; init; }

    /// <summary>The rule that the others are compared with.</summary>
    public required string BaselineRule { get; init; }

    /// <summary>The model with constant ratios: a coefficient for every other rule, one per unit of every swept number, and one for every
    /// swept word but the first.</summary>
    public required ImmutableArray<CoxCoefficient> Coefficients { get; init; }

    /// <summary>The model in which the ratio of a rule changes with time: every other rule, then every other rule times ln(days), then the
    /// swept parameters. Empty where it cannot be estimated.</summary>
    /// <remarks>Golub (2007), European Union Politics 8(2), 155-179, doi:10.1177/1465116507076428. The ratio of a rule on day t is its own
    /// times t to the power of the coefficient of its ln(days).</remarks>
    public required ImmutableArray<CoxCoefficient> TimeVarying { get; init; }
}
