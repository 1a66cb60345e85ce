using VotingSim.Experiments.Store;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Tests;

/// <summary>What a difference hangs on, where that is known: worlds whose difference in days is made from their parameters.</summary>
public class DriverTests(RunFixture runs)
{
    private const int Count = 4000;

    [Fact]
    public void The_parameter_that_makes_the_difference_comes_first_with_the_share_that_it_makes()
    {
        // Variances of 3 u and u with u uniform on 0..1 are 9/12 and 1/12: shares 0.9 and 0.1.
        var drivers = DriverReader.Of(Sample((strong, weak, _) => -100 + (30 * strong) - (10 * weak)), Conclusion.Earlier, perDraw: 1, seed: 3);

        drivers.Worlds.ShouldBe(Count);
        drivers.Drivers.Select(driver => driver.Parameter).ShouldBe(["strong", "weak", "none"]);
        drivers.Drivers[0].FirstOrder.Value.ShouldBe(0.9, 0.02);
        drivers.Drivers[1].FirstOrder.Value.ShouldBe(0.1, 0.02);
        drivers.Drivers[2].FirstOrder.Value.ShouldBe(0, 0.02);
        drivers.Drivers[0].RankCorrelation.Value.ShouldBeGreaterThan(0.9);
        drivers.Drivers[1].RankCorrelation.Value.ShouldBeLessThan(0);

        // The outer fifths have their means at 0.1 and 0.9 of the range.
        drivers.Drivers[0].AtLow.Value.ShouldBe(-100 + 3 - 5, 1);
        drivers.Drivers[0].AtHigh.Value.ShouldBe(-100 + 27 - 5, 1);
        drivers.Variance.ShouldBeNull();
    }

    [Fact]
    public void The_box_in_which_the_conclusion_turns_around_is_found()
    {
        // Later where strong is above 0.7 and weak below 0.5; earlier elsewhere.
        var found = DriverReader.Of(Sample((strong, weak, _) => strong > 0.7 && weak < 0.5 ? 20 : -20), Conclusion.Earlier, perDraw: 1, seed: 3).Discovery;

        found.CaseShare.ShouldBe(0.15, 0.02);
        found.TurnsAround.ShouldBeTrue();
        found.Limits.Select(limit => limit.Parameter).ShouldBe(["strong", "weak"], ignoreOrder: true);
        found.Limits.Single(limit => limit.Parameter == "strong").Low.ShouldBe(0.7, 0.03);
        found.Limits.Single(limit => limit.Parameter == "weak").High.ShouldBe(0.5, 0.03);
        found.Coverage.ShouldBeGreaterThan(0.9);
        found.Density.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Where_only_luck_decides_no_box_is_found_and_no_parameter_explains_anything()
    {
        var drivers = DriverReader.Of(Sample((_, _, luck) => luck > 0.8 ? 20 : -20), Conclusion.Earlier, perDraw: 1, seed: 3);

        drivers.Discovery.Limits.ShouldBeEmpty();
        drivers.Discovery.TurnsAround.ShouldBeFalse();
        drivers.Drivers.ShouldAllBe(driver => Math.Abs(driver.FirstOrder.Value) < 0.02);
    }

    [Fact]
    public void Replications_that_share_a_draw_tell_parameters_from_luck()
    {
        // Uniform luck on 0..20 in each world, a parameter on 0..10 in each pair: a fifth of the variance is the parameter's.
        var random = new Random(5);
        double[][] points = [.. Enumerable.Range(0, Count / 2).Select(_ => random.NextDouble()).SelectMany(value => new[] { value, value }).Select(value => new[] { value })];
        double[] days = [.. points.Select(point => (10 * point[0]) + (20 * random.NextDouble()))];
        var sample = new WorldSample([("shared", false)], points, days, [.. days.Select(_ => Conclusion.Later)]);

        var variance = DriverReader.Of(sample, Conclusion.Later, perDraw: 2, seed: 3).Variance.ShouldNotBeNull();

        variance.Draws.ShouldBe(Count / 2);
        variance.Share.Value.ShouldBe(0.2, 0.05);
    }

    [Fact]
    public async Task A_sample_is_the_first_worlds_of_the_rows()
    {
        var plan = UncertainRuns.Plan(400);
        var folder = await runs.RunAsync(plan, new());
        var summary = await SummaryReader.ReadAsync(plan, folder);
        var contrast = summary.ContrastOf("flood", "majority").ShouldNotBeNull();

        var sample = (await WorldSample.ReadAsync(plan, contrast.Contrast, 4000, new StoredRows(plan, folder))).ShouldNotBeNull();

        sample.Parameters.ShouldBe([("deliberation.ballot-noise", false), ("deliberation.patience-days", false)]);
        sample.Days.Average().ShouldBe(summary.Comparisons[0].RestrictedMeanDifference.Value, 1e-9);
        sample.Order.Count(order => order == Conclusion.Earlier).ShouldBe((int)Math.Round(contrast.Worlds.Earlier.Value * 400));
        contrast.Drivers.ShouldNotBeNull().Variance.ShouldNotBeNull().Draws.ShouldBe(200);
        summary.ContrastOf(null, "majority")!.Drivers!.Worlds.ShouldBe(400);
        summary.ContrastOf(null, "majority")!.Drivers!.Variance.ShouldBeNull();
    }

    [Fact]
    public async Task Without_uncertainty_or_sweep_there_is_nothing_to_hang_on()
    {
        var plan = RunFixture.Plan(replications: 30);

        (await SummaryReader.ReadAsync(plan, await runs.RunAsync(plan, new()))).Contrasts.ShouldAllBe(contrast => contrast.Drivers == null);
    }

    private static WorldSample Sample(Func<double, double, double, double> days)
    {
        var random = new Random(11);
        double[][] points = [.. Enumerable.Range(0, Count).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        double[] differences = [.. points.Select(point => days(point[0], point[1], random.NextDouble()))];
        return new([("strong", false), ("weak", false), ("none", true)], points, differences, [.. differences.Select(difference => difference < 0 ? Conclusion.Earlier : Conclusion.Later)]);
    }
}
