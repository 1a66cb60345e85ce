namespace VotingSim.Analysis.Documents;

/// <summary>How alike the last ballots of two members are.</summary>
/// <param name="A">Code of the one.</param>
/// <param name="B">Code of the other, whose seat is higher.</param>
/// <param name="Agreement">Share of the replications in which both cast the same ballot. Range: 0 to 1.</param>
/// <param name="CohenKappa">Cohen's kappa. Range: -1 to 1.</param>
public sealed record MemberPairDocument(string A, string B, EstimateDocument Agreement, EstimateDocument CohenKappa);
