using VotingSim.Evidence.Calibration;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Tests.Calibration;

public class ImportanceSamplerTests
{
    [Theory]
    [InlineData(1, 3, 0.5)]
    [InlineData(4, 5, 0.4)]
    [InlineData(10, 2, 0.5)]
    [InlineData(3, 20, 0.1)] // a posterior of a fortieth of the prior's width: nothing of it is met in the first stage
    public async Task A_normal_posterior_has_its_closed_form(int dimensions, int observations, double error)
    {
        var (_, record) = NormalRecord.Draw(new Random(5), dimensions, observations, error);

        var draws = await record.SampleAsync(4000, seed: 3);

        var posterior = draws.Posterior();
        posterior.IsReliable.ShouldBeTrue();
        posterior.EffectiveSize.ShouldBeGreaterThan(1000);
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var (mean, deviation) = record.Posterior(dimension);
            var sample = WeightedSample.Of([.. draws.Places.Select(place => place[dimension])], [.. posterior.Weights]);
            sample.Mean.ShouldBe(mean, 4.5 * deviation / Math.Sqrt(posterior.EffectiveSize));
            sample.Deviation.ShouldBe(deviation, 4.5 * deviation / Math.Sqrt(2 * posterior.EffectiveSize));
        }

        draws.LogEvidence.ShouldBe(record.LogEvidence(), 0.15);
        var leftOut = record.LeftOut();
        for (var index = 0; index < leftOut.Length; index++)
        {
            var others = ParetoSmoothing.Of(draws.LogRatios(without: [index]));
            others.LogMean([.. draws.LogLikelihoods.Select(logs => logs[index])]).ShouldBe(leftOut[index], 0.1);
        }
    }

    [Fact]
    public async Task A_likelihood_that_is_estimated_without_bias_has_the_same_posterior()
    {
        var (_, record) = NormalRecord.Draw(new Random(6), 3, 4, 0.5);
        var luck = new Random(7);
        var sampler = new ImportanceSampler(3, 8000, 1);

        var draws = await sampler.SampleAsync((_, places) => Task.FromResult(Array.ConvertAll(places, place =>
            Array.ConvertAll(record.Logs(place), log => log + (0.25 * NormalRecord.Normal(luck)) - (0.25 * 0.25 / 2)))));

        var posterior = draws.Posterior();
        for (var dimension = 0; dimension < 3; dimension++)
        {
            var (mean, deviation) = record.Posterior(dimension);
            var sample = WeightedSample.Of([.. draws.Places.Select(place => place[dimension])], [.. posterior.Weights]);
            sample.Mean.ShouldBe(mean, 4.5 * deviation / Math.Sqrt(posterior.EffectiveSize));
            sample.Deviation.ShouldBe(deviation, 4.5 * deviation / Math.Sqrt(2 * posterior.EffectiveSize));
        }

        draws.LogEvidence.ShouldBe(record.LogEvidence(), 0.15);
    }

    [Fact]
    public async Task Ranks_of_true_parameters_are_uniform()
    {
        const int Repetitions = 40;
        const int Ranks = 99;
        var random = new Random(11);
        var ranks = new List<int>();
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var (truth, record) = NormalRecord.Draw(random, 5, 3, 0.6);
            var draws = await record.SampleAsync(600, (ulong)repetition);
            var weights = draws.Posterior().Weights;
            ranks.AddRange(truth.Select((value, dimension) =>
            {
                var below = draws.Places.Select((place, draw) => place[dimension] < value ? weights[draw] : 0).Sum();
                return Math.Clamp((int)(below * (Ranks + 1)), 0, Ranks);
            }));
        }

        RankUniformity.Of(ranks, Ranks, 10).Test.P.ShouldBeGreaterThan(0.001);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_draws_and_another_gives_others()
    {
        var (_, record) = NormalRecord.Draw(new Random(5), 2, 2, 0.5);

        var (one, again, other) = (await record.SampleAsync(200, 1), await record.SampleAsync(200, 1), await record.SampleAsync(200, 2));

        again.Places.SelectMany(place => place).ShouldBe(one.Places.SelectMany(place => place));
        other.Places[0].ShouldNotBe(one.Places[0]);
    }
}
