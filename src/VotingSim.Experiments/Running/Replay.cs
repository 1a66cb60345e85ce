using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Grains;

namespace VotingSim.Experiments.Running;

/// <summary>One replication of an arm, deliberated again alone and written down round by round.</summary>
public static class Replay
{
    /// <summary>Deliberates the replication. Draws depend on its index alone, so that the rounds and the result are those of the run.</summary>
    public static async Task<CohortResult> OfAsync(Arm arm, uint replication, IGrainFactory grains)
    {
        var chair = grains.GetGrain<IChairGrain>($"replay-{arm.Id}");
        var message = await chair.DeliberateAsync(new(arm.Id, arm.Terms, new(replication, 1), replication + 1L));
        return message.Result;
    }

    /// <summary>Holds the campaign of a replication again alone, and writes one of its matters down round by round.</summary>
    /// <param name="arm">The arm, which is one of campaigns.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="matter">The number of the matter; null for none.</param>
    /// <param name="grains">Where the grains are called from.</param>
    public static async Task<CampaignResult> OfCampaignAsync(Arm arm, uint replication, int? matter, IGrainFactory grains)
    {
        var chair = grains.GetGrain<IChairGrain>($"replay-{arm.Id}");
        return (await chair.HoldCampaignsAsync(new(arm.Id, arm.Campaign!, new(replication, 1), matter))).Result;
    }
}
