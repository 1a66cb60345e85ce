namespace VotingSim.Statistics.Forecasts;

/// <summary>Scores of two models on the same cases, compared case by case. A score is a penalty: lower is better.</summary>
public sealed record PairedScores
{
    /// <summary>Mean difference, the first less the second, with the interval of <see cref="ClusteredBootstrap"/>: below 0 the first is
    /// better.</summary>
    public required Estimate Difference { get; init; }

    /// <summary>Number of cases in which the first scores lower.</summary>
    public required int Wins { get; init; }

    /// <summary>Number of cases in which it scores higher.</summary>
    public required int Losses { get; init; }

    /// <summary>Number of cases in which both score the same.</summary>
    public required int Ties { get; init; }

    /// <summary>Number of clusters that these cases are of.</summary>
    public required int Clusters { get; init; }

    /// <summary>Standard deviation of the clusters' mean differences, with n - 1; NaN where there are fewer than two. <see cref="CasesNeeded"/>
    /// counts clusters by it.</summary>
    public required double Deviation { get; init; }

    /// <summary>What is said of the first.</summary>
    public Verdict Verdict => Difference.High < 0 ? Verdict.Better : Difference.Low > 0 ? Verdict.Worse : Verdict.NoDifferent;

    /// <summary>Compares two models.</summary>
    /// <param name="first">Score of the first on each case. Range: finite, or NaN: a case in which either score is NaN is passed over.</param>
    /// <param name="second">Score of the second.</param>
    /// <param name="clusters">Cluster of each case.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="weights">Weight of each case in the mean. Range: &gt;= 0; a case of weight 0 is passed over. Default: all alike.</param>
    public static PairedScores Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<string> clusters, ulong seed, IReadOnlyList<double>? weights = null)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"{first.Count} scores have {second.Count} to be compared with.", nameof(second));
        }

        double[] differences = [.. first.Zip(second, (one, other) => one == other ? 0 : one - other)];
        var sums = ClusteredBootstrap.Sums(differences, clusters, weights);
        double[] counted = [.. differences.Where((difference, index) => !double.IsNaN(difference) && (weights?[index] ?? 1) > 0)];
        var means = new Moments();
        means.Add([.. sums.Select(cluster => cluster.Sum / cluster.Weight)]);
        return new()
        {
            Difference = ClusteredBootstrap.Mean(sums, seed),
            Wins = counted.Count(difference => difference < 0),
            Losses = counted.Count(difference => difference > 0),
            Ties = counted.Count(difference => difference == 0),
            Clusters = sums.Length,
            Deviation = Math.Sqrt(means.Variance),
        };
    }
}
