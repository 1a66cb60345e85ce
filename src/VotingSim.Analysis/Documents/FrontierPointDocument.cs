using System.Collections.Immutable;

namespace VotingSim.Analysis.Documents;

/// <summary>One rule on a frontier.</summary>
/// <param name="Arm">Id of the arm.</param>
/// <param name="RmstDays">Restricted mean time. Unit: days.</param>
/// <param name="Cohesion">Mean of the measure of cohesion.</param>
/// <param name="DominatedBy">Ids of the arms that are shown to be both faster and more cohesive.</param>
public sealed record FrontierPointDocument(string Arm, ValueInterval RmstDays, ValueInterval Cohesion, ImmutableArray<string> DominatedBy);
