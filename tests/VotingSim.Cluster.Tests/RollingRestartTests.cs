using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains;
using VotingSim.Grains.Clustering;

namespace VotingSim.Cluster.Tests;

/// <summary>A cluster whose silos are all started anew, one after another, while a run goes on.</summary>
public class RollingRestartTests(ReferenceRun reference)
{
    private const int CohortSize = 32;

    [Fact]
    public async Task Four_silos_are_started_anew_in_mid_run_and_no_cohort_fails_none_waits_for_three_seconds_and_no_byte_changes()
    {
        var folder = new ResultsFolder(Path.Combine(reference.NewFolder(), "out"));
        await using var cluster = await ClusterOfSilos.StartAsync("redis", Path.GetDirectoryName(folder.Path)!, silos: 4);
        using var client = Client(cluster.Option[1]);
        await client.StartAsync();
        var plan = ExperimentReader.Read(ReferenceRun.Experiment, ReferenceRun.Settings);
        var watched = new WatchedTables((int)(plan.Arms.Length * plan.Replications / CohortSize), new TablesOfCluster(client.Services.GetRequiredService<IGrainFactory>(), TimeSpan.FromMinutes(2), NullLogger<TablesOfCluster>.Instance));

        RunOutcome outcome;
        TimeSpan[] departures;
        using (folder.Lock())
        {
            var run = new ExperimentRunner(watched).RunAsync(plan, folder, new() { CohortSize = CohortSize }, stopping: null, progress: null, CancellationToken.None);
            await Wait.UntilAsync(() => watched.Finished.Count > 50 || run.IsCompleted, () => "Nothing is deliberated.");
            departures = await RestartAllAsync(cluster);
            run.IsCompleted.ShouldBeFalse("the run should outlast the restarts");
            watched.LetGo();
            outcome = await run;
        }

        outcome.Failures.ShouldBeEmpty();
        watched.Failures.ShouldBeEmpty();
        watched.LongestStall().ShouldBeLessThan(TimeSpan.FromSeconds(3));
        reference.ShouldBeIn(Path.GetDirectoryName(folder.Path)!);
        cluster.Silos.ShouldAllBe(silo => !silo.Said.Contains("   at ", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage(
            $"longest stall {watched.LongestStall().TotalSeconds:F2} s, {watched.Lost} cohorts lost, silos left within {departures.Max().TotalSeconds:F2} s");
    }

    private static async Task<TimeSpan[]> RestartAllAsync(ClusterOfSilos cluster)
    {
        var departures = new List<TimeSpan>();
        foreach (var silo in cluster.Silos.ToArray())
        {
            var clock = Stopwatch.StartNew();
            silo.Terminate();
            (await silo.EndAsync()).ShouldBe(0, silo.Said);
            departures.Add(clock.Elapsed);
            await cluster.Begin().SaysAsync("takes part");
        }

        return [.. departures];
    }

    private static IHost Client(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDeliberationClient(ClusterStore.Parse(connection), TimeSpan.FromSeconds(30));
        return builder.Build();
    }

    /// <summary>Tables that note when each cohort was finished, and take the more time the fewer are left until they are let go: so that the run outlasts what is done to its silos.</summary>
    private sealed class WatchedTables(int cohorts, ITables tables) : ITables
    {
        private const double MillisecondsForAll = 160_000;

        private volatile bool _isLetGo;
        private int _lost;

        public ConcurrentQueue<long> Finished { get; } = [];

        public ConcurrentQueue<Exception> Failures { get; } = [];

        public int Lost => _lost;

        private int Pause => (int)(MillisecondsForAll / Math.Max(20, cohorts - Finished.Count));

        public void LetGo() => _isLetGo = true;

        public Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation) =>
            tables.SeatAsync(table => sit(new WatchedTable(this, table)), parallelism, cancellation);

        public TimeSpan LongestStall()
        {
            var times = Finished.Order().ToArray();
            return times.Zip(times.Skip(1), (before, after) => Stopwatch.GetElapsedTime(before, after)).Max();
        }

        private sealed class WatchedTable(WatchedTables watched, ITable table) : ITable
        {
            public string Site => table.Site;

            public async Task<CohortResult> DeliberateAsync(CohortOrder order)
            {
                try
                {
                    var result = await table.DeliberateAsync(order);
                    watched.Finished.Enqueue(Stopwatch.GetTimestamp());
                    await (watched._isLetGo ? Task.CompletedTask : Task.Delay(watched.Pause));
                    return result;
                }
                catch (TableLostException)
                {
                    Interlocked.Increment(ref watched._lost);
                    throw;
                }
                catch (Exception e)
                {
                    watched.Failures.Enqueue(e);
                    throw;
                }
            }
        }
    }
}
