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

    /// <summary>The difference of two shares of independent samples, the second less the first, with an interval within -1 and 1.</summary>
    /// <param name="first">Successes and trials of the first.</param>
    /// <param name="second">Successes and trials of the second.</param>
    /// <remarks>
    /// From Wilson's limits l and u of each: d - sqrt((p2 - l2)² + (u1 - p1)²) to d + sqrt((u2 - p2)² + (p1 - l1)²). Newcombe (1998), Stat. Med.
    /// 17(8), 873-890, doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, method 10.
    /// </remarks>
    public static Estimate Difference((long Successes, long Trials) first, (long Successes, long Trials) second)
    {
        var (one, two) = (Wilson(first.Successes, first.Trials), Wilson(second.Successes, second.Trials));
        var difference = two.Value - one.Value;
        return new(
            difference,
            difference - Math.Sqrt(Square(two.Value - two.Low) + Square(one.High - one.Value)),
            difference + Math.Sqrt(Square(two.High - two.Value) + Square(one.Value - one.Low)));

        static double Square(double value) => value * value;
    }

    /// <summary>The probability of a difference as large, were both shares the same: Pearson's chi-square test without correction. NaN where both
    /// are 0 or both 1.</summary>
    /// <param name="first">Successes and trials of the first.</param>
    /// <param name="second">Successes and trials of the second.</param>
    public static double ProbabilityOfSameShare((long Successes, long Trials) first, (long Successes, long Trials) second)
    {
        var (n, m) = ((double)first.Trials, (double)second.Trials);
        var pooled = (first.Successes + second.Successes) / (n + m);
        var difference = (second.Successes / m) - (first.Successes / n);
        return Distributions.NormalTwoTails(difference / Math.Sqrt(pooled * (1 - pooled) * ((1 / n) + (1 / m))));
    }
}
