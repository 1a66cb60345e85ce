using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Deliberation;
using VotingSim.Experiments.Results;
using VotingSim.Experiments.Tables;
using VotingSim.Grains;

namespace VotingSim.Experiments;

/// <summary>Runs an experiment: deliberates its cohorts at several tables at once and commits the rows part by part.</summary>
/// <param name="tables">Where the cohorts are deliberated.</param>
/// <param name="logger">Told what fails.</param>
public sealed partial class ExperimentRunner(ITables tables, ILogger<ExperimentRunner>? logger = null)
{
    // A deliberation is computed: what fails twice more would fail always. What only got lost on its way does not count.
    private const int MostFailures = 3;

    private static readonly Func<ILogger, string, string, IDisposable?> Scope = LoggerMessage.DefineScope<string, string>("Run {Run} of {Experiment}");

    private readonly ILogger _logger = logger ?? NullLogger<ExperimentRunner>.Instance;

    /// <summary>Deliberates every part that is not in the folder yet, until all replications have been or the estimates are as precise as the plan asks for.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">Where the rows go; the caller holds its lock.</param>
    /// <param name="options">How the run uses the machine.</param>
    /// <param name="progress">Told after every cohort.</param>
    /// <param name="cancellation">Stops between two cohorts; what was committed stays.</param>
    /// <returns>What was run, and what failed.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped before its end.</exception>
    public async Task<RunOutcome> RunAsync(ExperimentPlan plan, ResultsFolder folder, RunOptions options, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var total = plan.Replications * plan.Arms.Length;
        var found = RunPart.Of(plan).Where(folder.Has).Sum(part => (long)part.Count);
        var done = found;
        var run = Guid.NewGuid().ToString("N"); // chairs tell arms of different runs apart by it; no number depends on it
        var failures = new List<CohortFailure>();

        using var activity = Telemetry.Activities.StartActivity("run")?.SetTag("votingsim.experiment", plan.Name).SetTag("votingsim.run", run);
        using var scope = Scope(_logger, run, plan.Name);
        progress?.Report(new(done, found, total));
        var tally = plan.Until is { } until ? new PrecisionTally(plan, until, folder) : null;
        foreach (var batch in RunBatch.Of(plan))
        {
            var missing = RunPart.Of(plan).Where(part => part.First >= batch.First && part.First < batch.End && !folder.Has(part));
            await DeliberateAsync(run, plan, missing, folder, options, failures, count => progress?.Report(new(Interlocked.Add(ref done, count), found, total)), cancellation);
            if (failures.Count > 0 && (tally is not null || options.FailFast))
            {
                break; // nothing is decided on rows that are missing
            }

            if (tally is not null)
            {
                await tally.AddAsync(plan, batch);
                if (tally.IsReached)
                {
                    return new(plan with { Replications = batch.End }, failures);
                }
            }
        }

        return new(plan, failures);
    }

    private async Task DeliberateAsync(
        string run, ExperimentPlan plan, IEnumerable<RunPart> parts, ResultsFolder folder, RunOptions options, List<CohortFailure> failures, Action<int> progress, CancellationToken cancellation)
    {
        var schema = new RunSchema(plan);
        var todo = parts.ToArray();
        using var queue = new CohortQueue(CohortQueue.Of(todo, options.CohortSize), todo.Sum(part => (part.Count + options.CohortSize - 1L) / options.CohortSize));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await tables.SeatAsync(SitAsync, options.Parallelism, stop.Token);
        }
        catch (OperationCanceledException) when (options.FailFast && failures.Count > 0)
        {
            // ended by its first failure
        }
        finally
        {
            await stop.CancelAsync(); // no table waits for work that will not come
        }

        async Task SitAsync(ITable table)
        {
            try
            {
                while (await queue.NextAsync(table.Place, stop.Token) is { } item)
                {
                    if (await DeliberateAsync(table, item) is not { } result)
                    {
                        continue;
                    }

                    progress(item.Cohort.Count);
                    if (item.Assembly.Complete(item.Index, result) is { } cohorts)
                    {
                        await CommitAsync(item.Assembly.Part, cohorts);
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

        // Null where the cohort failed: it goes back to the queue, or is given up.
        async Task<CohortResult?> DeliberateAsync(ITable table, CohortQueue.Item item)
        {
            var arm = item.Assembly.Part.Arm;
            var order = new CohortOrder($"{run}/{arm.Index}", arm.Terms, item.Cohort, options.Traced);
            try
            {
                return await table.DeliberateAsync(order);
            }
            catch (TableLostException e)
            {
                RunTelemetry.Retries.Add(1);
                LogLost(arm.Id, item.Cohort.First, table.Place, e.Message);
                item.FailedIn = table.Place;
                queue.Return(item, TimeSpan.Zero);
                throw;
            }
            catch (Exception e)
            {
                item.Failures++;
                item.FailedIn = table.Place;
                LogFailed(e, arm.Id, item.Cohort.First, table.Place, item.Failures);
                if (item.Failures < MostFailures && !options.FailFast)
                {
                    RunTelemetry.Retries.Add(1);
                    queue.Return(item, TimeSpan.FromMilliseconds(100 * Math.Pow(4, item.Failures - 1)));
                    return null;
                }

                RunTelemetry.Failures.Add(1);
                item.Assembly.Fail();
                var replication = await FindAsync(table, order);
                lock (failures)
                {
                    failures.Add(new(arm.Id, item.Cohort.First, item.Cohort.Count, replication, e.Message));
                }

                queue.Finish();
                if (options.FailFast)
                {
                    await stop.CancelAsync();
                }

                return null;
            }
        }

        async Task CommitAsync(RunPart part, IReadOnlyList<CohortResult> cohorts)
        {
            if (part.Index == 0 && options.Traced > 0)
            {
                await TraceFile.CommitAsync(folder, part.Arm, [.. cohorts.SelectMany(cohort => cohort.Traces)]);
            }

            await folder.CommitAsync(part, schema, cohorts, plan.Fingerprint);
            RunTelemetry.Parts.Add(1);
        }
    }

    // The first replication of a cohort that fails alone, found by halving.
    private static async Task<long> FindAsync(ITable table, CohortOrder order)
    {
        var (first, count) = (order.Cohort.First, order.Cohort.Count);
        while (count > 1)
        {
            var half = count / 2;
            try
            {
                await table.DeliberateAsync(order with { Cohort = new(first, half) });
                (first, count) = (first + (uint)half, count - half);
            }
            catch (TableLostException)
            {
                break;
            }
            catch (Exception)
            {
                count = half;
            }
        }

        return first;
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "{Arm}, cohort from {First}: lost in {Place} ({Reason}), to be deliberated again")]
    private partial void LogLost(string arm, uint first, string place, string reason);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "{Arm}, cohort from {First}: failed in {Place}, for the {Count}. time")]
    private partial void LogFailed(Exception exception, string arm, uint first, string place, int count);
}
