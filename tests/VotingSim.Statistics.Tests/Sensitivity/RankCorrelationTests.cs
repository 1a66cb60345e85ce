using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Statistics.Tests.Sensitivity;

public class RankCorrelationTests
{
    [Fact]
    public void Coefficients_are_those_of_R_with_ties()
    {
        var numbers = new RNumbers("Sensitivity", "sensitivity");
        var rows = numbers.Rows("mtcars");

        var correlations = RankCorrelation.Of([.. rows.Select(row => row[1..])], [.. rows.Select(row => row[0])]);

        correlations.Zip(numbers["spearman"]).ShouldAllBe(pair => Math.Abs(pair.First.Value - pair.Second) < 1e-13);
    }

    [Fact]
    public void Intervals_contain_the_rank_correlation_of_a_normal_pair_in_95_of_100_samples()
    {
        // (6 / pi) arcsin(rho / 2) for a normal correlation of rho (Kruskal 1958, J. Am. Stat. Assoc. 53(284), 814-861).
        const int Studies = 2000;
        var truth = 6 / Math.PI * Math.Asin(0.7 / 2);
        var hits = Enumerable.Range(0, Studies).AsParallel().Count(study =>
        {
            var random = new Random(study);
            var pairs = Enumerable.Range(0, 60).Select(_ => (X: Normal(random), Noise: Normal(random))).ToArray();
            var estimate = RankCorrelation.Of(
                [.. pairs.Select(pair => new[] { pair.X })], [.. pairs.Select(pair => (0.7 * pair.X) + (Math.Sqrt(0.51) * pair.Noise))])[0];
            return estimate.Low <= truth && truth <= estimate.High;
        });

        // Binomial with 0.95: a standard deviation of 9.7 in 2,000; four of them.
        hits.ShouldBeInRange(1861, 1939);
    }

    [Fact]
    public void What_only_rises_has_1_whatever_its_shape_and_undefined_outputs_are_passed_over()
    {
        double[][] points = [[1, 5], [2, 5], [3, 5], [4, 5], [9, 5]];

        var correlations = RankCorrelation.Of(points, [1, 10, 100, double.NaN, 1000]);

        correlations[0].ShouldBe(new Estimate(1, 1, 1));
        correlations[1].ShouldBe(Estimate.Undefined);
        RankCorrelation.Of([[1], [2], [3]], [1, 3, 2])[0].ShouldSatisfyAllConditions(
            few => few.Value.ShouldBe(0.5, 1e-15), few => few.Low.ShouldBe(double.NaN), few => few.High.ShouldBe(double.NaN));
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
