namespace VotingSim.Statistics;

/// <summary>Times to decision as counts per round: all that the estimates need, whatever the number of replications.</summary>
/// <remarks>A deliberation that is undecided at the horizon is right-censored there, and nothing is censored earlier.</remarks>
public sealed class DurationCounts
{
    private readonly long[] _decided;
    private readonly double _roundDays;
    private long _censored;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="horizonRounds">Number of rounds until the end of observation. Range: &gt;= 1.</param>
    /// <param name="roundDays">Days in a round. Range: &gt; 0.</param>
    public DurationCounts(int horizonRounds, double roundDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizonRounds, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(roundDays);
        (_decided, _roundDays) = (new long[horizonRounds], roundDays);
    }

    /// <summary>Number of deliberations that decided.</summary>
    public long Decided => _decided.Sum();

    /// <summary>Number of deliberations.</summary>
    public long Total => Decided + _censored;

    /// <summary>Counts deliberations that decided in a round.</summary>
    /// <param name="rounds">Number of rounds held, 1 to the horizon.</param>
    /// <param name="count">How many.</param>
    public void Add(int rounds, long count = 1) => _decided[rounds - 1] += count;

    /// <summary>Counts deliberations that were undecided at the horizon.</summary>
    public void AddCensored(long count = 1) => _censored += count;

    /// <summary>The share that decided before the end of observation, with Wilson's interval.</summary>
    public Estimate DecidedShare() => Proportion.Wilson(Decided, Total);

    /// <summary>The day by which half have decided, with the distribution-free interval of order statistics.</summary>
    /// <returns>NaN where fewer than half decide before the horizon; an upper limit beyond it is +infinity.</returns>
    /// <remarks>
    /// The l-th and u-th of n ordered times enclose the median with probability P(l &lt;= B &lt; u), B binomial with n and 1/2; l is the largest and u the smallest that leave at most
    /// 2.5 % in each tail. Conover (1999), Practical Nonparametric Statistics, 3rd ed., sect. 3.2.
    /// </remarks>
    public Estimate MedianDays()
    {
        var n = Total;
        if (n == 0)
        {
            return Estimate.Undefined;
        }

        // The largest rank with P(B < rank) <= 2.5 %; by symmetry the upper rank is n + 1 - rank. No rank, no limit.
        var rank = LowerRank(n);
        var value = DayOfRank((n + 1) / 2);
        return new(double.IsInfinity(value) ? double.NaN : value, rank == 0 ? 0 : DayOfRank(rank), rank == 0 ? double.PositiveInfinity : DayOfRank(n + 1 - rank));
    }

    /// <summary>The mean number of days until the decision or the horizon, whichever is first, with Student's t interval.</summary>
    /// <remarks>
    /// The restricted mean survival time at the horizon (Royston &amp; Parmar 2013, BMC Med. Res. Methodol. 13, 152, doi:10.1186/1471-2288-13-152). As nothing is censored before the horizon it
    /// is a plain mean.
    /// </remarks>
    public Estimate RestrictedMeanDays()
    {
        var n = Total;
        if (n == 0)
        {
            return Estimate.Undefined;
        }

        var sum = (double)_censored * _decided.Length;
        for (var round = 0; round < _decided.Length; round++)
        {
            sum += (double)_decided[round] * (round + 1);
        }

        var mean = sum / n;
        var deviations = _censored * Math.Pow(_decided.Length - mean, 2);
        for (var round = 0; round < _decided.Length; round++)
        {
            deviations += _decided[round] * Math.Pow(round + 1 - mean, 2);
        }

        if (n == 1)
        {
            return new(mean * _roundDays, double.NaN, double.NaN);
        }

        var half = Distributions.StudentQuantile975(n - 1) * Math.Sqrt(deviations / (n - 1) / n);
        return new(mean * _roundDays, (mean - half) * _roundDays, (mean + half) * _roundDays);
    }

    private static long LowerRank(long n)
    {
        var (low, high) = (0L, (n + 1) / 2);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (Distributions.BinomialHalfCumulative(middle - 1, n) <= 0.025)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    // Day of the rank-th decision in order, from 1; infinite where it is not observed.
    private double DayOfRank(long rank)
    {
        var seen = 0L;
        for (var round = 0; round < _decided.Length; round++)
        {
            seen += _decided[round];
            if (seen >= rank)
            {
                return (round + 1) * _roundDays;
            }
        }

        return double.PositiveInfinity;
    }
}
