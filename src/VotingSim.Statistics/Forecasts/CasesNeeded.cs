namespace VotingSim.Statistics.Forecasts;

/// <summary>How many independent cases, or clusters of cases, it takes to see a difference.</summary>
public static class CasesNeeded
{
    private const double NormalQuantile80 = 0.84162123357291442;

    /// <summary>The number with which a mean paired difference of a given size is found with probability 0.8 by a two-sided test at 5 %.</summary>
    /// <param name="difference">The mean difference, of either sign. 0 gives +infinity.</param>
    /// <param name="deviation">Standard deviation of the differences of single cases, or of clusters' means. Range: &gt;= 0.</param>
    /// <returns>A whole number of at least 1, or +infinity; NaN where an argument is.</returns>
    /// <remarks>((z0.975 + z0.8) deviation / difference)², rounded up (Lachin 1981, Control. Clin. Trials 2(2), 93-113,
    /// doi:10.1016/0197-2456(81)90001-5). Normal approximation: where the answer is below 30 it is a few too low. A difference that was itself found
    /// in few cases is likely too large, and so the number too low.</remarks>
    public static double Of(double difference, double deviation)
    {
        if (deviation < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A standard deviation is not below 0.");
        }

        if (difference == 0 && !double.IsNaN(deviation))
        {
            return double.PositiveInfinity;
        }

        var ratio = (Distributions.NormalQuantile975 + NormalQuantile80) * deviation / difference;
        return Math.Max(1, Math.Ceiling(ratio * ratio));
    }
}
