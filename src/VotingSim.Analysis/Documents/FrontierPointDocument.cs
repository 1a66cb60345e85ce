using System.Collections.Immutable;

namespace VotingSim.Analysis.Documents;

/// <summary>One rule on a frontier.</summary>
/// <param name="Arm">Id of the arm.</param>
/// <param name="Days">Days over worlds.</param>
/// <param name="Values">The measure over worlds.</param>
/// <param name="RmstDays">Restricted mean time. Unit: days.</param>
/// <param name="Mean">Mean of the measure.</param>
/// <param name="DominatedBy">Ids of the arms that are shown to be both faster and better.</param>
public sealed record FrontierPointDocument(
    string Arm, SpreadDocument Days, SpreadDocument Values, EstimateDocument RmstDays, EstimateDocument Mean, ImmutableArray<string> DominatedBy);
