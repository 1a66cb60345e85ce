using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Tests;

/// <summary>Runs that stop where their plan says that they are precise enough.</summary>
internal static class PreciseRuns
{
    /// <summary>Runs an experiment; its rows and the plan with the replications that were run.</summary>
    public static Task<(ResultsFolder Folder, ExperimentPlan End)> RunUntilPreciseAsync(
        this RunFixture runs, ExperimentPlan plan, RunOptions options, ResultsFolder? folder = null) =>
        runs.RunToEndAsync(plan, options, folder, PrecisionTally.For);
}
