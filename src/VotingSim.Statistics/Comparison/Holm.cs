namespace VotingSim.Statistics.Comparison;

/// <summary>Holm's correction of several tests for their number.</summary>
public static class Holm
{
    /// <summary>The adjusted probabilities, in the order of the tests. Rejecting where one is at most alpha keeps the chance of any false rejection
    /// at alpha or below, however the tests depend on one another.</summary>
    /// <param name="probabilities">The probability of each test. Range: 0 to 1. NaN is a test that could not be made: it stays NaN and does not
    /// count.</param>
    /// <remarks>
    /// With the m probabilities in rising order, the j-th adjusted one is the largest of min(1, (m - i + 1) p_i) over i &lt;= j. Holm (1979),
    /// Scand. J. Stat. 6(2), 65-70, https://www.jstor.org/stable/4615733.
    /// </remarks>
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var adjusted = new double[probabilities.Count];
        Array.Fill(adjusted, double.NaN);
        var known = Enumerable.Range(0, adjusted.Length).Where(test => !double.IsNaN(probabilities[test]));
        int[] order = [.. known.OrderBy(test => probabilities[test])];
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * probabilities[order[rank]]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }
}
