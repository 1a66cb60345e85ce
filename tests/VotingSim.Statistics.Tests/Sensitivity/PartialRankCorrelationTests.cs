using CsCheck;
using MathNet.Numerics.LinearRegression;
using MathNet.Numerics.Statistics;
using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Statistics.Tests.Sensitivity;

public class PartialRankCorrelationTests
{
    [Fact]
    public void Coefficients_are_the_correlations_of_the_residuals_of_ranks() =>
        Gen.Select(Gen.Double[-1, 1].Array[4].Array[12, 60], Gen.Double[-3, 3].Array[4], Gen.Double[0, 1].Array[60]).Sample(
            (points, weights, noise) =>
            {
                // Rounded, so that there are ties.
                double[] outputs = [.. points.Select((point, index) =>
                    Math.Round(Math.Exp(point.Zip(weights).Sum(pair => pair.First * pair.Second)) + noise[index], 1))];
                var ranks = Enumerable.Range(0, 4).Select(parameter => Ranks([.. points.Select(point => point[parameter])])).ToArray();
                foreach (var (estimate, parameter) in PartialRankCorrelation.Of(points, outputs)
                    .Select((estimate, parameter) => (estimate, parameter)))
                {
                    double[][] others =
                        [.. points.Select((_, row) =>
                            Enumerable.Range(0, 4).Where(other => other != parameter).Select(other => ranks[other][row]).ToArray())];
                    var (x, y) = (Residuals(others, ranks[parameter]), Residuals(others, Ranks(outputs)));
                    if (x.Variance() > 1e-6 && y.Variance() > 1e-6)
                    {
                        estimate.Value.ShouldBe(Correlation.Pearson(x, y), 1e-7);
                        Math.Atanh(estimate.High).ShouldBe(Math.Atanh(estimate.Value) + (1.959963984540054 / Math.Sqrt(points.Length - 6)), 1e-6);
                    }
                }
            },
            iter: 100);

    [Fact]
    public void An_output_that_only_rises_or_only_falls_with_a_parameter_has_1_or_minus_1()
    {
        double[][] points = [.. Enumerable.Range(0, 50).Select(index => new[] { index * 7 % 50 / 50.0, index * 11 % 50 / 50.0 })];

        PartialRankCorrelation.Of(points, [.. points.Select(point => Math.Exp(5 * point[0]))])[0].ShouldBe(new Estimate(1, 1, 1));
        PartialRankCorrelation.Of(points, [.. points.Select(point => -Math.Pow(point[1], 3))])[1].ShouldBe(new Estimate(-1, -1, -1));
    }

    [Fact]
    public void What_cannot_be_told_apart_or_never_varies_is_undefined()
    {
        double[][] twins = [.. Enumerable.Range(0, 20).Select(index => new double[] { index, 2 * index, 5 })];

        PartialRankCorrelation.Of(twins, [.. twins.Select(point => Math.Sin(point[0]))]).ShouldAllBe(estimate => double.IsNaN(estimate.Value));
        PartialRankCorrelation.Of([[1], [2], [3], [4]], [1, double.NaN, 2, 3])[0].ShouldBe(Estimate.Undefined);
        PartialRankCorrelation.Of([[1], [2], [3]], [1, 3, 2])[0].ShouldBe(new Estimate(0.5, double.NaN, double.NaN));
    }

    private static double[] Ranks(double[] values) => ArrayStatistics.RanksInplace([.. values], RankDefinition.Average);

    private static double[] Residuals(double[][] x, double[] y)
    {
        var fit = MultipleRegression.QR(x, y, intercept: true);
        return [.. y.Select((value, row) => value - fit[0] - x[row].Zip(fit.Skip(1)).Sum(pair => pair.First * pair.Second))];
    }
}
