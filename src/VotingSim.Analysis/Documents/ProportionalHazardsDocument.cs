namespace VotingSim.Analysis.Documents;

/// <summary>Whether one hazard ratio says it all.</summary>
/// <param name="Chi2">Statistic of the test of a ratio that stays the same over time.</param>
/// <param name="Df">Its degrees of freedom.</param>
/// <param name="P">Probability of one at least as large, did it stay the same.</param>
/// <param name="EarlyHazardRatio">The ratio up to the day by which half of both arms' decisions are made.</param>
/// <param name="LateHazardRatio">The ratio after that day.</param>
/// <param name="SingleRatioMisleads">Whether p is below 0.05 and the two ratios lie on different sides of 1 or differ by a factor of two or
/// more.</param>
public sealed record ProportionalHazardsDocument(
    double Chi2, int Df, double P, double EarlyHazardRatio, double LateHazardRatio, bool SingleRatioMisleads);
