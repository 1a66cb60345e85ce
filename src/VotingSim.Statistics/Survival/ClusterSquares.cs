namespace VotingSim.Statistics.Survival;

/// <summary>The middle of a sandwich variance: squares of residuals that were first summed within clusters.</summary>
internal static class ClusterSquares
{
    /// <summary>The sum over clusters of the squares of their residuals; a row of no cluster is one per deliberation.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="residuals">Rows one after another, of one deliberation of each row.</param>
    /// <param name="size">Residuals per row.</param>
    public static double[,] Of(CoxData data, double[] residuals, int size)
    {
        var clusters = new SortedDictionary<int, double[]>();
        var squares = new double[size, size];
        for (var row = 0; row < data.Rows.Count; row++)
        {
            var own = residuals.AsSpan(row * size, size);
            if (data.Rows[row].Cluster is not { } cluster)
            {
                Add(squares, own, data.Rows[row].Count);
                continue;
            }

            if (!clusters.TryGetValue(cluster, out var sum))
            {
                clusters[cluster] = sum = new double[size];
            }

            for (var k = 0; k < size; k++)
            {
                sum[k] += data.Rows[row].Count * own[k];
            }
        }

        foreach (var sum in clusters.Values)
        {
            Add(squares, sum, 1);
        }

        return squares;
    }

    private static void Add(double[,] squares, ReadOnlySpan<double> vector, double count)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
            {
                squares[i, j] += count * vector[i] * vector[j];
            }
        }
    }
}
