using System.Collections.Immutable;

namespace VotingSim.Statistics.Forecasts;

/// <summary>A normal distribution as a sample: values at every hundredth of a standard deviation to four on either side, each with the probability
/// of the stretch around it.</summary>
public static class NormalSample
{
    private const int Reach = 400;
    private const double Step = 0.01;

    private static readonly ImmutableArray<double> Places = [.. Enumerable.Range(-Reach, (2 * Reach) + 1).Select(place => place * Step)];
    private static readonly ImmutableArray<double> Shares = [.. Places.Select(z => Below(z + (Step / 2)) - Below(z - (Step / 2)))];

    /// <summary>The sample; its mean and standard deviation are exact to a thousandth.</summary>
    /// <param name="mean">The mean. Range: finite.</param>
    /// <param name="deviation">The standard deviation. Range: &gt;= 0.</param>
    public static WeightedSample Of(double mean, double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        return WeightedSample.Of([.. Places.Select(z => mean + (deviation * z))], Shares.AsSpan());
    }

    private static double Below(double z) => 1 - Distributions.NormalUpperTail(z);
}
