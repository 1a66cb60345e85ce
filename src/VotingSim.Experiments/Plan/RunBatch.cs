namespace VotingSim.Experiments.Plan;

/// <summary>Consecutive replications of all arms after which a run asks whether it is precise enough.</summary>
/// <remarks>
/// The ends are fixed in advance: each is the next multiple of 1,024 above five quarters of the one before. What is asked is answered from
/// the stored rows alone, so that a run stops at the same number of replications whatever the parallelism, the cohort size or the
/// interruptions. A run that does not stop by precision is a single batch.
/// </remarks>
/// <param name="First">Index of the first replication.</param>
/// <param name="End">Index after the last one: the number of replications so far.</param>
public readonly record struct RunBatch(long First, long End)
{
    private const long Grain = 1024;

    /// <summary>The batches of an experiment, in order.</summary>
    public static IEnumerable<RunBatch> Of(ExperimentPlan plan)
    {
        if (plan.Until is null)
        {
            yield return new(0, plan.Replications);
            yield break;
        }

        for (var first = 0L; first < plan.Replications;)
        {
            var end = Math.Min(plan.Replications, ((first * 5 / 4 / Grain) + 1) * Grain);
            yield return new(first, end);
            first = end;
        }
    }
}
