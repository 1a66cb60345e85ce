using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis;

/// <summary>Computes the summary of a run from its stored rows.</summary>
public static class SummaryReader
{
    /// <summary>Computes the summary from the rows of a folder. Memory does not grow with the number of replications.</summary>
    /// <param name="plan">The experiment, with the replications that were run.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="progress">Told of the rows that are counted.</param>
    public static Task<Summary> ReadAsync(ExperimentPlan plan, ResultsFolder folder, IProgress<RunProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new RunTally(plan, folder).FinishAsync(plan, progress);
    }
}
