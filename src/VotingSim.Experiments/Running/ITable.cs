using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Experiments.Running;

/// <summary>A table: deliberates one cohort at a time.</summary>
public interface ITable
{
    /// <summary>Names where the table stands: what failed there is tried again elsewhere.</summary>
    string Site { get; }

    /// <summary>Deliberates a cohort to its end.</summary>
    /// <exception cref="TableLostException">Nothing is known of the cohort any more: the table, or the way to it, is gone.</exception>
    Task<CohortResult> DeliberateAsync(CohortOrder order);

    /// <summary>Holds the campaigns of a cohort to their end.</summary>
    /// <exception cref="TableLostException">As of <see cref="DeliberateAsync"/>.</exception>
    Task<CampaignResult> HoldCampaignsAsync(CampaignOrder order) => throw new NotSupportedException("This table holds no campaigns.");
}
