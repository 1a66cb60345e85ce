namespace VotingSim.Statistics.Forecasts;

/// <summary>The density of a forecast at what was observed with error: a normal kernel on each value, as wide as the error.</summary>
/// <param name="Bandwidth">Standard deviation of the error of observation, in the unit of the values. Range: &gt; 0.</param>
/// <param name="Low">Lower end of what can be observed. Range: finite.</param>
/// <param name="High">Upper end. Range: finite, &gt; <paramref name="Low"/>.</param>
/// <remarks>
/// (1 - ε) Σ w φ((y - x) / h) / h + ε / (High - Low). Were the model true and the error normal, this would be the density of the observation, not an
/// approximation of it (Wilkinson 2013, Stat. Appl. Genet. Mol. Biol. 12(2), 129-141, doi:10.1515/sagmb-2013-0010). The uniform floor of weight ε =
/// 10^-4 keeps one case that no value comes near from deciding everything: none costs more than ln(ε / (High - Low)) (defensive mixture, Hesterberg
/// 1995, Technometrics 37(2), 185-194, doi:10.1080/00401706.1995.10484303).
/// </remarks>
public sealed record KernelDensity(double Bandwidth, double Low, double High)
{
    /// <summary>Weight of the uniform floor.</summary>
    public const double Floor = 1e-4;

    // A kernel farther from an end than this has all of its mass on one side of it, to within 10^-16.
    private const double Reach = 8.3;

    private static readonly double RootOfTwoPi = Math.Sqrt(2 * Math.PI);

    /// <summary>Standard deviation of the error of observation. Range: &gt; 0.</summary>
    public double Bandwidth { get; } = Bandwidth > 0 && double.IsFinite(Bandwidth) ? Bandwidth
        : throw new ArgumentOutOfRangeException(nameof(Bandwidth), Bandwidth, "A bandwidth is finite and above 0.");

    /// <summary>Upper end of what can be observed.</summary>
    public double High { get; } = double.IsFinite(Low) && double.IsFinite(High) && High > Low ? High
        : throw new ArgumentOutOfRangeException(nameof(High), High, $"A range from {Low} ends above it.");

    /// <summary>Whether each kernel is cut at both ends and scaled up again, as for an error that does not leave a scale of 0 to 100. Default:
    /// false.</summary>
    /// <remarks>Finite values outside the range then count as lying at its end.</remarks>
    public bool IsTruncated { get; init; }

    /// <summary>Log density of a forecast at an observation. NaN where the observation is.</summary>
    /// <param name="sample">What was said. An infinite value has no density anywhere.</param>
    /// <param name="observed">What happened. Range: <see cref="Low"/> to <see cref="High"/>.</param>
    public double Log(WeightedSample sample, double observed)
    {
        Check(observed, High);
        var density = Sum(sample, value =>
        {
            var z = (observed - value) / Bandwidth;
            return Math.Exp(-z * z / 2) / (RootOfTwoPi * Bandwidth);
        });
        return double.IsNaN(observed) ? double.NaN : Math.Log(((1 - Floor) * density) + (Floor / (High - Low)));
    }

    /// <summary>Log probability of an observation that is only known to lie above a bound. NaN where the bound is.</summary>
    /// <param name="sample">What was said. An infinite value lies above every bound.</param>
    /// <param name="bound">The bound. Range: <see cref="Low"/> to below <see cref="High"/>.</param>
    public double LogProbabilityAbove(WeightedSample sample, double bound)
    {
        Check(bound, Math.BitDecrement(High));
        var never = 1 - sample.CdfBelow(double.PositiveInfinity);
        var above = Sum(sample, value => UpperTail(bound - value) - (IsTruncated ? UpperTail(High - value) : 0));
        return double.IsNaN(bound) ? double.NaN : Math.Log(((1 - Floor) * (above + never)) + (Floor * (High - bound) / (High - Low)));
    }

    private double Sum(WeightedSample sample, Func<double, double> kernel)
    {
        var sum = 0.0;
        for (var index = 0; index < sample.Count && sample.Values[index] < double.PositiveInfinity; index++)
        {
            var value = IsTruncated ? Math.Clamp(sample.Values[index], Low, High) : sample.Values[index];
            var inside = IsTruncated ? UpperTail(Low - value) - UpperTail(High - value) : 1;
            sum += sample.Weights[index] * kernel(value) / inside;
        }

        return sum;
    }

    // Share of a kernel that lies above a distance from its centre.
    private double UpperTail(double distance)
    {
        var z = distance / Bandwidth;
        return z > Reach ? 0 : z < -Reach ? 1 : Distributions.NormalUpperTail(z);
    }

    private void Check(double observed, double highest)
    {
        if (observed < Low || observed > highest)
        {
            throw new ArgumentOutOfRangeException(nameof(observed), observed, $"What is observed lies between {Low} and {High}.");
        }
    }
}
