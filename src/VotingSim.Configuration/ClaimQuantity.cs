namespace VotingSim.Configuration;

/// <summary>What a claim is about: a number that is estimated from its sides, the first of which is the baseline.</summary>
public enum ClaimQuantity
{
    /// <summary>Hazard of deciding on the second side over that on the first, by Cox's model. Above 1, the second decides sooner.</summary>
    HazardRatio,

    /// <summary>What the logarithm of that hazard ratio gains each time that age grows e-fold. Below 0, the lead wears off.</summary>
    HazardTrend,

    /// <summary>Median days of the second side over those of the first. Below 1, the second decides sooner.</summary>
    MedianRatio,

    /// <summary>By which power of the sides' values the median days grow: least squares on both logarithms, over two or more sides. 0 is not at
    /// all, 1 in proportion.</summary>
    MedianElasticity,

    /// <summary>Share decided on the second side less that on the first.</summary>
    DecidedDifference,

    /// <summary>Share of the decisions of the only side to which nobody objected.</summary>
    UnopposedShare,

    /// <summary>Mean distance of the outcome from the status quo on the second side less that on the first, over the worlds that decide on both.
    /// Unit: points of the issue scale.</summary>
    DistanceDifference,
}
