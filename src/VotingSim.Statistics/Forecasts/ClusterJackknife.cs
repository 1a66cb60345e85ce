namespace VotingSim.Statistics.Forecasts;

/// <summary>An interval of an estimate that is no mean over cases, by leaving out one cluster after the other.</summary>
/// <remarks>Variance (G - 1) / G Σ (θ(-g) - mean)², Student's t with G - 1 degrees of freedom (Efron &amp; Tibshirani 1993, An Introduction to the
/// Bootstrap, ch. 11; for counts of pairs Arvesen 1969, Ann. Math. Stat. 40(6), 2076-2100, doi:10.1214/aoms/1177697287).</remarks>
public static class ClusterJackknife
{
    /// <summary>The estimate with its interval; limits undefined with fewer than three clusters, or where an estimate without one is.</summary>
    /// <param name="clusters">Cluster of each case.</param>
    /// <param name="estimate">The estimate from some of the cases, given by their places. NaN where it is undefined.</param>
    public static Estimate Of(IReadOnlyList<string> clusters, Func<IReadOnlyList<int>, double> estimate)
    {
        int[] all = [.. Enumerable.Range(0, clusters.Count)];
        return Of(all.Length == 0 ? double.NaN : estimate(all), [.. clusters.Distinct().Order(StringComparer.Ordinal)
            .Select(cluster => estimate([.. all.Where(place => clusters[place] != cluster)]))]);
    }

    /// <summary>The same of estimates that are known.</summary>
    /// <param name="value">The estimate from all.</param>
    /// <param name="without">The estimate without each cluster.</param>
    public static Estimate Of(double value, IReadOnlyList<double> without)
    {
        if (without.Count < 3 || without.Any(double.IsNaN))
        {
            return new(value, double.NaN, double.NaN);
        }

        var mean = without.Average();
        var variance = (without.Count - 1.0) / without.Count * without.Sum(each => (each - mean) * (each - mean));
        var half = Distributions.StudentQuantile975(without.Count - 1) * Math.Sqrt(variance);
        return new(value, value - half, value + half);
    }
}
