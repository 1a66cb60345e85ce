using System.Globalization;
using CsCheck;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

public class PairedDurationsTests
{
    private static readonly Gen<(int A, int B)[]> Worlds = Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7]).Array[5, 80]; // 7 is beyond the horizon of 6

    [Theory]
    [InlineData("paired")]
    [InlineData("paired-heavy-ties")]
    [InlineData("paired-other-rounds")]
    public void Hazard_ratio_tests_mean_difference_and_order_agree_with_R_on_the_rows(string name)
    {
        var design = Oracle.Of($"{name}.design");
        var durations = new PairedRounds((int)design[0], design[2], (int)design[1], design[3]);
        foreach (var cells in Oracle.Lines(name).Skip(1)
            .Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray()))
        {
            durations.Add(cells[0], cells[1] == 1, cells[2], cells[3] == 1);
        }

        var comparison = durations.Compare();

        comparison.Status.ShouldBe(CoxStatus.Converged);
        Oracle.ShouldEqual(
            [comparison.HazardRatio.Value, comparison.HazardRatio.Low, comparison.HazardRatio.High, comparison.HazardRatioP,
                comparison.LogRank.ChiSquare], Oracle.Of($"{name}.cox"), "Cox");
        var difference = comparison.RestrictedMeanDifference;
        Oracle.ShouldEqual([comparison.Horizon, difference.Value, difference.Low, difference.High], Oracle.Of($"{name}.mean"), "mean");
        Oracle.ShouldEqual([comparison.Earlier.Value, comparison.Same.Value, comparison.Later.Value], Oracle.Of($"{name}.order"), "order");
        Oracle.ShouldEqual([durations.Proportionality().ChiSquare], Oracle.Of($"{name}.proportionality"), "proportionality");
        comparison.Earlier.ShouldBe(Proportion.Wilson((long)Math.Round(comparison.Earlier.Value * durations.Worlds), durations.Worlds));
    }

    [Fact]
    public void The_comparison_is_that_of_rows_clustered_by_world() => Worlds.Sample(worlds =>
    {
        var comparison = Paired(worlds).Compare();
        var rows = new CoxData(["b"]);
        foreach (var (index, (a, b)) in worlds.Index())
        {
            rows.Add([0], Math.Min(6, a), a <= 6, cluster: index);
            rows.Add([1], Math.Min(6, b), b <= 6, cluster: index);
        }

        var model = CoxModel.Fit(rows, robust: true);
        comparison.Status.ShouldBe(model.Status);
        if (model.Status == CoxStatus.Converged)
        {
            comparison.HazardRatio.Value.ShouldBe(model.Coefficients[0].HazardRatio.Value, 1e-8 * comparison.HazardRatio.Value);
            comparison.HazardRatio.Low.ShouldBe(model.Coefficients[0].HazardRatio.Low, 1e-8 * comparison.HazardRatio.Value);
            comparison.HazardRatioP.ShouldBe(model.Coefficients[0].P, 1e-8);
        }
    });

    [Fact]
    public void Proportionality_is_rejected_in_five_of_100_proportional_samples_however_the_arms_depend()
    {
        // Geometric times with a luck that both arms share; all worlds alike, so that the marginal hazards are proportional.
        const int Studies = 1000;
        var rejected = Enumerable.Range(0, Studies).AsParallel().Count(study =>
        {
            var (random, durations) = (new Random(study), new PairedRounds(40, 7, 40, 7));
            for (var world = 0; world < 120; world++)
            {
                var (shared, own) = (random.NextDouble(), random.NextDouble());
                var other = random.Next(4) == 0 ? own : shared;
                Add(Round(shared, 0.05), Round(other, 0.07));

                void Add(int a, int b) => durations.Add(Math.Min(a, 40), a <= 40, Math.Min(b, 40), b <= 40);
            }

            return durations.Proportionality().P < 0.05;
        });

        // Binomial with 0.05: a standard deviation of 7 in 1,000; four of them.
        rejected.ShouldBeInRange(22, 78);

        static int Round(double luck, double chance) => 1 + (int)(Math.Log(1 - luck) / Math.Log(1 - chance));
    }

    [Fact]
    public void Exchanging_the_arms_turns_everything_around() => Worlds.Sample(worlds =>
    {
        var (one, other) = (Paired(worlds).Compare(), Paired([.. worlds.Select(world => (world.B, world.A))]).Compare());

        other.Earlier.ShouldBe(one.Later);
        other.Same.ShouldBe(one.Same);
        other.RestrictedMeanDifference.Value.ShouldBe(-one.RestrictedMeanDifference.Value, 1e-9);
        other.RestrictedMeanDifference.Low.ShouldBe(-one.RestrictedMeanDifference.High, 1e-9);
        other.Status.ShouldBe(one.Status);
        if (one.Status == CoxStatus.Converged)
        {
            other.HazardRatio.Value.ShouldBe(1 / one.HazardRatio.Value, 1e-8 / one.HazardRatio.Value);
            other.HazardRatio.Low.ShouldBe(1 / one.HazardRatio.High, 1e-8 / one.HazardRatio.High);
        }
    });

    [Fact]
    public void An_arm_that_never_decides_has_no_hazard_and_the_log_rank_test_still_tells()
    {
        var durations = new PairedRounds(10, 14, 10, 14);
        durations.Add(10, false, 3, true, 40);
        durations.Add(10, false, 10, false, 60);

        var comparison = durations.Compare();

        comparison.Status.ShouldBe(CoxStatus.Infinite);
        comparison.HazardRatio.ShouldBe(new(double.PositiveInfinity, double.NaN, double.NaN));
        comparison.HazardRatioP.ShouldBe(double.NaN);
        comparison.LogRank.P.ShouldBeLessThan(1e-8);
        comparison.Earlier.Value.ShouldBe(0.4);
        comparison.Same.Value.ShouldBe(0.6);
        comparison.RestrictedMeanDifference.Value.ShouldBe(-0.4 * 98, 1e-9);
    }

    [Fact]
    public void Arms_that_never_decide_and_arms_without_worlds_say_nothing()
    {
        var durations = new PairedRounds(10, 14, 10, 14);
        durations.Compare().ShouldSatisfyAllConditions(nothing => nothing.Status.ShouldBe(CoxStatus.NoInformation),
            nothing => nothing.Earlier.ShouldBe(Estimate.Undefined));
        durations.Add(10, false, 10, false, 100);

        var comparison = durations.Compare();

        comparison.Status.ShouldBe(CoxStatus.NoInformation);
        comparison.HazardRatio.ShouldBe(Estimate.Undefined);
        comparison.LogRank.ChiSquare.ShouldBe(double.NaN);
        comparison.Same.Value.ShouldBe(1);
        comparison.RestrictedMeanDifference.ShouldBe(new(0, 0, 0));
    }

    [Fact]
    public void Arms_that_always_decide_together_do_not_differ()
    {
        var durations = new PairedRounds(10, 14, 10, 14);
        for (var round = 1; round <= 9; round++)
        {
            durations.Add(round, true, round, true, 10);
        }

        var comparison = durations.Compare();

        comparison.HazardRatio.Value.ShouldBe(1, 1e-12);
        comparison.HazardRatio.High.ShouldBe(1, 1e-6, "the worlds' residuals cancel: there is nothing to be uncertain about");
        comparison.Same.Value.ShouldBe(1);
    }

    [Fact]
    public void Rounds_beyond_the_horizon_and_early_censoring_are_refused()
    {
        var durations = new PairedRounds(10, 14, 5, 14);
        Should.Throw<ArgumentOutOfRangeException>(() => durations.Add(11, true, 1, true));
        Should.Throw<ArgumentOutOfRangeException>(() => durations.Add(1, true, 0, true));
        Should.Throw<ArgumentOutOfRangeException>(() => durations.Add(1, true, 4, false));
        durations.Worlds.ShouldBe(0);
    }

    private static PairedRounds Paired((int A, int B)[] worlds)
    {
        var durations = new PairedRounds(6, 1, 6, 1);
        foreach (var (a, b) in worlds)
        {
            durations.Add(Math.Min(6, a), a <= 6, Math.Min(6, b), b <= 6);
        }

        return durations;
    }
}
