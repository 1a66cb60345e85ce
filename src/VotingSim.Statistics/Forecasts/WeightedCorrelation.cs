namespace VotingSim.Statistics.Forecasts;

/// <summary>How two parameters of a posterior go together.</summary>
public static class WeightedCorrelation
{
    /// <summary>Pearson's correlation of weighted pairs.</summary>
    /// <param name="first">Value of the first in each draw.</param>
    /// <param name="second">Value of the second.</param>
    /// <param name="weights">Weight of each draw. Range: &gt;= 0, of any sum above 0.</param>
    /// <returns>-1 to 1; NaN where either never varies or a value is NaN. It does not see relations that turn back.</returns>
    public static double Of(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<double> weights)
    {
        if (first.Count != weights.Count || second.Count != weights.Count)
        {
            throw new ArgumentException($"{weights.Count} weights have {first.Count} and {second.Count} values.", nameof(weights));
        }

        var sum = weights.Sum();
        var (x, y) = (Mean(first), Mean(second));
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var draw = 0; draw < weights.Count; draw++)
        {
            var (dx, dy) = (first[draw] - x, second[draw] - y);
            xx += weights[draw] * dx * dx;
            xy += weights[draw] * dx * dy;
            yy += weights[draw] * dy * dy;
        }

        return Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);

        double Mean(IReadOnlyList<double> values) => values.Zip(weights, (value, weight) => value * weight).Sum() / sum;
    }
}
