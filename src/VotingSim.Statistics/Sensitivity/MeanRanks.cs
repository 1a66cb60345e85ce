namespace VotingSim.Statistics.Sensitivity;

/// <summary>Ranks in which tied values share the mean of theirs.</summary>
internal static class MeanRanks
{
    /// <summary>The ranks with mean 0 and sum of squares 1; all 0 where nothing varies.</summary>
    public static double[] Standardised(double[] values)
    {
        var ranks = new double[values.Length];
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && values[order[end]] == values[order[first]])
            {
                end++;
            }

            for (var place = first; place < end; place++)
            {
                ranks[order[place]] = ((first + end - 1) / 2.0) - ((values.Length - 1) / 2.0);
            }

            first = end;
        }

        var norm = Math.Sqrt(ranks.Sum(rank => rank * rank));
        return norm == 0 ? ranks : [.. ranks.Select(rank => rank / norm)];
    }
}
