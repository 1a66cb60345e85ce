namespace VotingSim.Statistics.Survival;

/// <summary>How arm b compares with arm a, the baseline, where the two met different luck.</summary>
public sealed record IndependentComparison
{
    /// <summary>Until when both arms are observed. Unit: days.</summary>
    public required double Horizon { get; init; }

    /// <summary>Hazard of deciding in arm b over that in arm a, by Cox's model with Efron's ties; Wald's interval. Above 1, b decides
    /// faster. 0 or infinite, and without limits, where one arm never decides.</summary>
    public required Estimate HazardRatio { get; init; }

    /// <summary>The p of Wald's test that it is 1. NaN where the hazard ratio is not finite.</summary>
    public required double HazardRatioP { get; init; }

    /// <summary>The test of a ratio that stays the same over time. Undefined where the ratio is not finite.</summary>
    public required ChiSquareTest Proportionality { get; init; }

    /// <summary>The ratio up to the day by which half of both arms' decisions are made. NaN where neither arm decides then.</summary>
    public required double EarlyHazardRatio { get; init; }

    /// <summary>The ratio after that day.</summary>
    public required double LateHazardRatio { get; init; }

    /// <summary>The log-rank test of equal hazards.</summary>
    public required ChiSquareTest LogRank { get; init; }

    /// <summary>Mean days until the decision or the common horizon in arm b, less those in arm a; Welch's interval, cut at the horizon. Below 0, b
    /// decides faster.</summary>
    public required Estimate RestrictedMeanDifference { get; init; }

    /// <summary>Share of the pairs of one deliberation of each arm in which b decides on an earlier day, an undecided one being later than
    /// any.</summary>
    public required Estimate Earlier { get; init; }

    /// <summary>Share of those pairs in which both decide on the same day, or neither before the common horizon.</summary>
    public required Estimate Same { get; init; }

    /// <summary>Share of those pairs in which b decides later.</summary>
    public required Estimate Later { get; init; }
}
