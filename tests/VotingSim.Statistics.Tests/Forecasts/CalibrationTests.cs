using CsCheck;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class PitTests
{
    private static readonly double[] Hundred = [.. Enumerable.Range(0, 100).Select(value => (double)value)];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    public void It_is_uniform_where_each_value_that_was_forecast_happens_as_often(int bins) =>
        ShouldBeUniform(Pit.Histogram(Hundred.Select(observed => Pit.Of(WeightedSample.Of(Hundred), observed)), bins));

    [Theory]
    [InlineData(0)]
    [InlineData(34)]
    [InlineData(99)]
    public void It_stays_uniform_where_those_above_a_bound_are_censored_there(double bound) =>
        ShouldBeUniform(Pit.Histogram(
            Hundred.Select(observed => observed > bound
                ? Pit.Censored(WeightedSample.Of(Hundred), bound)
                : Pit.Of(WeightedSample.Of(Hundred), observed)),
            10));

    [Fact]
    public void It_is_the_mean_of_the_distribution_functions_between_the_steps() =>
        Gen.Select(Whole(0, 4).Array[1, 8], Whole(-1, 5)).Array[1, 20].Sample(cases =>
        {
            var histogram = Pit.Histogram(cases.Select(each => Pit.Of(WeightedSample.Of(each.Item1), each.Item2)), 7);
            for (var bin = 0; bin < 7; bin++)
            {
                histogram[bin].ShouldBe(cases.Average(each => F(each, (bin + 1) / 7.0) - F(each, bin / 7.0)), 1e-12);
            }

            // Czado, Gneiting & Held (2009), eq. 2; a step without height happens just after its place, the last of them at 1.
            static double F((double[] Values, double Observed) each, double u)
            {
                var below = each.Values.Count(value => value < each.Observed) / (double)each.Values.Length;
                var upTo = each.Values.Count(value => value <= each.Observed) / (double)each.Values.Length;
                return u >= 1 ? 1 : u <= below ? 0 : u >= upTo ? 1 : (u - below) / (upTo - below);
            }
        });

    [Fact]
    public void Forecasts_that_are_too_narrow_fill_the_ends_and_too_wide_ones_the_middle()
    {
        var narrow = Pit.Histogram(Hundred.Select(observed => Pit.Of(WeightedSample.Of(Hundred.AsSpan(40, 20)), observed)), 10);
        narrow[0].ShouldBe(0.42, 1e-9);
        narrow[9].ShouldBe(0.42, 1e-9);

        var wide = Pit.Histogram(Hundred[40..60].Select(observed => Pit.Of(WeightedSample.Of(Hundred), observed)), 10);
        wide.ShouldBe([0, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0], 1e-9);
    }

    [Fact]
    public void What_is_undefined_is_passed_over()
    {
        Pit[] undefined = [Pit.Of(WeightedSample.Point(1), double.NaN), Pit.Censored(WeightedSample.Point(1), double.NaN)];

        Pit.Histogram(undefined, 2).ShouldAllBe(share => double.IsNaN(share));
        Pit.Histogram([.. undefined, new(1, 1), new(0, 0)], 2).ShouldBe([0.5, 0.5]);
    }

    private static Gen<double> Whole(int low, int high) => Gen.Int[low, high].Select(value => (double)value);

    private static void ShouldBeUniform(IReadOnlyList<double> histogram) =>
        histogram.ShouldAllBe(share => Math.Abs(share - (1.0 / histogram.Count)) < 1e-12);
}

public class CoverageTests
{
    private static readonly double[] Hundred = [.. Enumerable.Range(0, 100).Select(value => (double)value)];

    [Theory]
    [InlineData(0.5, 50, 50)]
    [InlineData(0.9, 90, 90)]
    public void Calibrated_forecasts_contain_their_level(double level, int inside, double width)
    {
        var coverage = Coverage.Of([.. Hundred.Select(_ => WeightedSample.Of(Hundred))], Hundred, level);

        coverage.ShouldBe(new Coverage(level, 100, Proportion.Wilson(inside, 100), width));
    }

    [Fact]
    public void Points_contain_what_they_hit_and_undefined_observations_are_passed_over()
    {
        WeightedSample[] points = [.. Hundred.Select(WeightedSample.Point)];

        Coverage.Of(points, [.. Hundred.Select(value => value < 10 ? value : value < 40 ? double.NaN : 1000)], 0.9)
            .ShouldBe(new Coverage(0.9, 70, Proportion.Wilson(10, 70), 0));
        Coverage.Of([], [], 0.9).Share.ShouldBe(Estimate.Undefined);
    }

    [Fact]
    public void An_interval_up_to_never_contains_what_never_happened()
    {
        var never = WeightedSample.Of([1, double.PositiveInfinity]);

        Coverage.Of([never, WeightedSample.Point(double.PositiveInfinity)], [double.PositiveInfinity, double.PositiveInfinity], 0.5)
            .ShouldBe(new Coverage(0.5, 2, Proportion.Wilson(2, 2), double.PositiveInfinity));
    }
}

public class RankUniformityTests
{
    [Fact]
    public void As_many_in_each_bin_are_uniform()
    {
        var even = RankUniformity.Of([.. Enumerable.Range(0, 200).Select(repetition => repetition % 100)], 99, 20);

        even.Counts.ShouldAllBe(count => count == 10);
        (even.Test.ChiSquare, even.Test.DegreesOfFreedom, even.Test.P).ShouldBe((0, 19, 1));
    }

    // Eleven ranks in five bins: the first bin holds ranks 0 to 2.
    [Fact]
    public void Bins_of_unlike_size_are_tested_as_by_R()
    {
        (int Rank, int Times)[] ranks = [(1, 12), (3, 7), (6, 9), (7, 15), (10, 7)];
        var result = RankUniformity.Of([.. ranks.SelectMany(each => Enumerable.Repeat(each.Rank, each.Times))], 10, 5);
        var expected = new RNumbers("Forecasts", "forecasts")["uniformity"];

        result.Counts.ShouldBe([12, 7, 9, 15, 7]);
        result.Test.ChiSquare.ShouldBe(expected[0], 1e-12);
        result.Test.DegreesOfFreedom.ShouldBe((int)expected[1]);
        result.Test.P.ShouldBe(expected[2], 1e-12);
    }

    [Fact]
    public void A_posterior_that_is_too_narrow_is_found_and_a_right_one_is_not()
    {
        // A normal mean with a flat prior: given one observation the posterior is normal around it, with its error.
        RanksOf(1).Test.P.ShouldBeGreaterThan(0.01);
        RanksOf(0.7).Test.P.ShouldBeLessThan(1e-4);

        static RankUniformity RanksOf(double width)
        {
            var random = new Random(20260302);
            int[] ranks = [.. Enumerable.Range(0, 500).Select(_ =>
            {
                var error = MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
                return Enumerable.Range(0, 99).Count(_ => MathNet.Numerics.Distributions.Normal.Sample(random, 0, width) < error);
            })];
            return RankUniformity.Of(ranks, 99, 20);
        }
    }

    [Fact]
    public void Ranks_and_bins_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RankUniformity.Of([11], 10, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => RankUniformity.Of([1], 10, 12));
        RankUniformity.Of([], 10, 5).Test.P.ShouldBe(double.NaN);
    }
}
