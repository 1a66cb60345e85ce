using CsCheck;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

public class DurationCountsTests
{
    // Times of 1 to 13; 13 is beyond the horizon of 12.
    private static readonly Gen<int[]> Times = Gen.Int[1, 13].Array[2, 200];

    [Fact]
    public void The_median_is_that_of_the_sorted_times_where_nothing_is_censored_before_the_horizon() => Times.Sample(times =>
    {
        var sorted = times.Order().ToArray();
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);

        var median = KaplanMeier.Of(Counts(times)).Median;

        // Where exactly half have decided, the middle of the two times around it; the horizon, if nobody decides later.
        median.Value.ShouldBe(low > 12 ? double.NaN : 7 * (low + Math.Min(12, high)) / 2.0);
        (median.Low <= median.Value || double.IsNaN(median.Value)).ShouldBeTrue();
        (median.High >= median.Value || double.IsNaN(median.Value)).ShouldBeTrue();
    });

    [Fact]
    public void The_restricted_mean_is_the_mean_of_times_cut_off_at_the_horizon() => Times.Sample(times =>
    {
        var cut = times.Select(time => 7.0 * Math.Min(12, time)).ToArray();
        var (mean, n) = (cut.Average(), cut.Length);

        var counts = Counts(times);
        var estimate = KaplanMeier.Of(counts).RestrictedMean(84);

        estimate.Value.ShouldBe(mean, 1e-9);
        estimate.StandardError.ShouldBe(Math.Sqrt(cut.Sum(time => Math.Pow(time - mean, 2)) / n / n), 1e-9);
        counts.DecidedShare().ShouldBe(Proportion.Wilson(times.Count(time => time <= 12), n));
    });

    [Fact]
    public void A_median_that_is_not_reached_is_undefined_and_its_limits_infinite()
    {
        var counts = new DurationCounts();
        counts.Add(60, decided: true, 400);
        counts.Add(300, decided: false, 600);

        KaplanMeier.Of(counts).Median.ShouldBe(new(double.NaN, double.PositiveInfinity, double.PositiveInfinity));
    }

    [Fact]
    public void Where_all_decide_on_one_day_the_limits_are_that_day_once_there_are_enough_of_them()
    {
        foreach (var (count, high) in new[] { (1L, double.PositiveInfinity), (5, double.PositiveInfinity), (6, 14), (10_000, 14) })
        {
            var counts = new DurationCounts();
            counts.Add(14, decided: true, count);

            // 1 - 0.025^(1/5) = 0.52, 1 - 0.025^(1/6) = 0.46
            KaplanMeier.Of(counts).Median.ShouldBe(new(14, 14, high));
        }
    }

    [Fact]
    public void The_restricted_mean_is_undefined_beyond_the_last_observation_and_for_nobody()
    {
        var counts = new DurationCounts();
        KaplanMeier.Of(counts).RestrictedMean(10).Value.ShouldBe(double.NaN);
        KaplanMeier.Of(counts).Median.ShouldBe(Estimate.Undefined);
        counts.Add(5, decided: true);
        KaplanMeier.Of(counts).RestrictedMean(10).ShouldBe(new(10, 5, double.NaN));
        counts.Add(8, decided: false);
        KaplanMeier.Of(counts).RestrictedMean(10).Value.ShouldBe(double.NaN);
        KaplanMeier.Of(counts).RestrictedMean(8).Value.ShouldBe(6.5);
    }

    [Fact]
    public void Counts_are_rows_in_any_order() => Gen.Select(Gen.Int[1, 20], Gen.Bool, Gen.Int[-1, 0]).Array[1, 60].Sample(rows =>
    {
        var (one, counted) = (new DurationCounts(), new DurationCounts());
        foreach (var (time, decided, entry) in rows)
        {
            one.Add(time, decided, entry: time + entry - 1);
        }

        foreach (var group in rows.GroupBy(row => row).Reverse())
        {
            counted.Add(group.Key.Item1, group.Key.Item2, group.Count(), group.Key.Item1 + group.Key.Item3 - 1);
        }

        counted.ByTime.ShouldBe(one.ByTime);
        foreach (var count in one.ByTime)
        {
            count.AtRisk.ShouldBe(rows.Count(row => row.Item1 >= count.Time && row.Item1 + row.Item3 - 1 < count.Time));
        }
    });

    [Theory]
    [InlineData(double.NaN, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(3, 3)]
    [InlineData(3, double.NaN)]
    public void Times_that_are_none_are_refused(double time, double entry) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DurationCounts().Add(time, decided: true, entry: entry));

    private static DurationCounts Counts(int[] times)
    {
        var counts = new DurationCounts();
        foreach (var time in times)
        {
            counts.Add(7.0 * Math.Min(12, time), time <= 12);
        }

        return counts;
    }
}
