using Microsoft.Extensions.Logging;
using VotingSim.Cohorts;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Grains.Clustering;

namespace VotingSim.Experiments.Running;

/// <summary>Deliberates the cohorts of a run at tables. What only got lost on its way is put back; what fails is tried again elsewhere, and
/// given up after a few times.</summary>
/// <param name="run">Name of the run: chairs tell arms of different runs apart by it; no number depends on it.</param>
/// <param name="options">How the run uses the machine.</param>
/// <param name="logger">Told what fails.</param>
internal sealed partial class CohortAttempts(string run, RunOptions options, ILogger logger)
{
    // A deliberation is computed: what fails twice more would fail always. What only got lost on its way does not count.
    private const int MostFailures = 3;

    // So long a cohort waits for a table elsewhere before one at the same site takes it again.
    private static readonly TimeSpan LongestWaitOfLost = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWaitOfFailed = TimeSpan.FromSeconds(5);

    private readonly List<CohortFailure> _failures = [];

    /// <summary>The cohorts that were given up.</summary>
    public IReadOnlyList<CohortFailure> Failures => _failures;

    /// <summary>Deliberates a cohort at a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cohort">The cohort, as it was taken from the queue.</param>
    /// <param name="queue">Where it goes back to.</param>
    /// <param name="stop">Cancelled where the first failure ends the run.</param>
    /// <returns>The result; null where the cohort failed: it went back to the queue, or was given up.</returns>
    /// <exception cref="TableLostException">The table is gone. The cohort went back to the queue.</exception>
    public async Task<CohortOutcome?> TryAsync(ITable table, QueuedCohort cohort, CohortQueue queue, CancellationTokenSource stop)
    {
        var arm = cohort.Arm;
        try
        {
            return await DeliberateAsync(table, arm, cohort.Cohort);
        }
        catch (TableLostException e)
        {
            RunTelemetry.Retries.Add(1);
            LogLost(arm.Id, cohort.Cohort.First, table.Site, e.Message);
            cohort.FailedAt = table.Site;
            queue.Return(cohort, TimeSpan.Zero, LongestWaitOfLost);
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException || table.Site != TablesHere.Here) // no other try in this process will go better
        {
            cohort.Failures++;
            cohort.FailedAt = table.Site;
            LogFailed(e, arm.Id, cohort.Cohort.First, table.Site, cohort.Failures);
            if (cohort.Failures < MostFailures && !options.FailFast)
            {
                RunTelemetry.Retries.Add(1);
                queue.Return(cohort, TimeSpan.FromMilliseconds(100 * Math.Pow(4, cohort.Failures - 1)), LongestWaitOfFailed);
                return null;
            }

            await GiveUpAsync(table, cohort, e.Message);
            queue.Finish();
            if (options.FailFast)
            {
                await stop.CancelAsync();
            }

            return null;
        }
    }

    private async Task GiveUpAsync(ITable table, QueuedCohort cohort, string message)
    {
        RunTelemetry.Failures.Add(1);
        cohort.Assembly.Fail();
        var replication = await FindAsync(table, cohort.Arm, cohort.Cohort);
        lock (_failures)
        {
            _failures.Add(new(cohort.Arm.Id, cohort.Cohort.First, cohort.Cohort.Count, replication, message));
        }
    }

    private async Task<CohortOutcome> DeliberateAsync(ITable table, Arm arm, Cohort cohort)
    {
        var (name, engine) = ($"{run}/{arm.Index}", Engine.Current.Fingerprint);
        return arm.Campaign is { } campaign
            ? new(null, await table.HoldCampaignsAsync(new(name, campaign, cohort, Engine: engine)))
            : new(await table.DeliberateAsync(new(name, arm.Terms, cohort, options.Traced, engine)), null);
    }

    // The first replication of a cohort that fails alone, found by halving.
    private async Task<long> FindAsync(ITable table, Arm arm, Cohort cohort)
    {
        var (first, count) = (cohort.First, cohort.Count);
        while (count > 1)
        {
            var half = count / 2;
            try
            {
                await DeliberateAsync(table, arm, new(first, half));
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

    [LoggerMessage(
        EventId = 2101, Level = LogLevel.Warning, Message = "{Arm}, cohort from {First}: lost in {Site} ({Reason}), to be deliberated again")]
    private partial void LogLost(string arm, uint first, string site, string reason);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "{Arm}, cohort from {First}: failed in {Site}, for the {Count}. time")]
    private partial void LogFailed(Exception exception, string arm, uint first, string site, int count);
}
