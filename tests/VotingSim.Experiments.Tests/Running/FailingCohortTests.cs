using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains;

namespace VotingSim.Experiments.Tests.Running;

/// <summary>Tables that fail, as a test wants them to: what the runner makes of it.</summary>
public class FailingCohortTests(RunFixture runs)
{
    [Fact]
    public async Task A_cohort_that_fails_once_or_twice_is_deliberated_again_to_the_same_bytes()
    {
        var plan = RunFixture.Plan(replications: 400);
        var expected = RunFixture.Bytes(await runs.RunAsync(plan, new()));
        var failed = new Dictionary<(string, Cohort), int>();
        var (folder, failures) = await RunAsync(plan, new() { CohortSize = 100, Parallelism = 2 }, (order, _) =>
        {
            lock (failed)
            {
                var times = failed.GetValueOrDefault((order.Arm, order.Cohort));
                failed[(order.Arm, order.Cohort)] = times + 1;
                if (times < order.Cohort.First / 100 % 3)
                {
                    throw new InvalidOperationException("A passing fault.");
                }
            }
        });

        failures.ShouldBeEmpty();
        RunFixture.Bytes(folder).ShouldBe(expected);
    }

    [Fact]
    public async Task A_cohort_that_always_fails_is_named_with_the_replication_that_does_and_the_rest_of_the_run_goes_on()
    {
        var plan = RunFixture.Plan(replications: 5000);
        var expected = RunFixture.Bytes(await runs.RunAsync(plan, new()));
        var bad = plan.Arms[2];

        var (folder, failures) = await RunAsync(plan, new() { CohortSize = 1000, Parallelism = 2 }, (order, _) =>
        {
            if (order.Terms == bad.Terms && order.Cohort.First <= 2257 && order.Cohort.First + order.Cohort.Count > 2257)
            {
                throw new InvalidOperationException("A lasting fault.");
            }
        });

        failures.ShouldBe([new CohortFailure(bad.Id, 2000, 1000, 2257, "A lasting fault.")]);
        RunFixture.Bytes(folder).ShouldBe(expected.Where(file => !file.Name.Contains(bad.Id, StringComparison.Ordinal)));

        await CohortFailures.CommitAsync(folder, failures);
        (await File.ReadAllTextAsync(folder.Failures)).ShouldContain("\"replication\": 2257");
        await runs.RunAsync(plan, new(), folder);
        RunFixture.Bytes(folder).ShouldBe(expected);
    }

    [Fact]
    public async Task Fail_fast_ends_the_run_at_the_first_failure()
    {
        var plan = RunFixture.Plan(replications: 5000);
        var deliberated = 0;

        var (folder, failures) = await RunAsync(plan, new() { CohortSize = 1250, Parallelism = 1, FailFast = true }, (order, _) =>
        {
            if (order.Terms == plan.Arms[1].Terms)
            {
                throw new InvalidOperationException("A lasting fault.");
            }

            deliberated++;
        });

        failures.Single().Arm.ShouldBe(plan.Arms[1].Id);
        RunFixture.Bytes(folder).Count.ShouldBe(1);
        deliberated.ShouldBeLessThan(4 * plan.Arms.Length);
    }

    [Fact]
    public async Task What_failed_in_one_place_is_tried_in_another()
    {
        var plan = RunFixture.Plan(replications: 300);
        var expected = RunFixture.Bytes(await runs.RunAsync(plan, new()));
        var tries = 0;

        var (folder, failures) = await RunAsync(plan, new() { CohortSize = 100, Parallelism = 2 }, (_, place) =>
        {
            if (place == "site 0")
            {
                Interlocked.Increment(ref tries);
                throw new InvalidOperationException("This machine is broken.");
            }
        });

        failures.ShouldBeEmpty();
        tries.ShouldBeGreaterThan(0);
        RunFixture.Bytes(folder).ShouldBe(expected);
    }

    private async Task<(ResultsFolder Folder, IReadOnlyList<CohortFailure> Failures)> RunAsync(ExperimentPlan plan, RunOptions options, Action<CohortOrder, string> before)
    {
        var folder = runs.NewFolder();
        using var held = folder.Lock();
        var runner = new ExperimentRunner(new FaultyTables(runs.Grains, before));
        return (folder, (await runner.RunAsync(plan, folder, options, stopping: null, progress: null, CancellationToken.None)).Failures);
    }

    private sealed class FaultyTables(IGrainFactory grains, Action<CohortOrder, string> before) : ITables
    {
        private static int _last;

        public Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation) =>
            Task.WhenAll(Enumerable.Range(0, parallelism!.Value).Select(site => Task.Run(() => sit(TableAt($"site {site}")))));

        private FaultyTable TableAt(string site) =>
            new(grains.GetGrain<IChairGrain>($"faulty-{Interlocked.Increment(ref _last)}"), site, before);

        private sealed class FaultyTable(IChairGrain chair, string site, Action<CohortOrder, string> before) : ITable
        {
            public string Site => site;

            public async Task<CohortResult> DeliberateAsync(CohortOrder order)
            {
                before(order, site);
                return (await chair.DeliberateAsync(order)).Result;
            }
        }
    }
}
