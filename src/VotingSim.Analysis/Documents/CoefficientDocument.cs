using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Documents;

/// <summary>The effect of a term on the hazard of deciding.</summary>
/// <param name="Name">The term: a rule, a group, a swept number or a swept word.</param>
/// <param name="HazardRatio">Hazard ratio, of a number per unit: above 1 decides faster.</param>
/// <param name="Z">Wald's statistic.</param>
/// <param name="P">Probability of a statistic as far from 0 without an effect.</param>
public sealed record CoefficientDocument(string Name, ValueInterval HazardRatio, double Z, double P)
{
    /// <summary>What is said of a coefficient.</summary>
    public static CoefficientDocument Of(CoxCoefficient coefficient) =>
        new(coefficient.Name, ValueInterval.Of(coefficient.HazardRatio), coefficient.Z, coefficient.P);
}
