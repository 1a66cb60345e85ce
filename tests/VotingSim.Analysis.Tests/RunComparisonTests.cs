namespace VotingSim.Analysis.Tests;

public class RunComparisonTests(RunFixture runs)
{
    [Fact]
    public async Task A_run_does_not_differ_from_itself_however_its_rows_are_cut_into_parts()
    {
        var plan = RunFixture.Plan(replications: 3000);
        var whole = (plan, await runs.RunAsync(plan, new()));
        var (folder, end) = await runs.RunUntilPreciseAsync(plan with { Replications = 2500, Until = new("rmst-days", 1e-3) }, new());

        var comparisons = await RunComparison.ReadAsync(whole, (end, folder));

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
        var between = (await RunComparison.ReadAsync((plan, folder), (other, await runs.RunAsync(other, new())))).Single();

        between.HazardRatio.ShouldBe(inside.HazardRatio);
        between.Earlier.ShouldBe(inside.Earlier);
        between.Differences.Select(difference => (difference.Name, difference.Mean, difference.P)).ShouldBe(inside.Differences.Select(difference => (difference.Name, difference.Mean, difference.P)));
    }

    [Fact]
    public async Task Runs_of_different_seeds_are_not_paired()
    {
        var plan = RunFixture.Plan(replications: 10);

        (await Should.ThrowAsync<ArgumentException>(() => RunComparison.ReadAsync((plan, runs.NewFolder()), (plan with { Seed = 8 }, runs.NewFolder())))).Message.ShouldContain("different seeds, 7 and 8");
    }
}
