using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Grains;

namespace VotingSim.Experiments.Running;

/// <summary>Runs an experiment: deliberates its cohorts at several tables at once and commits the rows part by part.</summary>
/// <param name="tables">Where the cohorts are deliberated.</param>
/// <param name="logger">Told what fails.</param>
public sealed class ExperimentRunner(ITables tables, ILogger<ExperimentRunner>? logger = null)
{
    private static readonly Func<ILogger, string, string, IDisposable?> Scope =
        LoggerMessage.DefineScope<string, string>("Run {Run} of {Experiment}");

    private readonly ILogger _logger = logger ?? NullLogger<ExperimentRunner>.Instance;

    /// <summary>Deliberates every part that is not in the folder yet, until all replications have been or there are enough.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">Where the rows go; the caller holds its lock.</param>
    /// <param name="options">How the run uses the machine.</param>
    /// <param name="stopping">Tells after every batch whether there are enough; null where all replications are run.</param>
    /// <param name="progress">Told after every cohort.</param>
    /// <param name="cancellation">Stops between two cohorts; what was committed stays.</param>
    /// <param name="committed">Told of the rows of every part that is committed now; null for nobody.</param>
    /// <returns>What was run, and what failed.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped before its end.</exception>
    public async Task<RunOutcome> RunAsync(
        ExperimentPlan plan,
        ResultsFolder folder,
        RunOptions options,
        IStoppingRule? stopping,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation,
        ICommittedRows? committed = null)
    {
        var total = plan.Replications * plan.Arms.Length;
        RunPart[] parts = [.. InOrder(folder.LayoutOf(plan))];
        var found = parts.Where(folder.Has).Sum(part => (long)part.Count);
        var done = found;
        var run = Guid.NewGuid().ToString("N");
        var attempts = new CohortAttempts(run, options, _logger);
        var writer = new PartWriter(plan, folder, options.Traced, committed);

        using var activity = Telemetry.Activities.StartActivity("run")?.SetTag("votingsim.experiment", plan.Name).SetTag("votingsim.run", run);
        using var scope = Scope(_logger, run, plan.Name);
        progress?.Report(new(done, found, total));
        foreach (var batch in RunBatch.Of(plan))
        {
            var missing = parts.Where(part => part.First >= batch.First && part.First < batch.End && !folder.Has(part));
            await CompleteAsync([.. missing], attempts, writer, options, Count, cancellation);
            if (attempts.Failures.Count > 0 && (stopping is not null || options.FailFast))
            {
                break; // nothing is decided on rows that are missing
            }

            if (stopping is not null)
            {
                await stopping.AddAsync(plan, batch);
                if (stopping.IsReached)
                {
                    return new(plan with { Replications = batch.End }, attempts.Failures);
                }
            }
        }

        return new(plan, attempts.Failures);

        void Count(int replications) => progress?.Report(new(Interlocked.Add(ref done, replications), found, total));
    }

    // Rules that are compared with one another side by side, replications after replications, so that what is told of them can be forgotten soon.
    private static IEnumerable<RunPart> InOrder(RunLayout layout) => layout.Parts
        .OrderBy(part => part.Slices[0].Arm.Baseline).ThenBy(part => part.First).ThenBy(part => part.Slices[0].Arm.Index);

    // Until every cohort of the parts is committed or given up.
    private async Task CompleteAsync(
        RunPart[] parts, CohortAttempts attempts, PartWriter writer, RunOptions options, Action<int> progress, CancellationToken cancellation)
    {
        using var queue = CohortQueue.Of(parts, options.CohortSize);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await tables.SeatAsync(WorkAtAsync, options.Parallelism, stop.Token);
        }
        catch (OperationCanceledException) when (options.FailFast && attempts.Failures.Count > 0)
        {
            // ended by its first failure
        }
        finally
        {
            await stop.CancelAsync(); // no table waits for work that will not come
        }

        async Task WorkAtAsync(ITable table)
        {
            try
            {
                while (await queue.NextAsync(table.Site, stop.Token) is { } cohort)
                {
                    if (await attempts.TryAsync(table, cohort, queue, stop) is not { } result)
                    {
                        continue;
                    }

                    progress(cohort.Cohort.Count);
                    if (cohort.Assembly.Complete(cohort.Index, result) is { } cohorts)
                    {
                        await writer.CommitAsync(cohort.Assembly.Part, cohorts);
                    }

                    queue.Finish();
                }
            }
            catch (Exception e) when (e is not TableLostException)
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
