using System.Collections.Immutable;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>The contract of what <c>survival --format json</c> writes: its names in snake case are those of the document.</summary>
/// <param name="Rows">Number of rows; a row with a weight counts as often as it says.</param>
/// <param name="LeftOut">Number of rows that were left out for a missing value.</param>
/// <param name="Subjects">Number of subjects that the rows are spells of; null without <c>--id</c>.</param>
/// <param name="Horizon">Up to when times are averaged.</param>
/// <param name="Groups">The groups, in the order of the data; the first is the baseline.</param>
/// <param name="LogRank">Log-rank test of equal rates of deciding, within strata; null for one group.</param>
/// <param name="Cox">Cox's model of groups and covariates; null without either.</param>
public sealed record SurvivalDocument(
    long Rows, long LeftOut, long? Subjects, double Horizon, ImmutableArray<SurvivalGroupDocument> Groups, TestDocument? LogRank, CoxDocument? Cox);
