using System.Collections.Immutable;
using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>Cox's proportional hazards model over all arms of a crisis: rules against the first one, and the swept numbers.</summary>
public sealed record HazardModel
{
    /// <summary>Name of the crisis.</summary>
    public required string Crisis { get; init; }

    /// <summary>The rule that the others are compared with.</summary>
    public required string BaselineRule { get; init; }

    /// <summary>Whether the standard errors allow for arms having met the same luck, by replication. Otherwise they take all durations as independent.</summary>
    public required bool IsClustered { get; init; }

    /// <summary>The model with constant ratios: a coefficient for every other rule, and one per unit of every swept number.</summary>
    public required ImmutableArray<HazardCoefficient> Coefficients { get; init; }

    /// <summary>The model in which the ratio of a rule changes with time: every other rule, then every other rule times ln(days), then the swept numbers. Empty where it cannot be estimated.</summary>
    /// <remarks>Golub (2007), European Union Politics 8(2), 155-179, doi:10.1177/1465116507076428. The ratio of a rule on day t is its own times t to the power of the coefficient of its ln(days).</remarks>
    public required ImmutableArray<HazardCoefficient> TimeVarying { get; init; }
}

/// <summary>A coefficient of a hazard model.</summary>
/// <param name="Name">The rule, a rule times <c>ln(days)</c>, or the swept parameter.</param>
/// <param name="Coefficient">The coefficient: the logarithm of the hazard ratio per unit.</param>
/// <param name="HazardRatio">Its exponential; above 1 decides faster.</param>
/// <param name="Z">The coefficient over its standard error.</param>
/// <param name="P">Probability of as large a one, were it 0.</param>
public readonly record struct HazardCoefficient(string Name, double Coefficient, Estimate HazardRatio, double Z, double P);
