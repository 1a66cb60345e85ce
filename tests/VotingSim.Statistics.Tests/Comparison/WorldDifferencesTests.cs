using CsCheck;
using MathNet.Numerics.Statistics;
using VotingSim.Statistics.Comparison;
using VotingSim.Statistics.Tests.Survival;

namespace VotingSim.Statistics.Tests.Comparison;

public class WorldDifferencesTests
{
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    [Fact]
    public void Quantiles_are_those_of_R()
    {
        var differences = new WorldDifferences(resolution: 1);
        foreach (var difference in new double[] { 4, -3, 0, 30, 1, -12, 0, -3, 4, double.NaN })
        {
            differences.Add(difference);
        }

        var distribution = differences.Distribution();

        Quantiles(distribution).Zip(new RNumbers("Comparison", "comparison")["type7"])
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
        (distribution.Worlds, distribution.Undefined, distribution.Censored).ShouldBe((9, 1, 0));
        (distribution.Lower, distribution.Same, distribution.Higher)
            .ShouldBe((Proportion.Wilson(3, 9), Proportion.Wilson(2, 9), Proportion.Wilson(4, 9)));
    }

    [Fact]
    public void Whole_days_are_exact_and_measures_within_half_a_step() =>
        Gen.Select(Gen.Double[-1, 1].Array[1, 200], Gen.Int[-400, 400].Array[1, 200]).Sample((measures, days) =>
        {
            var (measured, counted) = (new WorldDifferences(1e-3), new WorldDifferences(1));
            Array.ForEach(measures, measure => measured.Add(measure, tolerance: 0.01));
            Array.ForEach(days, day => counted.Add(day));

            Quantiles(measured.Distribution()).Zip(Plain(measures)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.5e-3 + 1e-12);
            Quantiles(counted.Distribution()).Zip(Plain([.. days.Select(day => (double)day)]))
                .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
            measured.Distribution().Same.Value.ShouldBe(measures.Count(measure => Math.Abs(measure) <= 0.01) / (double)measures.Length);
        });

    [Fact]
    public void Earlier_same_and_later_are_those_of_the_paired_durations() =>
        Gen.Select(Gen.Int[1, 6], Gen.Bool, Gen.Int[1, 6], Gen.Bool).Array[1, 60].Sample(worlds =>
        {
            var (differences, durations) = (new WorldDifferences(1), new PairedRounds(6, 7, 6, 7));
            foreach (var (roundA, stopA, roundB, stopB) in worlds)
            {
                var (decidedA, decidedB) = (roundA < 6 || stopA, roundB < 6 || stopB);
                durations.Add(roundA, decidedA, roundB, decidedB);
                differences.AddDays(7 * roundB, decidedB, 7 * roundA, decidedA, horizon: 42);
            }

            var (distribution, comparison) = (differences.Distribution(), durations.Compare());
            distribution.Lower.ShouldBe(comparison.Earlier);
            distribution.Same.ShouldBe(comparison.Same);
            distribution.Higher.ShouldBe(comparison.Later);
        });

    [Fact]
    public void Tallies_that_are_added_are_one_tally_of_all_their_worlds() =>
        Gen.Select(Gen.Int[-9, 9].Array[0, 60], Gen.Int[-9, 9].Array[0, 60]).Sample((some, others) =>
        {
            var (one, other, all) = (Tally(some), Tally(others), Tally([.. some, .. others]));
            one.Add(other);

            one.Distribution().ShouldBe(all.Distribution());
            Should.Throw<ArgumentException>(() => one.Add(new WorldDifferences(0.5)));
        });

    [Fact]
    public void A_decision_on_the_last_day_is_earlier_than_none_and_one_after_the_horizon_is_none()
    {
        var differences = new WorldDifferences(1);
        differences.AddDays(100, decided: true, 100, baselineDecided: false, horizon: 100);
        differences.AddDays(100, decided: false, 130, baselineDecided: true, horizon: 100, count: 2);
        differences.AddDays(100, decided: false, 40, baselineDecided: true, horizon: 100, count: 3);

        var distribution = differences.Distribution();

        (distribution.Lower.Value, distribution.Same.Value, distribution.Higher.Value).ShouldBe((1 / 6.0, 2 / 6.0, 3 / 6.0));
        (distribution.Censored, distribution.P05, distribution.P50, distribution.P95).ShouldBe((4, 0, 30, 60));
    }

    [Fact]
    public void The_order_of_worlds_makes_no_difference_and_none_has_no_quantiles()
    {
        var (forwards, backwards) = (new WorldDifferences(0.01), new WorldDifferences(0.01));
        for (var world = 0; world < 1000; world++)
        {
            forwards.Add(Math.Sin(world));
            backwards.Add(Math.Sin(999 - world));
        }

        forwards.Distribution().ShouldBe(backwards.Distribution());
        new WorldDifferences(1).Distribution().ShouldSatisfyAllConditions(
            nothing => nothing.P50.ShouldBe(double.NaN), nothing => nothing.Same.ShouldBe(Estimate.Undefined));
    }

    private static double[] Quantiles(WorldDistribution of) => [of.P05, of.P25, of.P50, of.P75, of.P95];

    // Some worlds of two times, one of which may be censored; the others of plain differences, 9 being undefined.
    private static WorldDifferences Tally(int[] worlds)
    {
        var tally = new WorldDifferences(1);
        foreach (var world in worlds)
        {
            if (world % 3 == 0 && world != 9)
            {
                tally.AddDays(10 + world, world < 4, 10, baselineDecided: true, horizon: 14);
            }
            else
            {
                tally.Add(world == 9 ? double.NaN : world);
            }
        }

        return tally;
    }

    private static IEnumerable<double> Plain(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return Shares.Select(share => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7));
    }
}
