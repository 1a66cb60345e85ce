using Orleans.Concurrency;
using VotingSim.Cohorts;

namespace VotingSim.Grains;

/// <summary>The chair of one table. Key: any name; tables with different names deliberate side by side.</summary>
[Alias("votingsim.chair")]
public interface IChairGrain : IGrainWithStringKey
{
    /// <summary>Deliberates a cohort to its end, however long it takes: whoever waits asks now and then whether
    /// <see cref="IsDeliberatingAsync"/>.</summary>
    /// <exception cref="AdjournedException">The silo is leaving its cluster; the cohort was not begun, or not ended.</exception>
    /// <exception cref="Clustering.StrangeEngineException">The order comes of another engine.</exception>
    [Alias("deliberate"), ResponseTimeout("1.00:00:00")]
    Task<CohortMessage> DeliberateAsync(CohortOrder order);

    /// <summary>Holds the campaigns of a cohort to their end; as <see cref="DeliberateAsync"/>.</summary>
    /// <exception cref="AdjournedException">The silo is leaving its cluster; the campaigns were not begun, or not ended.</exception>
    /// <exception cref="Clustering.StrangeEngineException">The order comes of another engine.</exception>
    [Alias("hold-campaigns"), ResponseTimeout("1.00:00:00")]
    Task<CampaignMessage> HoldCampaignsAsync(CampaignOrder order);

    /// <summary>Whether the chair is at work on a cohort of an arm. Answered between two rounds.</summary>
    [Alias("is-deliberating"), AlwaysInterleave, ResponseTimeout("00:00:20")]
    Task<bool> IsDeliberatingAsync(string arm, Cohort cohort);
}

/// <summary>A table hands a cohort back because its silo is leaving the cluster.</summary>
[GenerateSerializer, Alias("votingsim.adjourned")]
public sealed class AdjournedException : Exception
{
    /// <summary>Says so.</summary>
    public AdjournedException()
        : base("The silo is leaving its cluster and hands its cohorts back.")
    {
    }
}
