namespace VotingSim.Analysis.Documents;

/// <summary>A log-rank test of two arms, with one degree of freedom.</summary>
/// <param name="Chi2">The statistic.</param>
/// <param name="P">Probability of one at least as large, were the hazards equal.</param>
public sealed record LogRankDocument(double Chi2, double P);
