using VotingSim.Evidence.Calibration;

namespace VotingSim.Evidence.Tests.Calibration;

/// <summary>Observations of standard normal parameters, each with a normal error: all that a sampler finds has a closed form.</summary>
/// <param name="Observed">Of each parameter, what was observed of it.</param>
/// <param name="Error">Standard deviation of the error.</param>
internal sealed record NormalRecord(double[][] Observed, double Error)
{
    /// <summary>True parameters from the prior, and what is observed of them.</summary>
    public static (double[] Truth, NormalRecord Record) Draw(Random random, int dimensions, int observations, double error)
    {
        double[] truth = [.. Enumerable.Range(0, dimensions).Select(_ => Normal(random))];
        return (truth, new([.. truth.Select(value => Enumerable.Range(0, observations).Select(_ => value + (error * Normal(random))).ToArray())], error));
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Log likelihood of every observation, parameter after parameter.</summary>
    public double[] Logs(double[] place) =>
        [.. Observed.SelectMany((observed, index) => observed.Select(value => LogNormal(value, place[index], Error * Error)))];

    public (double Mean, double Deviation) Posterior(int dimension, int? without = null)
    {
        var kept = Observed[dimension].Where((_, index) => index != without).ToArray();
        var precision = 1 + (kept.Length / (Error * Error));
        return (kept.Sum() / (Error * Error) / precision, Math.Sqrt(1 / precision));
    }

    /// <summary>Of every observation, its log density given the others.</summary>
    public double[] LeftOut() => [.. Observed.SelectMany((observed, dimension) => observed.Select((value, index) =>
    {
        var (mean, deviation) = Posterior(dimension, index);
        return LogNormal(value, mean, (deviation * deviation) + (Error * Error));
    }))];

    /// <summary>One observation after the other, each given those before.</summary>
    public double LogEvidence() => Observed.Sum(observed =>
    {
        var (mean, variance, sum) = (0.0, 1.0, 0.0);
        foreach (var value in observed)
        {
            sum += LogNormal(value, mean, variance + (Error * Error));
            var gain = variance / (variance + (Error * Error));
            (mean, variance) = (mean + (gain * (value - mean)), variance * (1 - gain));
        }

        return sum;
    });

    public Task<ImportanceDraws> SampleAsync(int draws, ulong seed) => new ImportanceSampler(Observed.Length, draws, seed)
        .SampleAsync((_, places) => Task.FromResult(Array.ConvertAll(places, Logs)));

    private static double LogNormal(double value, double mean, double variance) =>
        (-(value - mean) * (value - mean) / (2 * variance)) - (Math.Log(2 * Math.PI * variance) / 2);
}
