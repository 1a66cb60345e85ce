using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Tests;

public class PrecisionTests(RunFixture runs)
{
    [Fact]
    public void Batches_end_where_the_documentation_says()
    {
        var plan = RunFixture.Plan(replications: 16_000) with { Until = new("rmst-days", 1) };

        RunBatch.Of(plan).Select(batch => batch.End).ShouldBe([1024, 2048, 3072, 4096, 6144, 8192, 11264, 14336, 16000]);
        RunBatch.Of(plan).Zip(RunBatch.Of(plan).Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.First);
        RunLayout.Of(plan).SlicesOf(plan.Arms[0]).Select(part => part.First + part.Count).ShouldBe(RunBatch.Of(plan).Select(batch => batch.End));
        RunBatch.Of(plan with { Until = null }).ShouldBe([new RunBatch(0, 16_000)]);
    }

    [Fact]
    public void Parts_of_large_batches_are_no_larger_than_others()
    {
        var plan = RunFixture.Plan(replications: 2_000_000) with { Until = new("rmst-days", 1) };
        var parts = RunLayout.Of(plan).SlicesOf(plan.Arms[0]).ToArray();

        parts.ShouldAllBe(part => part.Count <= RunPart.Rows);
        parts.Select(part => part.First).ShouldBe(parts.Select((_, index) => parts.Take(index).Sum(part => (long)part.Count)));
        parts.Sum(part => (long)part.Count).ShouldBe(2_000_000);
    }

    [Theory]
    [InlineData("rmst-days", 1.1)]
    [InlineData("decided-share", 0.01)]
    [InlineData("agreement-index", 0.004)]
    [InlineData("outcome-lead", 0.35)]
    [InlineData("rounds", 0.08)]
    public async Task A_run_stops_at_the_first_batch_after_which_no_arms_interval_is_wider(string of, double halfWidth)
    {
        var plan = RunFixture.Plan(replications: 60_000) with { Until = new(of, halfWidth) };
        var (folder, end) = await runs.RunUntilPreciseAsync(plan, new());

        end.Replications.ShouldBeInRange(2048, 59_000);
        (await WidestAsync(end, folder)).ShouldBeLessThanOrEqualTo(halfWidth);
        var before = RunBatch.Of(plan).Last(batch => batch.End < end.Replications).End;
        (await WidestAsync(plan with { Replications = before }, folder)).ShouldBeGreaterThan(halfWidth);
        Directory.EnumerateFiles(folder.Runs).Count().ShouldBe(RunLayout.Of(end).Parts.Length);

        static async Task<double> WidestAsync(ExperimentPlan plan, ResultsFolder folder)
        {
            var arms = (await SummaryReader.ReadAsync(plan, folder)).Arms;
            return arms.Where(arm => plan.Until!.Of != "outcome-lead" || arm.Arm.Crisis == "flood").Max(arm => arm.EstimateOf(plan.Until!.Of).HalfWidth);
        }
    }

    [Fact]
    public async Task The_stopping_point_and_the_rows_do_not_depend_on_parallelism_cohort_size_or_interruption()
    {
        var plan = RunFixture.Plan(replications: 60_000) with { Until = new("rmst-days", 1.1) };
        var (expected, end) = await runs.RunUntilPreciseAsync(plan, new() { CohortSize = 1024, Parallelism = 2 });

        foreach (var options in new RunOptions[] { new() { CohortSize = 1024, Parallelism = 1 }, new() { CohortSize = 777, Parallelism = 3 } })
        {
            var (folder, again) = await runs.RunUntilPreciseAsync(plan, options);
            again.Replications.ShouldBe(end.Replications);
            RunFixture.Bytes(folder).ShouldBe(RunFixture.Bytes(expected));
        }

        foreach (var share in new[] { 0.1, 0.5, 0.95 })
        {
            var folder = runs.NewFolder();
            using (folder.Lock())
            using (var stop = new CancellationTokenSource())
            {
                var progress = new StopAt((long)(share * end.Replications * plan.Arms.Length), stop);
                await Should.ThrowAsync<OperationCanceledException>(() => new ExperimentRunner(new TablesHere(runs.Grains)).RunAsync(plan, folder, new() { CohortSize = 500 }, PrecisionTally.For(plan, folder), progress, stop.Token));
            }

            (await runs.RunUntilPreciseAsync(plan, new() { CohortSize = 321 }, folder)).End.Replications.ShouldBe(end.Replications);
            RunFixture.Bytes(folder).ShouldBe(RunFixture.Bytes(expected));
        }
    }

    [Fact]
    public async Task A_run_that_is_never_precise_enough_stops_at_the_most_replications()
    {
        var (folder, end) = await runs.RunUntilPreciseAsync(RunFixture.Plan(replications: 1500) with { Until = new("rmst-days", 1e-3) }, new());

        end.Replications.ShouldBe(1500);
        (await SummaryReader.ReadAsync(end, folder)).Arms.ShouldAllBe(arm => arm.Replications == 1500);
    }

    [Fact]
    public async Task A_median_that_fewer_than_half_reach_is_never_precise_enough()
    {
        var plan = RunFixture.Plan(replications: 1500) with { Until = new("median-days", 1e6) };
        (await runs.RunUntilPreciseAsync(plan, new())).End.Replications.ShouldBe(1024);

        var (folder, end) = await runs.RunUntilPreciseAsync(plan with { Arms = [.. plan.Arms.Select(arm => arm with { Terms = arm.Terms with { Settings = new() { HorizonDays = 14 } } })] }, new());

        (await SummaryReader.ReadAsync(end, folder)).Arms.ShouldContain(arm => double.IsNaN(arm.MedianDays.Value));
        end.Replications.ShouldBe(1500);
    }
}
