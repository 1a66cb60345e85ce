using System.Collections.Immutable;

namespace VotingSim.Statistics.Forecasts;

/// <summary>What a model says of a number, as values with weights: a distribution function with a step at each value.</summary>
/// <remarks>Values are finite, or +infinity for what never happens; weights add up to 1. A forecast that is undefined is none: NaN is refused, here
/// and nowhere else.</remarks>
public sealed class WeightedSample
{
    // A share that should be a quantile's is so to within rounding only.
    private const double Tolerance = 1e-12;

    private readonly double[] _upTo; // weight of each value and of those below it in the order

    private WeightedSample(double[] values, double[] weights)
    {
        Array.Sort(values, weights);
        _upTo = new double[values.Length];
        var sum = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            sum += weights[index];
            _upTo[index] = sum;
        }

        for (var index = 0; index < values.Length; index++)
        {
            weights[index] /= sum;
            _upTo[index] /= sum;
        }

        (Values, Weights) = ([.. values], [.. weights]);
    }

    /// <summary>The values in rising order.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Weight of each value, in the same order. Range: &gt; 0; they add up to 1.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Number of values with a weight above 0, alike or not.</summary>
    public int Count => Values.Length;

    /// <summary>As how many values of equal weight the sample counts: 1 / Σ w² (Kish 1965, Survey Sampling).</summary>
    public double EffectiveSize => 1 / Weights.Sum(weight => weight * weight);

    /// <summary>The mean; +infinity where a value is.</summary>
    public double Mean => Values.Zip(Weights, (value, weight) => value * weight).Sum();

    /// <summary>The standard deviation, sqrt(Σ w (x - mean)²); NaN where a value is infinite.</summary>
    public double Deviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(Values.Zip(Weights, (value, weight) => weight * (value - mean) * (value - mean)).Sum());
        }
    }

    /// <summary>A point: the whole weight on one value.</summary>
    public static WeightedSample Point(double value) => Of([value]);

    /// <summary>Values of equal weight.</summary>
    /// <param name="values">The values, in any order. Range: at least one; finite or +infinity.</param>
    public static WeightedSample Of(ReadOnlySpan<double> values)
    {
        var weights = new double[values.Length];
        Array.Fill(weights, 1);
        return Of(values, weights);
    }

    /// <summary>Values with weights.</summary>
    /// <param name="values">The values, in any order. Range: finite or +infinity.</param>
    /// <param name="weights">Weight of each. Range: &gt;= 0 and finite, of any sum above 0; a value of weight 0 is left out.</param>
    public static WeightedSample Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
        {
            throw new ArgumentException($"{values.Length} values have {weights.Length} weights.", nameof(weights));
        }

        var (keptValues, keptWeights) = (new List<double>(values.Length), new List<double>(values.Length));
        for (var index = 0; index < values.Length; index++)
        {
            if (double.IsNaN(values[index]) || double.IsNegativeInfinity(values[index]))
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[index], "A value is finite or +infinity.");
            }

            if (!double.IsFinite(weights[index]) || weights[index] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weights[index], "A weight is finite and not below 0.");
            }

            if (weights[index] > 0)
            {
                keptValues.Add(values[index]);
                keptWeights.Add(weights[index]);
            }
        }

        return keptValues.Count > 0
            ? new([.. keptValues], [.. keptWeights])
            : throw new ArgumentException("At least one value has a weight above 0.", nameof(weights));
    }

    /// <summary>F(x), the share at or below a number.</summary>
    public double Cdf(double x) => UpTo(CountWhere(value => value <= x));

    /// <summary>F(x-), the share strictly below a number.</summary>
    public double CdfBelow(double x) => UpTo(CountWhere(value => value < x));

    /// <summary>The value below which a share lies: the smallest with F at least the share, or the middle between it and the next where F is the
    /// share.</summary>
    /// <param name="share">The share. Range: 0, which gives the smallest value, to 1, the largest.</param>
    /// <remarks>Type 2 of Hyndman &amp; Fan (1996), Am. Stat. 50(4), 361-365, doi:10.1080/00031305.1996.10473566, with weights. The middle between a
    /// finite value and +infinity is +infinity.</remarks>
    public double Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile is of a share of 0 to 1.");
        }

        var place = First(_upTo, upTo => upTo >= share - Tolerance);
        var next = share is > 0 and < 1 && _upTo[place] <= share + Tolerance ? place + 1 : place;
        return next < Count && Values[next] > Values[place] ? (Values[place] / 2) + (Values[next] / 2) : Values[place];
    }

    /// <summary>The central interval: what is below and above it has the same share.</summary>
    /// <param name="level">Share inside. Range: 0 to 1.</param>
    public (double Low, double High) Interval(double level) => (Quantile((1 - level) / 2), Quantile((1 + level) / 2));

    /// <summary>Share of the first values in the order.</summary>
    internal double UpTo(int count) => count == 0 ? 0 : _upTo[count - 1];

    private int CountWhere(Func<double, bool> isBelow) => First(Values.AsSpan(), value => !isBelow(value));

    // The first place where something holds that holds from some place on; the length where it holds nowhere.
    private static int First(ReadOnlySpan<double> rising, Func<double, bool> holds)
    {
        var (low, high) = (0, rising.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(rising[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
