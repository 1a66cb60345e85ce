using CsCheck;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class ParetoSmoothingTests
{
    private static readonly RNumbers R = new("Forecasts", "forecasts");
    private static readonly double[][] Ratios = R.Rows("log-ratios");

    // R's package loo is by the authors of the method; light, heavy and heavier tails, and the fewest draws that have one.
    [Theory]
    [InlineData("wide", 0, 400)]
    [InlineData("narrow", 1, 400)]
    [InlineData("far", 2, 400)]
    [InlineData("short", 1, 21)]
    public void Weights_shape_and_size_are_those_of_R(string name, int column, int draws)
    {
        var smoothed = ParetoSmoothing.Of([.. Ratios.Take(draws).Select(row => row[column])]);

        smoothed.Shape.ShouldBe(R[$"psis.{name}.k"][0], 1e-9);
        smoothed.EffectiveSize.ShouldBe(R[$"psis.{name}.size"][0], 1e-6);
        smoothed.Weights.ShouldBe(R[$"psis.{name}.weights"], 1e-11);
    }

    [Fact]
    public void The_fit_is_that_of_R()
    {
        var fitted = GeneralizedPareto.Fit([.. Ratios.Select(row => Math.Exp(row[1])).Order()]);

        fitted.Shape.ShouldBe(R["pareto.fit"][0], 1e-9);
        fitted.Scale.ShouldBe(R["pareto.fit"][1], 1e-9);
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(1)]
    public void The_shape_that_a_sample_has_is_recovered(double shape)
    {
        // Quantiles in closed form: σ ((1 - p)^-k - 1) / k.
        double[] sample = [.. Enumerable.Range(0, 5000).Select(index => (index + 0.5) / 5000)
            .Select(p => 3 * (shape == 0 ? -Math.Log(1 - p) : (Math.Pow(1 - p, -shape) - 1) / shape))];

        GeneralizedPareto.Fit(sample).Shape.ShouldBe(shape, 0.01);
        GeneralizedPareto.Fit(sample).Scale.ShouldBe(3, 0.03);
        new GeneralizedPareto(shape, 3).Quantile(2500.5 / 5000).ShouldBe(sample[2500], 1e-12);
    }

    [Fact]
    public void Smoothed_weights_keep_their_order_add_up_to_1_and_leave_those_below_the_tail_in_proportion() =>
        Gen.Double[-20, 5].Array[30, 300].Sample(logs =>
        {
            var weights = ParetoSmoothing.Of(logs).Weights;
            int[] order = [.. Enumerable.Range(0, logs.Length).OrderBy(draw => logs[draw])];
            var tail = (int)Math.Ceiling(Math.Min(logs.Length / 5.0, 3 * Math.Sqrt(logs.Length)));

            weights.Sum().ShouldBe(1, 1e-12);
            order.Zip(order.Skip(1)).ShouldAllBe(pair => weights[pair.First] <= weights[pair.Second] * (1 + 1e-12));
            (weights[order[0]] / weights[order[^(tail + 1)]]).ShouldBe(Math.Exp(logs[order[0]] - logs[order[^(tail + 1)]]), 1e-9);
        });

    [Fact]
    public void Draws_alike_have_no_tail_and_few_draws_cannot_show_one()
    {
        var alike = ParetoSmoothing.Of([.. Enumerable.Repeat(-700.0, 100)]);
        (alike.Shape, alike.IsReliable).ShouldBe((double.NegativeInfinity, true));
        alike.EffectiveSize.ShouldBe(100, 1e-9);

        var few = ParetoSmoothing.Of([0, Math.Log(3)]);
        few.Weights.ShouldBe([0.25, 0.75], 1e-12);
        (few.Shape, few.IsReliable).ShouldBe((double.PositiveInfinity, false));
    }

    [Fact]
    public void Draws_that_count_nothing_have_no_weight()
    {
        var one = ParetoSmoothing.Of([.. Enumerable.Repeat(double.NegativeInfinity, 99), 3]);

        one.Weights[^1].ShouldBe(1);
        one.IsReliable.ShouldBeFalse();
        Should.Throw<ArgumentException>(() => ParetoSmoothing.Of([double.NegativeInfinity, double.NegativeInfinity]));
        Should.Throw<ArgumentException>(() => ParetoSmoothing.Of([0, double.NaN]));
        Should.Throw<ArgumentException>(() => ParetoSmoothing.Of([0, double.PositiveInfinity]));
        Should.Throw<ArgumentException>(() => ParetoSmoothing.Of([]));
    }

    // Vehtari et al. (2024), sect. 3.2.4: 0.5 for 100 draws, 0.67 for 1,000, and 0.7 from about 2,200 on.
    [Theory]
    [InlineData(100, 0.5)]
    [InlineData(1000, 0.6667)]
    [InlineData(2155, 0.7)]
    [InlineData(100_000, 0.7)]
    public void The_largest_shape_that_can_be_relied_on_grows_with_the_draws(int draws, double shape) =>
        ParetoSmoothing.Of(new double[draws]).LargestShape.ShouldBe(shape, 5e-5);

    [Fact]
    public void The_log_of_a_mean_does_not_underflow()
    {
        var weights = ParetoSmoothing.Of([0, Math.Log(3)]);

        weights.LogMean([-5000, -5000 + Math.Log(5)]).ShouldBe(-5000 + Math.Log(4), 1e-9);
        weights.LogMean([double.NegativeInfinity, 0]).ShouldBe(Math.Log(0.75), 1e-12);
        weights.LogMean([double.NegativeInfinity, double.NegativeInfinity]).ShouldBe(double.NegativeInfinity);
        weights.LogMean([double.NaN, 0]).ShouldBe(double.NaN);
    }
}
