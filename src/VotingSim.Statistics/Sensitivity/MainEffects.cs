using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>What the levels of one parameter of a factorial grid do to an output.</summary>
/// <param name="LevelMeans">Mean output at each level, over all combinations of the others. Unit: that of the output.</param>
/// <param name="Range">Largest of these means less the smallest. Unit: that of the output.</param>
/// <param name="VarianceShare">Share of the variance over the grid that lies between the levels. Range: 0 to 1; undefined where the output never varies.</param>
public sealed record MainEffect(ImmutableArray<double> LevelMeans, double Range, double VarianceShare);

/// <summary>The main effects of a full factorial design.</summary>
public static class MainEffects
{
    /// <summary>The main effect of every parameter.</summary>
    /// <param name="levels">Level of each parameter at each design point: index from 0. Every combination occurs equally often.</param>
    /// <param name="outputs">Output at each design point. An undefined one leaves all effects undefined.</param>
    /// <remarks>
    /// The share of parameter i is sum_l n_l (ȳ_l - ȳ)² / sum_j (y_j - ȳ)²: the first-order index of a parameter that is drawn evenly from the levels of the grid (Montgomery 2017, Design and Analysis of
    /// Experiments, 9th ed., ch. 5). The shares add up to 1 less that of interactions. The grid is no sample, so that there is no sampling error and no interval.
    /// </remarks>
    public static ImmutableArray<MainEffect> Of(IReadOnlyList<int[]> levels, IReadOnlyList<double> outputs)
    {
        DesignCheck.Rows(levels, outputs);
        var mean = outputs.Average();
        var total = outputs.Sum(output => (output - mean) * (output - mean));
        return [.. Enumerable.Range(0, levels[0].Length).Select(parameter => Effect(levels, outputs, parameter, mean, total))];
    }

    private static MainEffect Effect(IReadOnlyList<int[]> levels, IReadOnlyList<double> outputs, int parameter, double mean, double total)
    {
        var count = levels.Max(point => point[parameter]) + 1;
        var (sums, points) = (new double[count], new int[count]);
        for (var point = 0; point < outputs.Count; point++)
        {
            sums[levels[point][parameter]] += outputs[point];
            points[levels[point][parameter]]++;
        }

        if (points.Distinct().Count() > 1)
        {
            throw new ArgumentException($"Levels of parameter {parameter} occur {points.Min()} to {points.Max()} times; a full grid has each equally often.", nameof(levels));
        }

        var means = sums.Select((sum, level) => sum / points[level]).ToImmutableArray();
        return new(means, means.Max() - means.Min(), means.Select((level, index) => points[index] * (level - mean) * (level - mean)).Sum() / total);
    }
}
