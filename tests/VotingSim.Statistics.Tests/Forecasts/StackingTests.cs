using CsCheck;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class StackingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 19)]
    public void Models_that_each_know_their_own_cases_have_the_shares_of_these(int first, int second)
    {
        double[][] cases =
        [
            .. Enumerable.Repeat<double[]>([-2, double.NegativeInfinity], first),
            .. Enumerable.Repeat<double[]>([double.NegativeInfinity, -5], second),
        ];
        var share = (double)first / (first + second);
        var stacking = Stacking.Of(cases);

        stacking.Weights.ShouldBe([share, 1 - share], 1e-9);
        stacking.LogDensity.ShouldBe((share * (Math.Log(share) - 2)) + ((1 - share) * (Math.Log(1 - share) - 5)), 1e-9);

        // The same by weights of cases.
        Stacking.Of([cases[0], cases[^1]], [2 * first, 2 * second]).Weights.ShouldBe([share, 1 - share], 1e-9);
    }

    [Fact]
    public void Two_models_have_the_weights_at_which_the_derivative_is_0() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3]).Array[2, 20].Sample(pairs =>
        {
            var stacking = Stacking.Of([.. pairs.Select(pair => new[] { pair.Item1, pair.Item2 })]);
            var (low, high) = (0.0, 1.0);
            for (var step = 0; step < 60; step++)
            {
                var middle = (low + high) / 2;
                var slope = pairs.Sum(pair => (Math.Exp(pair.Item1) - Math.Exp(pair.Item2)) / Mixed(pair, middle));
                (low, high) = slope > 0 ? (middle, high) : (low, middle);
            }

            stacking.LogDensity.ShouldBe(pairs.Average(pair => Math.Log(Mixed(pair, low))), 1e-10);

            static double Mixed((double First, double Second) pair, double weight) =>
                (weight * Math.Exp(pair.First)) + ((1 - weight) * Math.Exp(pair.Second));
        });

    // R's package loo is by the authors of the method.
    [Fact]
    public void Weights_are_those_of_R()
    {
        var r = new RNumbers("Forecasts", "forecasts");
        var stacking = Stacking.Of(r.Rows("log-densities"));

        stacking.Weights.ShouldBe(r["stacking.weights"], 1e-4);
        stacking.LogDensity.ShouldBe(r["stacking.density"][0], 1e-9);
    }

    [Fact]
    public void No_model_would_raise_the_density_with_more_weight() =>
        Gen.Select(Gen.Double[-4, 4].Array[5].Array[1, 40], Gen.Double[0.1, 2].Array[40]).Sample(
            (cases, drawn) =>
            {
                double[] caseWeights = [.. drawn.Take(cases.Length)];
                var stacking = Stacking.Of(cases, caseWeights);

                stacking.Weights.Sum().ShouldBe(1, 1e-12);
                stacking.Gap.ShouldBeLessThanOrEqualTo(1e-10);
                for (var model = 0; model < 5; model++)
                {
                    var gradient = cases.Select((row, index) => caseWeights[index] * Math.Exp(row[model])
                        / stacking.Weights.Zip(row, (weight, log) => weight * Math.Exp(log)).Sum()).Sum() / caseWeights.Sum();
                    gradient.ShouldBeLessThanOrEqualTo(1 + 1e-9);
                    (stacking.Weights[model] * (1 - gradient)).ShouldBe(0, 1e-8);
                }
            },
            iter: 50);

    [Fact]
    public void Models_that_say_the_same_share_and_one_that_is_alone_has_all()
    {
        Stacking.Of([[-1, -1], [-2000, -2000]]).Weights.ShouldBe([0.5, 0.5]);
        Stacking.Of([[0, double.NegativeInfinity], [double.NegativeInfinity, 0]], [1, 0]).Weights.ShouldBe([1, 0]);
        Stacking.Of([[-1], [-3]]).LogDensity.ShouldBe(-2, 1e-12);
    }

    [Fact]
    public void Cases_that_no_model_allows_are_refused()
    {
        Should.Throw<ArgumentException>(() => Stacking.Of([[double.NegativeInfinity, double.NegativeInfinity]]));
        Should.Throw<ArgumentException>(() => Stacking.Of([[double.NaN, 0]]));
        Should.Throw<ArgumentException>(() => Stacking.Of([[0, 0], [0]]));
        Should.Throw<ArgumentException>(() => Stacking.Of([]));
        Should.Throw<ArgumentException>(() => Stacking.Of([[0, 0]], [0]));
        Should.Throw<ArgumentException>(() => Stacking.Of([[0, 0]], [1, 1]));
    }
}
