namespace VotingSim.Analysis.Documents;

/// <summary>An arm of a run against one of another run that met different luck. Differences are arm minus baseline.</summary>
/// <param name="Baseline">Id of the arm that is compared with.</param>
/// <param name="Arm">Id of the arm.</param>
/// <param name="Paired">False: the two are independent samples.</param>
/// <param name="BaselineReplications">Replications of the baseline.</param>
/// <param name="Replications">Replications of the arm.</param>
/// <param name="HazardRatio">Hazard of deciding relative to the baseline: above 1 decides faster.</param>
/// <param name="HazardRatioP">Probability of a ratio as far from 1, were it 1.</param>
/// <param name="HolmP">That probability after Holm's correction.</param>
/// <param name="LogRank">Log-rank test of equal hazards.</param>
/// <param name="RmstDifference">Difference of the restricted means. Unit: days.</param>
/// <param name="Earlier">Share of the pairs of a world of each run in which the arm decided earlier. Range: 0 to 1.</param>
/// <param name="Same">Share in which both decided on the same day, or neither did. Range: 0 to 1.</param>
/// <param name="Later">Share in which it decided later. Range: 0 to 1.</param>
/// <param name="Differences">Difference of the means of <c>decided</c>, <c>rounds</c> and every measure that both have, by its column.</param>
public sealed record UnpairedDocument(
    string Baseline,
    string Arm,
    bool Paired,
    long BaselineReplications,
    long Replications,
    EstimateDocument HazardRatio,
    double HazardRatioP,
    double HolmP,
    LogRankDocument LogRank,
    EstimateDocument RmstDifference,
    EstimateDocument Earlier,
    EstimateDocument Same,
    EstimateDocument Later,
    [property: Beside] IReadOnlyDictionary<string, MeanDifferenceDocument> Differences)
{
    /// <summary>What is said of a comparison.</summary>
    public static UnpairedDocument Of(UnpairedComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var days = comparison.Days;
        return new(
            comparison.Baseline.Id,
            comparison.Arm.Id,
            Paired: false,
            comparison.BaselineReplications,
            comparison.Replications,
            EstimateDocument.Of(days.HazardRatio),
            days.HazardRatioP,
            comparison.HolmP,
            new(days.LogRank.ChiSquare, days.LogRank.P),
            EstimateDocument.Of(days.RestrictedMeanDifference),
            EstimateDocument.Of(days.Earlier),
            EstimateDocument.Of(days.Same),
            EstimateDocument.Of(days.Later),
            new OrderedDictionary<string, MeanDifferenceDocument>(
                comparison.Differences.Select(difference => KeyValuePair.Create(difference.Name, MeanDifferenceDocument.Of(difference))),
                StringComparer.Ordinal));
    }
}

/// <summary>The difference of the means of a column.</summary>
/// <param name="Mean">Mean of the arm less that of the baseline.</param>
/// <param name="SimulationError">Its 95 % interval, which narrows with more replications.</param>
/// <param name="P">Probability of a difference as far from 0, were the expected one 0.</param>
/// <param name="HolmP">That probability after Holm's correction.</param>
public sealed record MeanDifferenceDocument(double Mean, LimitsDocument SimulationError, double P, double HolmP)
{
    /// <summary>What is said of a difference.</summary>
    public static MeanDifferenceDocument Of(MeanDifference difference) =>
        new(difference.Mean.Value, LimitsDocument.Of(difference.Mean), difference.P, difference.HolmP);
}
