using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Running;

/// <summary>Tells, from the committed rows of batch after batch, when a run has enough of them.</summary>
public interface IStoppingRule
{
    /// <summary>Whether no more rows are needed.</summary>
    bool IsReached { get; }

    /// <summary>Takes in the committed rows of a batch.</summary>
    Task AddAsync(ExperimentPlan plan, RunBatch batch);
}
