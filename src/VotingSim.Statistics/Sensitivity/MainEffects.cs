using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>What the levels of one parameter of a factorial grid do to an output.</summary>
/// <param name="LevelMeans">Mean output at each level, over all combinations of the others. Unit: that of the output.</param>
/// <param name="Range">Largest of these means less the smallest. Unit: that of the output.</param>
/// <param name="VarianceShare">Share of the variance over the grid that lies between the levels. Range: 0 to 1; undefined where the output never
/// varies.</param>
public sealed record MainEffect(ImmutableArray<double> LevelMeans, double Range, double VarianceShare);

/// <summary>The main effects of a full factorial design.</summary>
public static class MainEffects
{
    /// <summary>The main effect of every parameter.</summary>
    /// <param name="levels">Level of each parameter at each design point: index from 0. Every level of a parameter meets the levels of another in
    /// the same proportions, as in a full grid.</param>
    /// <param name="outputs">Output at each design point. An undefined one leaves all effects undefined.</param>
    /// <remarks>
    /// The share of parameter i is sum_l n_l (ȳ_l - ȳ)² / sum_j (y_j - ȳ)²: the first-order index of a parameter that is drawn evenly from the
    /// levels of the grid (Montgomery 2017, Design and Analysis of Experiments, 9th ed., ch. 5). The shares add up to 1 less that of interactions.
    /// The grid is no sample, so that there is no sampling error and no interval.
    /// </remarks>
    public static ImmutableArray<MainEffect> Of(IReadOnlyList<int[]> levels, IReadOnlyList<double> outputs)
    {
        DesignCheck.Rows(levels, outputs);
        CheckBalance(levels);
        var mean = outputs.Average();
        var total = outputs.Sum(output => (output - mean) * (output - mean));
        return [.. Enumerable.Range(0, levels[0].Length).Select(parameter => Effect(levels, outputs, parameter, mean, total))];
    }

    private static void CheckBalance(IReadOnlyList<int[]> levels)
    {
        for (var first = 0; first < levels[0].Length; first++)
        {
            for (var second = 0; second < first; second++)
            {
                var (rows, columns) = (levels.CountBy(point => point[first]).ToDictionary(), levels.CountBy(point => point[second]).ToDictionary());
                var cells = levels.CountBy(point => (First: point[first], Second: point[second])).ToArray();
                if (cells.Length != rows.Count * columns.Count
                    || !Array.TrueForAll(cells, cell => (long)cell.Value * levels.Count == (long)rows[cell.Key.First] * columns[cell.Key.Second]))
                {
                    throw new ArgumentException(
                        $"Parameters {second} and {first} do not vary independently of one another, as they do in a full grid.", nameof(levels));
                }
            }
        }
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

        var means = sums.Select((sum, level) => sum / points[level]).ToImmutableArray();
        return new(means, means.Max() - means.Min(), means.Select((level, index) => points[index] * (level - mean) * (level - mean)).Sum() / total);
    }
}
