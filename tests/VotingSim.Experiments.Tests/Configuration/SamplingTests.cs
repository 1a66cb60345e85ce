using VotingSim.Experiments.Configuration;

namespace VotingSim.Experiments.Tests.Configuration;

public sealed class SamplingTests
{
    [Fact]
    public void Every_slice_of_every_dimension_of_a_latin_hypercube_holds_one_point()
    {
        const int points = 100;
        var cube = Sampling.LatinHypercube(points, 4, seed: 5);
        for (var dimension = 0; dimension < 4; dimension++)
        {
            cube.Select(point => (int)Math.Floor(point[dimension] * points)).Order().ShouldBe(Enumerable.Range(0, points));
        }

        // Dimensions are not each other's copies, and the seed matters.
        cube.ShouldAllBe(point => point[0] != point[1]);
        Sampling.LatinHypercube(points, 4, seed: 6)[0].ShouldNotBe(cube[0]);
    }

    [Fact]
    public void Points_of_a_latin_hypercube_are_uniform_inside_their_slices()
    {
        // 10,000 jitters: the mean has standard deviation 1 / sqrt(12 * 10,000) = 0.0029; the bound is five of them.
        const int points = 10_000;
        var jitter = Sampling.LatinHypercube(points, 1, seed: 1).Select(point => (point[0] * points) - Math.Floor(point[0] * points));
        jitter.Average().ShouldBe(0.5, 0.0145);
    }

    // Joe & Kuo's web page on the sequence, ten points in three dimensions, and points 118 and 122 with their direction numbers new-joe-kuo-6.21201.
    [Theory]
    [InlineData(0, 0.0, 0.0, 0.0)]
    [InlineData(1, 0.5, 0.5, 0.5)]
    [InlineData(2, 0.75, 0.25, 0.25)]
    [InlineData(3, 0.25, 0.75, 0.75)]
    [InlineData(4, 0.375, 0.375, 0.625)]
    [InlineData(5, 0.875, 0.875, 0.125)]
    [InlineData(6, 0.625, 0.125, 0.875)]
    [InlineData(7, 0.125, 0.625, 0.375)]
    [InlineData(8, 0.1875, 0.3125, 0.9375)]
    [InlineData(9, 0.6875, 0.8125, 0.4375)]
    [InlineData(118, 0.6953125, 0.4765625, 0.9921875, 0.3203125, 0.4140625, 0.5234375, 0.8046875, 0.3828125, 0.1015625, 0.3515625)]
    [InlineData(122, 0.8828125, 0.2890625, 0.6796875, 0.7578125, 0.6015625, 0.9609375, 0.8671875, 0.4453125, 0.0390625, 0.6640625)]
    public void Sobol_points_before_the_shift_are_the_published_ones(int index, params double[] published) =>
        Sampling.SobolDigits(index + 1, published.Length).Last().Select(digits => digits / 4294967296.0).ShouldBe(published);

    [Fact]
    public void Every_dimension_of_the_first_2_to_the_k_shifted_sobol_points_fills_every_slice_once()
    {
        const int points = 1024;
        var cube = Sampling.Sobol(points, Sampling.MostSobolDimensions, seed: 9);
        for (var dimension = 0; dimension < Sampling.MostSobolDimensions; dimension++)
        {
            cube.Select(point => (int)(point[dimension] * points)).Order().ShouldBe(Enumerable.Range(0, points));
        }

        cube[0].ShouldAllBe(share => share > 0 && share < 1);
        Sampling.Sobol(points, 2, seed: 10)[0].ShouldNotBe(cube[0].Take(2));
    }

    [Fact]
    public void A_sample_of_ranges_stays_in_them_and_does_not_depend_on_the_number_of_rules()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("experiment.yaml", ConfigurationFolder.Experiment
            + "\nsweep: { sobol: { samples: 8, parameters: { urgency.growth: [2, 4], deliberation.ballot-noise: [0.1, 0.3] } } }");
        var plan = folder.Read();
        plan.Arms.Length.ShouldBe(16);
        plan.Arms.ShouldAllBe(arm => arm.Terms.Crisis.Urgency.Growth > 2 && arm.Terms.Crisis.Urgency.Growth < 4
            && arm.Terms.Settings.BallotNoise > 0.1 && arm.Terms.Settings.BallotNoise < 0.3);
        plan.Arms.Select(arm => (int)(4 * (arm.Terms.Crisis.Urgency.Growth - 2))).CountBy(slice => slice).ShouldAllBe(slice => slice.Value == 2);
        folder.Read("rules=[unanimity]").Arms.Select(arm => arm.Parameters[0].Number)
            .ShouldBe(plan.Arms.Where(arm => arm.Rule == "consensus").Select(arm => arm.Parameters[0].Number));
        folder.Read("seed=8").Arms[0].Parameters[0].ShouldNotBe(plan.Arms[0].Parameters[0]);
    }
}
