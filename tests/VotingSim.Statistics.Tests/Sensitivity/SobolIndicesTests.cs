using VotingSim.Statistics.Sensitivity;
using static VotingSim.Statistics.Tests.Sensitivity.KnownFunctions;

namespace VotingSim.Statistics.Tests.Sensitivity;

public class SobolIndicesTests
{
    [Fact]
    public void The_published_indices_of_Ishigamis_function_are_what_the_tests_compare_with() =>
        IshigamiIndices.Select(index => Math.Round(index, 4)).ShouldBe([0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437]);

    [Fact]
    public void Intervals_contain_Ishigamis_indices_in_95_of_100_samples() =>
        Coverage(Ishigami, 3, IshigamiIndices, scale: 2 * Math.PI, offset: -Math.PI);

    [Fact]
    public void Intervals_contain_the_indices_of_Sobols_g_in_95_of_100_samples() => Coverage(G, 4, GIndices, scale: 1, offset: 0);

    [Fact]
    public void A_large_sample_is_near_the_analytic_indices()
    {
        var random = new Random(8);
        var indices = SobolIndices.Of([.. SobolIndices.Design(Cube(random, 20_000, 8)).Select(G)], 4, seed: 1);

        // Half a width of the intervals is about 0.02 here.
        indices.Select(index => index.First.Value).Concat(indices.Select(index => index.Total.Value)).Zip(GIndices)
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.03);
        indices.ShouldAllBe(index =>
            index.First.Low < index.First.Value && index.First.Value < index.First.High && index.First.High - index.First.Low < 0.08);
    }

    [Fact]
    public void A_parameter_that_is_all_has_1_and_one_that_is_nothing_has_0()
    {
        var indices = SobolIndices.Of([.. SobolIndices.Design(Cube(new(3), 400, 4)).Select(point => point[0])], 2, seed: 1);

        indices[1].ShouldBe(new SobolIndex(new(0, 0, 0), new(0, 0, 0)));
        indices[0].Total.Value.ShouldBe(1, 0.15);
    }

    [Fact]
    public void The_design_changes_one_parameter_of_A_at_a_time_to_that_of_B() =>
        SobolIndices.Design([[0.1, 0.2, 0.3, 0.4], [0.5, 0.6, 0.7, 0.8]]).ShouldBe(
    [
        [0.1, 0.2], [0.3, 0.2], [0.1, 0.4], [0.3, 0.4],
        [0.5, 0.6], [0.7, 0.6], [0.5, 0.8], [0.7, 0.8],
    ]);

    [Fact]
    public void The_seed_fixes_the_intervals_and_a_constant_output_has_no_indices()
    {
        double[] outputs = [.. SobolIndices.Design(Cube(new(3), 50, 8)).Select(G)];
        SobolIndices.Of(outputs, 4, seed: 1).ShouldBe(SobolIndices.Of(outputs, 4, seed: 1));
        SobolIndices.Of(outputs, 4, seed: 1)[0].First.Low.ShouldNotBe(SobolIndices.Of(outputs, 4, seed: 2)[0].First.Low);

        SobolIndices.Of([1, 1, 1, 1, 1, 1], 1, seed: 1)[0].First.Value.ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => SobolIndices.Of([1, 2, 3, 4], 1, seed: 1));
    }

    private static void Coverage(Func<double[], double> function, int parameters, double[] truth, double scale, double offset)
    {
        const int studies = 100;
        var hits = new int[2 * parameters];
        Parallel.For(0, studies, study =>
        {
            var points = SobolIndices.Design(Cube(new(study), 500, 2 * parameters))
                .Select(point => point.Select(share => offset + (scale * share)).ToArray());
            var indices = SobolIndices.Of([.. points.Select(function)], parameters, (ulong)study);
            foreach (var (estimate, place) in indices.Select(index => index.First).Concat(indices.Select(index => index.Total))
                .Select((estimate, place) => (estimate, place)))
            {
                // An index of exactly 0 may be met exactly, with an interval of no width.
                if (estimate.Low <= truth[place] && truth[place] <= estimate.High)
                {
                    Interlocked.Increment(ref hits[place]);
                }
            }
        });

        // Binomial with 0.95: a standard deviation of 2.2 in 100; three of them.
        hits.ShouldAllBe(count => count >= 89);
    }
}
