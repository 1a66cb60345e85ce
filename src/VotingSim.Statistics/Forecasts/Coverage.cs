namespace VotingSim.Statistics.Forecasts;

/// <summary>How often central intervals of forecasts contain what happened, and how wide they are.</summary>
/// <param name="Level">Share that the intervals are to contain. Range: 0 to 1.</param>
/// <param name="Cases">Number of cases with an observation.</param>
/// <param name="Share">Share of them inside, ends included, with Wilson's interval. Undefined without cases.</param>
/// <param name="Width">Mean width of the intervals: sharpness, in the unit of the values. NaN without cases; +infinity where an end is.</param>
/// <remarks>The interval of the share takes cases as independent. Intervals that end on lumps contain more than their level even of forecasts that
/// are true.</remarks>
public readonly record struct Coverage(double Level, int Cases, Estimate Share, double Width)
{
    /// <summary>Counts cases.</summary>
    /// <param name="samples">What was said of each case.</param>
    /// <param name="observed">What happened. A case with NaN is passed over.</param>
    /// <param name="level">Share that the intervals are to contain. Range: 0 to 1.</param>
    public static Coverage Of(IReadOnlyList<WeightedSample> samples, IReadOnlyList<double> observed, double level)
    {
        if (samples.Count != observed.Count)
        {
            throw new ArgumentException($"{samples.Count} forecasts have {observed.Count} observations.", nameof(observed));
        }

        var (cases, inside, width) = (0, 0, 0.0);
        for (var index = 0; index < samples.Count; index++)
        {
            if (double.IsNaN(observed[index]))
            {
                continue;
            }

            var (low, high) = samples[index].Interval(level);
            cases++;
            inside += observed[index] >= low && observed[index] <= high ? 1 : 0;
            width += high > low ? high - low : 0;
        }

        return new(level, cases, Proportion.Wilson(inside, cases), width / cases);
    }
}
