namespace VotingSim.Statistics.Comparison;

/// <summary>The paired differences between two rules over worlds: what differs from world to world, not the error of a mean.</summary>
/// <remarks>Quantiles interpolate between the two nearest worlds in rising order, at (n - 1) p from the first: type 7 of Hyndman &amp; Fan (1996),
/// Am. Stat. 50(4), 361-365, doi:10.1080/00031305.1996.10473566. NaN without worlds.</remarks>
public sealed record WorldDistribution
{
    /// <summary>Number of worlds in which the difference is defined.</summary>
    public required long Worlds { get; init; }

    /// <summary>Number of worlds in which it is not; they count nowhere else.</summary>
    public required long Undefined { get; init; }

    /// <summary>Number of worlds in which one of two rules decided and the other did not: their difference is a bound.</summary>
    public required long Censored { get; init; }

    /// <summary>Share of the worlds in which the rule has less than the baseline, of days: is earlier; Wilson's interval.</summary>
    public required Estimate Lower { get; init; }

    /// <summary>Share of the worlds in which there is no difference; of days, also where neither decided.</summary>
    public required Estimate Same { get; init; }

    /// <summary>Share of the worlds in which the rule has more than the baseline, of days: is later.</summary>
    public required Estimate Higher { get; init; }

    /// <summary>A twentieth of the worlds have a difference below it.</summary>
    public required double P05 { get; init; }

    /// <summary>Lower end of the middle half.</summary>
    public required double P25 { get; init; }

    /// <summary>The difference in the middle world.</summary>
    public required double P50 { get; init; }

    /// <summary>Upper end of the middle half.</summary>
    public required double P75 { get; init; }

    /// <summary>A twentieth of the worlds have a difference above it.</summary>
    public required double P95 { get; init; }
}
