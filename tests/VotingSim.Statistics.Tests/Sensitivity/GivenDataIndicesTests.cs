using VotingSim.Statistics.Sensitivity;
using static VotingSim.Statistics.Tests.Sensitivity.KnownFunctions;

namespace VotingSim.Statistics.Tests.Sensitivity;

public class GivenDataIndicesTests
{
    [Fact]
    public void Intervals_contain_Ishigamis_indices_in_95_of_100_samples() =>
        Coverage(Ishigami, 3, IshigamiIndices, scale: 2 * Math.PI, offset: -Math.PI);

    [Fact]
    public void Intervals_contain_the_indices_of_Sobols_g_in_95_of_100_samples() => Coverage(G, 4, GIndices, scale: 1, offset: 0);

    [Fact]
    public void A_large_sample_is_near_the_analytic_indices()
    {
        var points = Cube(new(8), 40_000, 4);

        var indices = GivenDataIndices.Of(points, [.. points.Select(G)], seed: 1);

        // Half a width of the intervals is about 0.007 for the first here.
        indices.Zip(GIndices).ShouldAllBe(pair => Math.Abs(pair.First.Value - pair.Second) < 0.012);
        indices.ShouldAllBe(index => index.Low < index.Value && index.Value < index.High && index.High - index.Low < 0.02);
    }

    [Fact]
    public void A_parameter_of_few_values_has_the_adjusted_share_of_Rs_linear_model()
    {
        var numbers = new RNumbers("Sensitivity", "sensitivity");
        var rows = numbers.Rows("airquality");

        var index = GivenDataIndices.Of([.. rows.Select(row => row[1..])], [.. rows.Select(row => row[0])], seed: 1)[0];

        index.Value.ShouldBe(numbers["adjusted"][0], 1e-13);
    }

    [Fact]
    public void Noise_explains_nothing_on_average()
    {
        // Without the correction the share would be (B - 1) / (n - 1) = 24 / 399 on average.
        var mean = Enumerable.Range(0, 200).AsParallel().Select(study =>
        {
            var points = Cube(new(study), 400, 2);
            return GivenDataIndices.Of([.. points.Select(point => point[..1])], [.. points.Select(point => point[1])], seed: 1)[0].Value;
        }).Average();

        GivenDataIndices.Bins(400).ShouldBe(25);
        mean.ShouldBe(0, 0.005);
    }

    [Fact]
    public void What_follows_a_parameter_in_even_steps_has_the_closed_form_of_equal_bins_and_undefined_outputs_are_passed_over()
    {
        // Steps 0 to 2,047 in mixed order, and after each third a point whose output is undefined.
        var (points, outputs) = (new List<double[]>(), new List<double>());
        for (var place = 0; place < 2048; place++)
        {
            var step = place * 1029 % 2048;
            points.Add([step]);
            outputs.Add(1e6 + step);
            if (place % 3 == 0)
            {
                points.Add([place]);
                outputs.Add(double.NaN);
            }
        }

        var index = GivenDataIndices.Of(points, outputs, seed: 1)[0];

        // Of n steps, m in each of B bins, the squares within are (m² - 1) / (n² - 1) of all.
        var (n, m, bins) = (2048.0, 32.0, 64.0);
        index.Value.ShouldBe(1 - ((n - 1) / (n - bins) * ((m * m) - 1) / ((n * n) - 1)), 1e-12);
    }

    [Fact]
    public void What_never_varies_is_undefined()
    {
        double[][] points = [.. Enumerable.Range(0, 20).Select(index => new double[] { index, 7 })];

        GivenDataIndices.Of(points, [.. points.Select(point => point[0])], seed: 1)[1].ShouldBe(Estimate.Undefined);
        GivenDataIndices.Of(points, [.. points.Select(_ => 0.1)], seed: 1).ShouldAllBe(index => double.IsNaN(index.Value));
        GivenDataIndices.Of([[1], [2], [3]], [1, 2, 3], seed: 1)[0].ShouldBe(Estimate.Undefined);
    }

    private static void Coverage(Func<double[], double> function, int parameters, double[] truth, double scale, double offset)
    {
        const int Studies = 100;
        var hits = new int[parameters];
        Parallel.For(0, Studies, study =>
        {
            double[][] points = [.. Cube(new(study), 500, parameters).Select(point => point.Select(share => offset + (scale * share)).ToArray())];
            var indices = GivenDataIndices.Of(points, [.. points.Select(function)], (ulong)study);
            for (var parameter = 0; parameter < parameters; parameter++)
            {
                if (indices[parameter].Low <= truth[parameter] && truth[parameter] <= indices[parameter].High)
                {
                    Interlocked.Increment(ref hits[parameter]);
                }
            }
        });

        // Binomial with 0.95: a standard deviation of 2.2 in 100; three of them.
        hits.ShouldAllBe(count => count >= 89);
    }
}
