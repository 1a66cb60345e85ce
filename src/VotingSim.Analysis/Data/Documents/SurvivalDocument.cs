using System.Collections.Immutable;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>The contract of what <c>survival --format json</c> writes: its names in snake case are those of the document.</summary>
/// <param name="Horizon">Up to when times are averaged.</param>
/// <param name="Groups">The groups, in the order of the data; the first is the baseline.</param>
/// <param name="LogRank">Log-rank test of equal rates of deciding; null for one group.</param>
/// <param name="Cox">Hazards of each group but the first, relative to the first; null for one group.</param>
public sealed record SurvivalDocument(double Horizon, ImmutableArray<SurvivalGroupDocument> Groups, TestDocument? LogRank, CoxDocument? Cox);
