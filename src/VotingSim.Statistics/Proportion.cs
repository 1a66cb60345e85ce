namespace VotingSim.Statistics;

/// <summary>A share of independent trials.</summary>
public static class Proportion
{
    /// <summary>The share of successes with Wilson's score interval, which stays within 0 and 1.</summary>
    /// <param name="successes">Number of successes. Range: 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Number of trials. Range: &gt;= 0; the estimate is undefined for 0.</param>
    /// <remarks>
    /// (p + z²/2n ± z sqrt(p(1 - p)/n + z²/4n²)) / (1 + z²/n). Wilson (1927), J. Am. Stat. Assoc. 22(158), 209-212,
    /// doi:10.1080/01621459.1927.10502953.
    /// </remarks>
    public static Estimate Wilson(long successes, long trials)
    {
        if (successes < 0 || successes > trials)
        {
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Of {trials} trials, 0 to {trials} can succeed.");
        }

        if (trials == 0)
        {
            return Estimate.Undefined;
        }

        var (n, p, z) = ((double)trials, (double)successes / trials, Distributions.NormalQuantile975);
        var (z2, scale) = (z * z, 1 + (z * z / n));
        var centre = (p + (z2 / (2 * n))) / scale;
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n))) / scale;
        return new(p, successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }
}
