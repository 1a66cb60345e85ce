namespace VotingSim.Statistics.Forecasts;

/// <summary>Means over cases that come in clusters, such as the issues of one proposal, with an interval that takes only clusters as
/// independent.</summary>
/// <remarks>
/// Clusters are drawn with replacement, each with all its cases; the interval is the middle 95 % of the means of 1,000 resamples (Davison &amp;
/// Hinkley 1997, Bootstrap Methods and their Application, sect. 3.8; Efron &amp; Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). With few
/// clusters, say under 20, it is too narrow.
/// </remarks>
public static class ClusteredBootstrap
{
    /// <summary>The mean of scores over cases. Undefined without cases; limits undefined with fewer than two clusters.</summary>
    /// <param name="scores">Score of each case. Range: finite, or NaN, with which a case is passed over.</param>
    /// <param name="clusters">Cluster of each case.</param>
    /// <param name="seed">Seed of the draws. The same clusters with the same seed are drawn alike whatever the scores.</param>
    /// <param name="weights">Weight of each case. Range: &gt;= 0; a case of weight 0 is passed over. Default: all alike.</param>
    public static Estimate Mean(
        IReadOnlyList<double> scores, IReadOnlyList<string> clusters, ulong seed, IReadOnlyList<double>? weights = null) =>
        Mean(Sums(scores, clusters, weights), seed);

    /// <summary>Weight and weighted sum of each cluster that has a case, in the order of their names.</summary>
    internal static (double Weight, double Sum)[] Sums(
        IReadOnlyList<double> scores, IReadOnlyList<string> clusters, IReadOnlyList<double>? weights)
    {
        if (clusters.Count != scores.Count || (weights is not null && weights.Count != scores.Count))
        {
            throw new ArgumentException($"{scores.Count} scores have {clusters.Count} clusters and {weights?.Count} weights.", nameof(clusters));
        }

        if (weights?.Any(weight => !double.IsFinite(weight) || weight < 0) == true)
        {
            throw new ArgumentOutOfRangeException(nameof(weights), "A weight is finite and not below 0.");
        }

        return [.. Enumerable.Range(0, scores.Count).Where(index => !double.IsNaN(scores[index]) && Weight(index) > 0)
            .GroupBy(index => clusters[index]).OrderBy(cluster => cluster.Key, StringComparer.Ordinal)
            .Select(cluster => (cluster.Sum(Weight), cluster.Sum(index => Weight(index) * scores[index])))];

        double Weight(int index) => weights?[index] ?? 1;
    }

    internal static Estimate Mean((double Weight, double Sum)[] clusters, ulong seed)
    {
        if (clusters.Length == 0)
        {
            return Estimate.Undefined;
        }

        var mean = clusters.Sum(cluster => cluster.Sum) / clusters.Sum(cluster => cluster.Weight);
        if (clusters.Length == 1)
        {
            return new(mean, double.NaN, double.NaN);
        }

        var (draws, chosen) = (new Resampling(seed, Resampling.Clusters), new int[clusters.Length]);
        var resampled = new double[Resampling.Resamples];
        for (var resample = 0; resample < resampled.Length; resample++)
        {
            draws.Choose(resample, chosen);
            var (weight, sum) = (0.0, 0.0);
            foreach (var cluster in chosen)
            {
                weight += clusters[cluster].Weight;
                sum += clusters[cluster].Sum;
            }

            resampled[resample] = sum / weight;
        }

        return Resampling.Interval(mean, resampled);
    }
}
