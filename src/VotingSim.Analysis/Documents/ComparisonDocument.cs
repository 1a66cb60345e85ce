using System.Collections.Immutable;

namespace VotingSim.Analysis.Documents;

/// <summary>An arm against another one, replication by replication. Differences are arm minus baseline.</summary>
/// <param name="Baseline">Id of the arm that is compared with.</param>
/// <param name="Arm">Id of the arm.</param>
/// <param name="Paired">Whether replications are compared one by one.</param>
/// <param name="Replications">Number of pairs; where they are not paired, the smaller number of replications.</param>
/// <param name="Worlds">The differences world by world.</param>
/// <param name="HazardRatio">Hazard of deciding relative to the baseline, of these two arms alone and over all worlds together: above 1
/// decides faster.</param>
/// <param name="HazardRatioP">Probability of a ratio as far from 1, were it 1.</param>
/// <param name="HolmP">That probability after Holm's correction.</param>
/// <param name="ProportionalHazards">Whether that one ratio says it all.</param>
/// <param name="LogRank">Log-rank test of equal hazards.</param>
/// <param name="RmstDifference">Difference of the restricted means. Unit: days.</param>
/// <param name="Earlier">Share of the pairs in which the arm decided earlier. Range: 0 to 1.</param>
/// <param name="Same">Share in which both decided on the same day, or neither did. Range: 0 to 1.</param>
/// <param name="Later">Share in which it decided later. Range: 0 to 1.</param>
/// <param name="Differences">Mean difference of <c>decided</c>, <c>rounds</c> and every measure of the crisis, by its column.</param>
/// <param name="Members">For whom the arm is better, in seat order.</param>
public sealed record ComparisonDocument(
    string Baseline,
    string Arm,
    bool Paired,
    long Replications,
    WorldsDocument Worlds,
    EstimateDocument HazardRatio,
    double HazardRatioP,
    double HolmP,
    ProportionalHazardsDocument ProportionalHazards,
    LogRankDocument LogRank,
    EstimateDocument RmstDifference,
    EstimateDocument Earlier,
    EstimateDocument Same,
    EstimateDocument Later,
    [property: Beside] IReadOnlyDictionary<string, DifferenceDocument> Differences,
    ImmutableArray<MemberDifferenceDocument> Members);
