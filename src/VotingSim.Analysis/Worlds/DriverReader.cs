using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics.Comparison;
using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Analysis.Worlds;

/// <summary>Computes what a contrast hangs on from the stored rows.</summary>
internal static class DriverReader
{
    /// <summary>Reads the first worlds and computes; null where no parameter varies.</summary>
    /// <param name="plan">The plan, with the replications that were run.</param>
    /// <param name="contrast">The contrast.</param>
    /// <param name="conclusion">What most worlds of the whole run say.</param>
    /// <param name="most">Most worlds that are looked at.</param>
    /// <param name="rows">The rows.</param>
    public static async Task<WorldDrivers?> ReadAsync(
        ExperimentPlan plan, Contrast contrast, Conclusion conclusion, int most, IRunRows rows) =>
        await WorldSample.ReadAsync(plan, contrast, most, rows) is { } sample ? Of(sample, conclusion, PerDraw(contrast), plan.Seed) : null;

    /// <summary>Computes from a sample.</summary>
    /// <param name="sample">The worlds.</param>
    /// <param name="conclusion">What most worlds say.</param>
    /// <param name="perDraw">Consecutive worlds that share a draw of the parameters; 1 where the variance cannot be split.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static WorldDrivers Of(WorldSample sample, Conclusion conclusion, int perDraw, ulong seed) => new()
    {
        Worlds = sample.Days.Length,
        Drivers = Drivers(sample, seed),
        Discovery = Discovery.Of(conclusion, sample.Order, sample.Points, sample.Parameters),
        Variance = perDraw < 2 || sample.Days.Length < 2 * perDraw ? null
            : VarianceSplit.Of(sample.Days.Chunk(perDraw).Where(draw => draw.Length == perDraw)),
    };

    private static ImmutableArray<WorldDriver> Drivers(WorldSample sample, ulong seed)
    {
        var correlations = RankCorrelation.Of(sample.Points, sample.Days);
        var indices = GivenDataIndices.Of(sample.Points, sample.Days, seed);
        var bars = Tornado.OfSample(sample.Points, sample.Days).ToDictionary(bar => bar.Parameter);
        return
        [
            .. sample.Parameters
                .Select((parameter, index) => new WorldDriver(
                    parameter.Name, parameter.Scales, correlations[index], indices[index], bars[index].Low, bars[index].High))
                .OrderByDescending(driver => double.IsNaN(driver.FirstOrder.Value) ? double.NegativeInfinity : driver.FirstOrder.Value)
                .ThenByDescending(driver => Math.Abs(driver.RankCorrelation.Value)),
        ];
    }

    // Draws of several pairs of arms differ by more than parameters.
    private static int PerDraw(Contrast contrast) => contrast.Pairs.Length == 1 ? contrast.Pairs[0].Arm.Terms.Uncertainty?.PerDraw ?? 1 : 1;
}
