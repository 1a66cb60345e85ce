using CsCheck;
using MathNet.Numerics.Distributions;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class CrpsTests
{
    private static readonly Gen<(WeightedSample Sample, double[] Values, double[] Weights)> Samples =
        Gen.Select(Gen.Int[-5, 5].Select(value => value / 2.0), Gen.Double[0.1, 2]).Array[1, 25].Select(pairs =>
        {
            double[] values = [.. pairs.Select(pair => pair.Item1)];
            double[] weights = [.. pairs.Select(pair => pair.Item2 / pairs.Sum(each => each.Item2))];
            return (WeightedSample.Of(values, weights), values, weights);
        });

    [Fact]
    public void A_point_has_its_absolute_error() => Gen.Select(Gen.Double[-100, 100], Gen.Double[-100, 100]).Sample((value, observed) =>
        Crps.Of(WeightedSample.Point(value), observed).ShouldBe(Math.Abs(value - observed)));

    [Fact]
    public void It_is_the_expected_distance_less_half_of_that_within() => Gen.Select(Samples, Gen.Double[-4, 4]).Sample((sample, observed) =>
        Crps.Of(sample.Sample, observed).ShouldBe(FromDistances(sample.Values, sample.Weights, observed), 1e-12));

    // Gneiting & Raftery (2007), eq. 21: of a normal forecast, σ (z (2 Φ(z) - 1) + 2 φ(z) - 1 / √π).
    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    [InlineData(-2.5)]
    public void Of_many_values_of_a_normal_distribution_it_is_that_of_the_distribution(double z)
    {
        var expected = (z * ((2 * Normal.CDF(0, 1, z)) - 1)) + (2 * Normal.PDF(0, 1, z)) - (1 / Math.Sqrt(Math.PI));

        Crps.Of(QuantilesOfNormal, z).ShouldBe(expected, 1e-4);
        Crps.Of(WeightedSample.Of([.. QuantilesOfNormal.Values.Select(value => 30 + (12 * value))]), 30 + (12 * z)).ShouldBe(12 * expected, 1e-3);
    }

    // ∫ F² up to b is b Φ(b)² + 2 φ(b) Φ(b) - Φ(b √2) / √π, as its derivative shows.
    [Theory]
    [InlineData(-1.2)]
    [InlineData(0)]
    [InlineData(1.5)]
    public void Censored_it_is_that_of_the_normal_distribution_up_to_the_bound(double bound)
    {
        var below = Normal.CDF(0, 1, bound);

        Crps.Censored(QuantilesOfNormal, bound).ShouldBe(
            (bound * below * below) + (2 * Normal.PDF(0, 1, bound) * below) - (Normal.CDF(0, 1, bound * Math.Sqrt(2)) / Math.Sqrt(Math.PI)), 1e-4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Of_a_uniform_distribution_it_is_a_parabola_and_censored_a_cubic(double observed)
    {
        var uniform = WeightedSample.Of([.. Enumerable.Range(0, 1000).Select(index => (index + 0.5) / 1000)]);

        Crps.Of(uniform, observed).ShouldBe((observed * observed) - observed + (1.0 / 3), 1e-6);
        Crps.Censored(uniform, observed).ShouldBe(observed * observed * observed / 3, 1e-6);
    }

    [Fact]
    public void With_an_end_it_is_the_integral_up_to_there() =>
        Gen.Select(Samples, Gen.Double[-4, 4], Gen.Double[-4, 4]).Sample((sample, observed, end) =>
        {
            double[] cut = [.. sample.Values.Select(value => Math.Min(value, end))];

            Crps.Of(sample.Sample, observed, end).ShouldBe(FromDistances(cut, sample.Weights, Math.Min(observed, end)), 1e-12);
            Crps.Censored(sample.Sample, end).ShouldBe(SquaresUpTo(sample.Sample, end), 2e-3);
        });

    [Fact]
    public void What_never_happens_counts_at_the_end()
    {
        var half = WeightedSample.Of([2, double.PositiveInfinity]);

        Crps.Of(half, 2).ShouldBe(double.PositiveInfinity);
        Crps.Of(half, 2, 10).ShouldBe(8 / 4.0);
        Crps.Of(half, double.PositiveInfinity, 10).ShouldBe(8 / 4.0);
        Crps.Of(half, 5, 10).ShouldBe((3 / 4.0) + (5 / 4.0));
        Crps.Censored(half, 1).ShouldBe(0);
        Crps.Censored(half, 6).ShouldBe(1);
        Crps.Of(WeightedSample.Point(double.PositiveInfinity), double.PositiveInfinity).ShouldBe(0);
        Crps.Of(WeightedSample.Point(3), double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        Crps.Of(half, double.NaN, 10).ShouldBe(double.NaN);
        Crps.Censored(half, double.NaN).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_truth_scores_best_on_average_whatever_the_end() =>
        Gen.Select(Samples, Samples, Gen.OneOf(Gen.Double[-3, 3], Gen.Const(double.PositiveInfinity))).Sample((truth, other, end) =>
        {
            MeanOf(truth.Sample).ShouldBeLessThanOrEqualTo(MeanOf(other.Sample) + 1e-12);

            double MeanOf(WeightedSample forecast) =>
                truth.Values.Zip(truth.Weights, (value, weight) => weight * Crps.Of(forecast, value, end)).Sum();
        });

    // Decisions at 1 or 10, observed until 5: scored in full beside the censored ones, a forecast of 1 or 6 would be better than the truth.
    [Fact]
    public void Decided_cases_in_full_beside_censored_ones_would_reward_a_false_forecast()
    {
        var (truth, early) = (WeightedSample.Of([1, 10]), WeightedSample.Of([1, 6]));

        (Crps.Of(truth, 1) + Crps.Censored(truth, 5)).ShouldBe((9 / 4.0) + (4 / 4.0));
        (Crps.Of(early, 1) + Crps.Censored(early, 5)).ShouldBe((5 / 4.0) + (4 / 4.0));
        (Crps.Of(truth, 1, 5) + Crps.Censored(truth, 5)).ShouldBe(Crps.Of(early, 1, 5) + Crps.Censored(early, 5));
    }

    private static WeightedSample QuantilesOfNormal { get; } =
        WeightedSample.Of([.. Enumerable.Range(0, 20_000).Select(index => Normal.InvCDF(0, 1, (index + 0.5) / 20_000))]);

    private static double FromDistances(double[] values, double[] weights, double observed)
    {
        var score = 0.0;
        for (var one = 0; one < values.Length; one++)
        {
            score += weights[one] * Math.Abs(values[one] - observed);
            for (var other = 0; other < values.Length; other++)
            {
                score -= weights[one] * weights[other] * Math.Abs(values[one] - values[other]) / 2;
            }
        }

        return score;
    }

    private static double SquaresUpTo(WeightedSample sample, double bound)
    {
        const int Steps = 4000;
        var (low, sum) = (-4.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var share = sample.Cdf(low + ((step + 0.5) * (bound - low) / Steps));
            sum += share * share;
        }

        return sum * (bound - low) / Steps;
    }
}
