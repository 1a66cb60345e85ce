namespace VotingSim.Statistics.Comparison;

/// <summary>The bootstrap of whatever is estimated from all worlds together: worlds are drawn anew with replacement, each with all that happens in
/// it under every rule.</summary>
/// <remarks>
/// The interval is the middle 95 % of the estimates from 1,000 resamples (Efron &amp; Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). Two
/// estimates from the same worlds with the same seed are resampled alike, so that their difference is too.
/// </remarks>
/// <param name="seed">Seed of the draws.</param>
/// <param name="worlds">Number of worlds. Range: &gt;= 1.</param>
public sealed class WorldResamples(ulong seed, int worlds)
{
    private readonly Resampling _draws = new(seed, Resampling.Worlds);

    /// <summary>Number of resamples.</summary>
    public static int Count => Resampling.Resamples;

    /// <summary>How often each world is drawn in a resample.</summary>
    /// <param name="resample">Which, from 0.</param>
    public int[] CountsOf(int resample)
    {
        var (chosen, counts) = (new int[worlds], new int[worlds]);
        _draws.Choose(resample, chosen);
        foreach (var world in chosen)
        {
            counts[world]++;
        }

        return counts;
    }

    /// <summary>The estimate with the interval of its resamples.</summary>
    /// <param name="estimate">The estimate from the worlds as they are.</param>
    /// <param name="resampled">The estimate from each resample; one that is undefined leaves the limits undefined.</param>
    public static Estimate Interval(double estimate, IReadOnlyList<double> resampled) => Resampling.Interval(estimate, [.. resampled]);
}
