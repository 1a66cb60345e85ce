using VotingSim.Deliberation;
using VotingSim.Experiments.Results;
using VotingSim.Grains;

namespace VotingSim.Experiments;

/// <summary>Runs an experiment: deliberates its cohorts at several tables at once and commits the rows part by part.</summary>
public sealed class ExperimentRunner(IGrainFactory grains)
{
    private static int _runs;

    /// <summary>Deliberates every part that is not in the folder yet, until all replications have been or the estimates are as precise as the plan asks for.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">Where the rows go; the caller holds its lock.</param>
    /// <param name="options">How the run uses the machine.</param>
    /// <param name="progress">Told after every cohort.</param>
    /// <param name="cancellation">Stops between two cohorts; what was committed stays.</param>
    /// <returns>The plan with the replications that were run.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped before its end.</exception>
    public async Task<ExperimentPlan> RunAsync(ExperimentPlan plan, ResultsFolder folder, RunOptions options, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var total = plan.Replications * plan.Arms.Length;
        var found = RunPart.Of(plan).Where(folder.Has).Sum(part => (long)part.Count);
        var done = found;
        var tally = plan.Until is { } until ? new PrecisionTally(plan, until, folder) : null;
        var run = Interlocked.Increment(ref _runs);
        progress?.Report(new(done, found, total));
        foreach (var batch in RunBatch.Of(plan))
        {
            var missing = RunPart.Of(plan).Where(part => part.First >= batch.First && part.First < batch.End && !folder.Has(part));
            await DeliberateAsync(run, plan, missing, folder, options, count => progress?.Report(new(Interlocked.Add(ref done, count), found, total)), cancellation);
            if (tally is not null)
            {
                await tally.AddAsync(plan, batch);
                if (tally.IsReached)
                {
                    return plan with { Replications = batch.End };
                }
            }
        }

        return plan;
    }

    private async Task DeliberateAsync(
        int run, ExperimentPlan plan, IEnumerable<RunPart> parts, ResultsFolder folder, RunOptions options, Action<int> progress, CancellationToken cancellation)
    {
        var schema = new RunSchema(plan);

        // Cohorts are taken in order, so that no more parts are open than there are tables.
        using var work = parts.SelectMany(part => Assemble(part, options.CohortSize)).GetEnumerator();
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAll(Enumerable.Range(0, options.Parallelism).Select(table => Task.Run(() => SitAsync(table), CancellationToken.None)));

        async Task SitAsync(int table)
        {
            try
            {
                var chair = grains.GetGrain<IChairGrain>($"run-{run}-table-{table}");
                while (Next() is var (assembly, index, cohort))
                {
                    failure.Token.ThrowIfCancellationRequested();
                    var arm = assembly.Part.Arm;
                    var message = await chair.DeliberateAsync(new($"{run}/{arm.Index}", arm.Terms, cohort, options.Traced));
                    progress(cohort.Count);
                    if (assembly.Complete(index, message.Result) is { } cohorts)
                    {
                        await CommitAsync(assembly.Part, cohorts);
                    }
                }
            }
            catch
            {
                await failure.CancelAsync();
                throw;
            }
        }

        (Assembly, int, Cohort)? Next()
        {
            lock (work)
            {
                return work.MoveNext() ? work.Current : null;
            }
        }

        async Task CommitAsync(RunPart part, IReadOnlyList<CohortResult> cohorts)
        {
            if (part.Index == 0 && options.Traced > 0)
            {
                await TraceFile.CommitAsync(folder, part.Arm, [.. cohorts.SelectMany(cohort => cohort.Traces)]);
            }

            await folder.CommitAsync(part, schema, cohorts);
        }
    }

    private static IEnumerable<(Assembly Assembly, int Index, Cohort Cohort)> Assemble(RunPart part, int cohortSize)
    {
        var cohorts = part.Cohorts(cohortSize).ToArray();
        var assembly = new Assembly(part, cohorts.Length);
        return cohorts.Select((cohort, index) => (assembly, index, cohort));
    }

    /// <summary>The cohorts of a part as they come in.</summary>
    private sealed class Assembly(RunPart part, int cohorts)
    {
        private readonly CohortResult[] _results = new CohortResult[cohorts];
        private int _missing = cohorts;

        public RunPart Part => part;

        /// <summary>Takes a cohort; returns all of them, in order, with the last that was missing.</summary>
        public CohortResult[]? Complete(int index, CohortResult result)
        {
            _results[index] = result;
            return Interlocked.Decrement(ref _missing) == 0 ? _results : null;
        }
    }
}
