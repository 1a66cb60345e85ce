using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class ClusterJackknifeTests
{
    [Fact]
    public void Of_a_mean_it_is_the_interval_of_Student()
    {
        double[] values = [3, 5, 8, 13, 21, 34, 55];
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);

        var interval = ClusterJackknife.Of(
            [.. values.Select((_, index) => $"c{index}")], kept => kept.Average(index => values[index]));

        interval.Value.ShouldBe(mean, 1e-12);
        interval.Low.ShouldBe(mean - (2.446911851144969 * error), 1e-9); // qt(0.975, 6) of R
        interval.High.ShouldBe(mean + (2.446911851144969 * error), 1e-9);
    }

    [Fact]
    public void A_cluster_is_left_out_with_all_its_cases_and_two_are_too_few()
    {
        var left = new List<int>();
        ClusterJackknife.Of(["a", "a", "b", "c"], kept =>
        {
            left.Add(4 - kept.Count);
            return kept.Count;
        });

        left.ShouldBe([0, 2, 1, 1]);
        double.IsNaN(ClusterJackknife.Of(["a", "b"], kept => kept.Count).Low).ShouldBeTrue();
    }

    [Fact]
    public void A_normal_sample_has_the_moments_and_the_score_of_a_normal_distribution()
    {
        var sample = NormalSample.Of(2, 0.5);

        sample.Mean.ShouldBe(2, 1e-9);
        sample.Deviation.ShouldBe(0.5, 5e-4);
        sample.Quantile(0.975).ShouldBe(2 + (0.5 * 1.959964), 0.005);

        // Gneiting & Raftery (2007): s (z (2 F(z) - 1) + 2 f(z) - 1 / sqrt(pi)), here with z = 1.
        Crps.Of(sample, 2.5).ShouldBe(0.5 * ((1 * ((2 * 0.8413447461) - 1)) + (2 * 0.2419707245) - 0.5641895835), 2e-4);
    }
}
