using VotingSim.Cohorts;
using VotingSim.Worlds;

namespace VotingSim.Campaigns;

/// <summary>Asks the members whether the rule is to be reformed, in some of the campaigns in which a matter arises. Model.md 9.</summary>
public sealed record ReformQuestion
{
    /// <summary>The matter that arises; its lanes are the campaigns.</summary>
    public required Cohort Arisen { get; init; }

    /// <summary>The lanes in which the members are asked, ascending. Never empty.</summary>
    public required int[] Lanes { get; init; }

    /// <summary>What of the past speaks: for each matter by its number, over the campaigns of the cohort, whether it died, is remembered, and would
    /// have been adopted with its last ballots by the new rule.</summary>
    public required bool[][] Saved { get; init; }

    /// <summary>Which parameters are drawn for every world; null where all are as configured.</summary>
    public required WorldUncertainty? Uncertainty { get; init; }
}
