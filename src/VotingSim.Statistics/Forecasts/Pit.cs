using System.Collections.Immutable;

namespace VotingSim.Statistics.Forecasts;

/// <summary>Where in the distribution that was forecast an observation fell: the probability integral transform, a stretch where the distribution has
/// a step.</summary>
/// <param name="Low">Share strictly below the observation. Range: 0 to 1. NaN where the observation is undefined.</param>
/// <param name="High">Share at or below it; 1 where it is only known to lie above a bound. Range: 0 to 1. NaN likewise.</param>
/// <remarks>Over cases it is uniform where forecasts are calibrated. A histogram that is high at both ends says that they are too narrow, one that is
/// high in the middle that they are too wide (Gneiting, Balabdaoui &amp; Raftery 2007, J. R. Stat. Soc. B 69(2), 243-268,
/// doi:10.1111/j.1467-9868.2007.00587.x).</remarks>
public readonly record struct Pit(double Low, double High)
{
    /// <summary>The transform of a number.</summary>
    /// <param name="sample">What was said.</param>
    /// <param name="observed">What happened.</param>
    public static Pit Of(WeightedSample sample, double observed) =>
        double.IsNaN(observed) ? new(double.NaN, double.NaN) : new(sample.CdfBelow(observed), sample.Cdf(observed));

    /// <summary>The transform of a number that is only known to lie above a bound: anywhere in [F(bound), 1].</summary>
    /// <param name="sample">What was said.</param>
    /// <param name="bound">The bound.</param>
    public static Pit Censored(WeightedSample sample, double bound) =>
        double.IsNaN(bound) ? new(double.NaN, double.NaN) : new(sample.Cdf(bound), 1);

    /// <summary>Share of cases in each of equally wide bins from 0 to 1; where forecasts are calibrated, 1 / bins is expected in each.</summary>
    /// <param name="cases">The transforms; each is spread evenly over its stretch, and undefined ones are passed over.</param>
    /// <param name="bins">Number of bins. Range: &gt;= 1.</param>
    /// <returns>The shares, which add up to 1; NaN where no case is defined.</returns>
    /// <remarks>The nonrandomised histogram of Czado, Gneiting &amp; Held (2009), Biometrics 65(4), 1254-1261,
    /// doi:10.1111/j.1541-0420.2009.01191.x. A transform without width counts in the bin that begins at or before it.</remarks>
    public static ImmutableArray<double> Histogram(IEnumerable<Pit> cases, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var (shares, count) = (new double[bins], 0);
        foreach (var each in cases.Where(each => !double.IsNaN(each.Low)))
        {
            count++;
            for (var bin = 0; bin < bins; bin++)
            {
                shares[bin] += each.ShareIn(bin, bins);
            }
        }

        return [.. shares.Select(share => share / count)];
    }

    private double ShareIn(int bin, int bins)
    {
        if (High <= Low)
        {
            return Math.Min(bins - 1, (int)(Low * bins)) == bin ? 1 : 0;
        }

        var (from, to) = (Math.Max(Low, (double)bin / bins), Math.Min(High, (bin + 1.0) / bins));
        return to > from ? (to - from) / (High - Low) : 0;
    }
}
