using VotingSim.Cohorts;

namespace VotingSim.Campaigns;

/// <summary>What came of the campaigns of a cohort.</summary>
public sealed record CampaignResult
{
    /// <summary>The replications.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>The sittings, in the order of the matter's number, then its stream.</summary>
    public required MatterResult[] Matters { get; init; }

    /// <summary>Mean goodwill of the members on the last day of each year; a value per campaign. Unit: utility.</summary>
    public required double[][] GoodwillMean { get; init; }

    /// <summary>Goodwill of the least contented member on the last day of each year; a value per campaign. Unit: utility.</summary>
    public required double[][] GoodwillMinimum { get; init; }

    /// <summary>Goodwill of each member, in seat order, on the last day of each year; a value per campaign. Unit: utility.</summary>
    public required double[][][] Goodwill { get; init; }
}
