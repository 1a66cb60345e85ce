namespace VotingSim.Analysis.Tests;

public class RunComparisonTests(RunFixture runs)
{
    [Fact]
    public async Task A_run_does_not_differ_from_itself_however_its_rows_are_cut_into_parts()
    {
        var plan = RunFixture.Plan(replications: 3000);
        var whole = (plan, await runs.RunAsync(plan, new()));
        var (folder, end) = await runs.RunUntilPreciseAsync(plan with { Replications = 2500, Until = new("rmst-days", 1e-3) }, new());

        var comparisons = await RunComparison.ReadAsync(whole, (end, folder), RunComparison.Pairs(plan, end, []));

        comparisons.Select(comparison => comparison.Arm.Id).ShouldBe(plan.Arms.Select(arm => arm.Id));
        comparisons.ShouldAllBe(comparison => comparison.Replications == 2500 && comparison.Same.Value == 1 && comparison.RestrictedMeanDifference.Value == 0);
        comparisons.SelectMany(comparison => comparison.Differences).Where(difference => difference.Pairs > 0).ShouldAllBe(difference => difference.Mean.Value == 0 && difference.P == 1);
    }

    [Fact]
    public async Task Arms_of_two_runs_compare_as_they_do_within_one()
    {
        var plan = RunFixture.Plan(replications: 600);
        var folder = await runs.RunAsync(plan, new());
        var inside = (await SummaryReader.ReadAsync(plan, folder)).Comparisons[0];

        // The other run has the arm of the second rule only, under the name of the first.
        var other = plan with { Arms = [plan.Arms[1] with { Index = 0, Id = plan.Arms[0].Id, Baseline = 0 }] };
        var pairs = RunComparison.Pairs(plan, other, []);
        var between = (await RunComparison.ReadAsync((plan, folder), (other, await runs.RunAsync(other, new())), pairs)).Single();

        between.HazardRatio.ShouldBe(inside.HazardRatio);
        between.Earlier.ShouldBe(inside.Earlier);
        between.Differences.Select(difference => (difference.Name, difference.Mean, difference.P)).ShouldBe(inside.Differences.Select(difference => (difference.Name, difference.Mean, difference.P)));
    }

    [Fact]
    public async Task Runs_of_different_seeds_are_compared_as_independent_samples_of_all_their_rows()
    {
        var (first, second) = (RunFixture.Plan(replications: 150), RunFixture.Plan(replications: 220));
        second = second with { Seed = 8, Arms = [.. second.Arms.Select(arm => arm with { Terms = arm.Terms with { Seed = 8 } })] };
        var (one, other) = ((first, await runs.RunAsync(first, new())), (second, await runs.RunAsync(second, new())));

        // An arm that the other run has under another id is compared where it is named.
        var pairs = RunComparison.Pairs(first, second, [("flood.consensus.p0", "flood.majority.p0")]);
        var comparisons = await RunComparison.ReadUnpairedAsync(one, other, pairs);

        comparisons.Select(comparison => (comparison.Baseline.Id, comparison.Arm.Id)).ShouldBe(
            [.. first.Arms.Select(arm => (arm.Id, arm.Id)), ("flood.consensus.p0", "flood.majority.p0")]);
        foreach (var comparison in comparisons)
        {
            var (a, b) = (await RowsAsync(one, comparison.Baseline.Id), await RowsAsync(other, comparison.Arm.Id));
            (comparison.BaselineReplications, comparison.Replications).ShouldBe((150, 220));
            foreach (var measure in new[] { "agreement_index", "outvoted", "rounds", "mean_utility" })
            {
                comparison.Difference(measure).Mean.Value.ShouldBe(Mean(b, measure) - Mean(a, measure), 1e-9);
            }

            comparison.Difference("decided").Mean.Value.ShouldBe(Share(b, row => row["decided"] == "true") - Share(a, row => row["decided"] == "true"), 1e-12);
            comparison.Days.RestrictedMeanDifference.Value.ShouldBe(Mean(b, "days") - Mean(a, "days"), 1e-9);
            comparison.Days.Earlier.Value.ShouldBe(a.Average(before => Share(b, row => PlainRows.Time(row) < PlainRows.Time(before))), 1e-12);
            comparison.Days.Same.Value.ShouldBe(a.Average(before => Share(b, row => PlainRows.Time(row).Equals(PlainRows.Time(before)))), 1e-12);
            comparison.HolmP.ShouldBeGreaterThanOrEqualTo(comparison.Days.HazardRatioP);
        }

        static double Mean(Dictionary<string, string>[] rows, string column) => rows.Select(row => PlainRows.Number(row, column)).OfType<double>().Average();
        static double Share(Dictionary<string, string>[] rows, Func<Dictionary<string, string>, bool> holds) => rows.Average(row => holds(row) ? 1.0 : 0);
    }

    [Fact]
    public async Task The_same_rows_as_independent_samples_say_nothing_but_that_they_are_the_same()
    {
        var plan = RunFixture.Plan(replications: 100);
        var run = (plan, await runs.RunAsync(plan, new()));

        var comparisons = await RunComparison.ReadUnpairedAsync(run, run, RunComparison.Pairs(plan, plan, []));

        comparisons.ShouldAllBe(comparison => comparison.Days.RestrictedMeanDifference.Value == 0
            && Math.Abs(comparison.Days.Earlier.Value - comparison.Days.Later.Value) < 1e-12
            && comparison.Difference("agreement_index").Mean.Low <= 0 && comparison.Difference("agreement_index").Mean.High >= 0);
    }

    private static async Task<Dictionary<string, string>[]> RowsAsync((Experiments.Plan.ExperimentPlan Plan, Experiments.Store.ResultsFolder Folder) run, string arm)
    {
        await Experiments.Store.RowsExport.ToCsvAsync(run.Plan, run.Folder, run.Folder.RunsTable);
        return [.. (await PlainRows.ReadAsync(run.Folder.RunsTable)).Where(row => row["arm"] == arm)];
    }

    [Fact]
    public async Task Runs_of_different_seeds_are_not_paired()
    {
        var plan = RunFixture.Plan(replications: 10);

        var pairs = RunComparison.Pairs(plan, plan, []);

        (await Should.ThrowAsync<ArgumentException>(() => RunComparison.ReadAsync((plan, runs.NewFolder()), (plan with { Seed = 8 }, runs.NewFolder()), pairs))).Message.ShouldContain("different seeds, 7 and 8");
    }
}
