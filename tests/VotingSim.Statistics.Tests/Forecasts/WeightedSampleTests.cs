using CsCheck;
using MathNet.Numerics.Statistics;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class WeightedSampleTests
{
    private static readonly double[] Levels = [0.05, 0.25, 0.3, 0.5, 0.9, 0.95];

    private static readonly Gen<(double Value, double Weight)[]> Pairs =
        Gen.Select(Gen.Int[-5, 5].Select(value => (double)value), Gen.Int[1, 4].Select(weight => (double)weight)).Array[1, 30];

    [Fact]
    public void Shares_mean_and_deviation_are_those_of_a_sample_in_which_values_occur_as_often_as_they_weigh() => Pairs.Sample(pairs =>
    {
        var sample = Of(pairs);
        double[] repeated = [.. pairs.SelectMany(pair => Enumerable.Repeat(pair.Value, (int)pair.Weight))];

        sample.Mean.ShouldBe(repeated.Average(), 1e-12);
        sample.Deviation.ShouldBe(repeated.PopulationStandardDeviation(), 1e-12);
        sample.Count.ShouldBe(pairs.Length);
        for (var x = -5.5; x <= 6; x += 0.5)
        {
            sample.Cdf(x).ShouldBe(repeated.Count(value => value <= x) / (double)repeated.Length, 1e-12);
            sample.CdfBelow(x).ShouldBe(repeated.Count(value => value < x) / (double)repeated.Length, 1e-12);
        }

        // Type 2 of Hyndman and Fan is R's of that number: of 0.3, the value of rank 0.3 n rounded up, or the middle between it and the next.
        foreach (var share in Levels)
        {
            sample.Quantile(share).ShouldBe(repeated.QuantileCustom(share, QuantileDefinition.R2), 1e-12);
        }
    });

    [Fact]
    public void The_interval_of_mirrored_values_is_the_mirrored_interval() => Gen.Select(Pairs, Gen.Double[0, 1]).Sample((pairs, level) =>
    {
        var (low, high) = Of(pairs).Interval(level);
        var mirrored = Of([.. pairs.Select(pair => (-pair.Value, pair.Weight))]).Interval(level);

        mirrored.ShouldBe((-high, -low));
    });

    [Fact]
    public void Weights_may_have_any_sum_and_those_of_0_are_left_out()
    {
        var sample = WeightedSample.Of([7, 3, 5], [6, 2, 0]);

        sample.Values.ShouldBe([3, 7]);
        sample.Weights.ShouldBe([0.25, 0.75]);
        sample.EffectiveSize.ShouldBe(1.6);
        sample.Quantile(0).ShouldBe(3);
        sample.Quantile(0.25).ShouldBe(5);
        sample.Quantile(1).ShouldBe(7);
    }

    [Fact]
    public void What_never_happens_is_infinite()
    {
        var sample = WeightedSample.Of([double.PositiveInfinity, 10, 20, double.PositiveInfinity]);

        sample.Mean.ShouldBe(double.PositiveInfinity);
        sample.Quantile(0.25).ShouldBe(15);
        sample.Quantile(0.5).ShouldBe(double.PositiveInfinity);
        sample.Quantile(0.9).ShouldBe(double.PositiveInfinity);
        sample.CdfBelow(double.PositiveInfinity).ShouldBe(0.5);
        sample.Interval(0.5).ShouldBe((15, double.PositiveInfinity));
    }

    [Fact]
    public void Tenths_add_up_to_the_shares_that_they_are() =>
        WeightedSample.Of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).Quantile(0.8).ShouldBe(7.5);

    [Fact]
    public void What_is_no_distribution_is_refused()
    {
        Should.Throw<ArgumentException>(() => WeightedSample.Of([]));
        Should.Throw<ArgumentException>(() => WeightedSample.Of([1, 2], [1]));
        Should.Throw<ArgumentException>(() => WeightedSample.Of([1, 2], [0, 0]));
        Should.Throw<ArgumentException>(() => WeightedSample.Of([1, 2], [1, -1]));
        Should.Throw<ArgumentException>(() => WeightedSample.Of([1, 2], [1, double.NaN]));
        Should.Throw<ArgumentException>(() => WeightedSample.Point(double.NaN));
        Should.Throw<ArgumentException>(() => WeightedSample.Point(double.NegativeInfinity));
        Should.Throw<ArgumentException>(() => WeightedSample.Point(1).Quantile(1.1));
    }

    private static WeightedSample Of((double Value, double Weight)[] pairs) =>
        WeightedSample.Of([.. pairs.Select(pair => pair.Value)], [.. pairs.Select(pair => pair.Weight)]);
}
