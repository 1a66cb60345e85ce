using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Documents;

/// <summary>The effect of a term on the hazard of deciding in one model for all arms of a crisis.</summary>
/// <param name="Name">The term: a rule, a swept number or a swept word.</param>
/// <param name="JointHazardRatio">Hazard ratio, of a number per unit: above 1 decides faster. Not the ratio of a pair, which is
/// <c>hazard_ratio</c> of a comparison.</param>
/// <param name="Z">Wald's statistic.</param>
/// <param name="P">Probability of a statistic as far from 0 without an effect.</param>
public sealed record JointCoefficientDocument(string Name, EstimateDocument JointHazardRatio, double Z, double P)
{
    /// <summary>What is said of a coefficient.</summary>
    public static JointCoefficientDocument Of(CoxCoefficient coefficient) =>
        new(coefficient.Name, EstimateDocument.Of(coefficient.HazardRatio), coefficient.Z, coefficient.P);
}
