using VotingSim.Analysis.Documents;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>The effect of a term on the hazard of deciding.</summary>
/// <param name="Name">The term: a group, a covariate, or a product with time.</param>
/// <param name="Coefficient">Logarithm of the hazard ratio, of a number per unit.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="HazardRatio">Hazard ratio: above 1 decides faster.</param>
/// <param name="Z">Wald's statistic.</param>
/// <param name="P">Probability of a statistic as far from 0 without an effect.</param>
/// <param name="Proportionality">Test that the ratio stays the same over time; null where the model lets ratios change.</param>
public sealed record SurvivalTermDocument(
    string Name,
    double Coefficient,
    double StandardError,
    ValueInterval HazardRatio,
    double Z,
    double P,
    TestDocument? Proportionality);
