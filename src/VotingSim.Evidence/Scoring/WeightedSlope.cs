namespace VotingSim.Evidence.Scoring;

/// <summary>The slope of a straight line by weighted least squares.</summary>
internal static class WeightedSlope
{
    /// <summary>Slope of y on x.</summary>
    /// <returns>NaN where x does not vary.</returns>
    public static double Of(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        var (meanX, meanY) = (Mean(x), Mean(y));
        var (xx, xy) = (0.0, 0.0);
        for (var index = 0; index < x.Count; index++)
        {
            xx += weights[index] * (x[index] - meanX) * (x[index] - meanX);
            xy += weights[index] * (x[index] - meanX) * (y[index] - meanY);
        }

        return xx > 1e-12 * sum ? xy / xx : double.NaN;

        double Mean(IReadOnlyList<double> values) => values.Zip(weights, (value, weight) => value * weight).Sum() / sum;
    }
}
