namespace VotingSim.Statistics.Survival;

/// <summary>How arm b compares with arm a, the baseline, in the same worlds.</summary>
public sealed record PairedComparison
{
    /// <summary>Number of worlds.</summary>
    public required long Worlds { get; init; }

    /// <summary>Hazard of deciding in arm b over that in arm a, by Cox's model with Efron's ties; the interval is robust, with the world as
    /// cluster. Above 1, b decides faster.</summary>
    /// <remarks>0 or infinite, and without limits, where one arm never decides; see <see cref="Status"/>. Lin &amp; Wei (1989), J. Am. Stat. Assoc.
    /// 84(408), 1074-1078, doi:10.1080/01621459.1989.10478874.</remarks>
    public required Estimate HazardRatio { get; init; }

    /// <summary>The p of Wald's test that it is 1, with the same robust variance. NaN where the hazard ratio is not finite.</summary>
    public required double HazardRatioP { get; init; }

    /// <summary>How the estimation of the hazard ratio ended.</summary>
    public required CoxStatus Status { get; init; }

    /// <summary>The log-rank test with a variance that allows for the pairing: the robust score test at a hazard ratio of 1. Defined also where the
    /// hazard ratio is infinite.</summary>
    public required ChiSquareTest LogRank { get; init; }

    /// <summary>Until when both arms are observed. Unit: days.</summary>
    public required double Horizon { get; init; }

    /// <summary>Mean days until the decision or the common horizon in arm b, less those in arm a; Student's t interval of the paired differences.
    /// Below 0, b decides faster.</summary>
    public required Estimate RestrictedMeanDifference { get; init; }

    /// <summary>Share of the worlds in which b decides on an earlier day than a, an undecided arm being later than any; Wilson's interval.</summary>
    public required Estimate Earlier { get; init; }

    /// <summary>Share of the worlds in which both decide on the same day, or neither before the common horizon.</summary>
    public required Estimate Same { get; init; }

    /// <summary>Share of the worlds in which b decides later than a.</summary>
    public required Estimate Later { get; init; }
}
