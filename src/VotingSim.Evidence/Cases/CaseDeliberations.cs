using System.Collections.Concurrent;
using System.Collections.Immutable;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Experiments.Running;
using VotingSim.Grains;
using VotingSim.Grains.Clustering;

namespace VotingSim.Evidence.Cases;

/// <summary>Deliberates cases in many worlds, at tables as those of a run.</summary>
/// <param name="tables">Where the cohorts are deliberated.</param>
public sealed class CaseDeliberations(ITables tables)
{
    /// <summary>Worlds of a cohort; no number depends on it.</summary>
    private const int CohortSize = 1024;

    /// <summary>Deliberates every case in the same worlds.</summary>
    /// <param name="terms">The terms of each case.</param>
    /// <param name="worlds">Number of worlds. Range: &gt;= 1.</param>
    /// <param name="progress">Told after every cohort how many worlds of cases are done.</param>
    /// <param name="cancellation">Stops between two cohorts.</param>
    /// <returns>What came of each, in their order; the same whatever the number of tables.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ImmutableArray<CaseWorlds>> RunAsync(
        IReadOnlyList<DeliberationTerms> terms, int worlds, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var run = Guid.NewGuid().ToString("N"); // chairs tell arms of different runs apart by it
        var cohorts = (worlds + CohortSize - 1) / CohortSize;
        var results = terms.Select(_ => new CohortResult[cohorts]).ToArray();
        var waiting = new ConcurrentQueue<(int Case, int Cohort)>(
            Enumerable.Range(0, terms.Count).SelectMany(index => Enumerable.Range(0, cohorts).Select(cohort => (index, cohort))));
        var done = 0L;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        while (!waiting.IsEmpty)
        {
            await tables.SeatAsync(WorkAtAsync, parallelism: null, stop.Token);
        }

        return [.. results.Select(CaseWorlds.Of)];

        async Task WorkAtAsync(ITable table)
        {
            while (waiting.TryDequeue(out var next))
            {
                stop.Token.ThrowIfCancellationRequested();
                var first = next.Cohort * CohortSize;
                var cohort = new Cohort((uint)first, Math.Min(CohortSize, worlds - first));
                var order = new CohortOrder($"{run}/{next.Case}", terms[next.Case], cohort, 0, Engine.Current.Fingerprint);
                try
                {
                    results[next.Case][next.Cohort] = await table.DeliberateAsync(order);
                }
                catch (TableLostException)
                {
                    waiting.Enqueue(next);
                    throw;
                }
                catch
                {
                    await stop.CancelAsync();
                    throw;
                }

                progress?.Report(Interlocked.Add(ref done, cohort.Count));
            }
        }
    }
}
