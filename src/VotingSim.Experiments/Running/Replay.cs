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
}
