namespace VotingSim.Statistics.Comparison;

/// <summary>The difference of the means of two independent samples, whose variances may differ.</summary>
/// <param name="Difference">The second mean less the first, with Welch's interval; without limits where a sample has fewer than two
/// numbers.</param>
/// <param name="P">Probability of a difference as far from 0, were the expected one 0. NaN where it is undefined.</param>
public readonly record struct WelchTest(Estimate Difference, double P)
{
    /// <summary>Compares two samples.</summary>
    /// <param name="first">The numbers of the first.</param>
    /// <param name="second">The numbers of the second.</param>
    /// <remarks>
    /// d ± t sqrt(a + b) with a = s1²/n1, b = s2²/n2 and t of (a + b)² / (a²/(n1 - 1) + b²/(n2 - 1)) degrees of freedom. Welch (1947), Biometrika
    /// 34(1-2), 28-35, doi:10.1093/biomet/34.1-2.28. Samples that do not vary at all are no evidence where their means are the same, and certain
    /// evidence elsewhere.
    /// </remarks>
    public static WelchTest Of(Moments first, Moments second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var difference = second.Mean - first.Mean;
        if (first.Count < 2 || second.Count < 2)
        {
            return new(new(difference, double.NaN, double.NaN), double.NaN);
        }

        var (a, b) = (first.Variance / first.Count, second.Variance / second.Count);
        if (a + b == 0)
        {
            return new(new(difference, difference, difference), difference == 0 ? 1 : 0);
        }

        var degrees = (a + b) * (a + b) / ((a * a / (first.Count - 1)) + (b * b / (second.Count - 1)));
        var (error, t) = (Math.Sqrt(a + b), Distributions.StudentQuantile975(degrees));
        return new(
            new(difference, difference - (t * error), difference + (t * error)), Distributions.StudentTwoSided(difference / error, degrees));
    }
}
