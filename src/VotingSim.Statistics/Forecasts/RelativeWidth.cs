namespace VotingSim.Statistics.Forecasts;

/// <summary>How much of its prior width a parameter keeps: 1 where the record tells nothing of it, near 0 where it settles it.</summary>
/// <param name="Deviation">Standard deviation of the posterior over that of the prior.</param>
/// <param name="Interval">Width of its central 90 % interval over that of the prior's.</param>
/// <remarks>NaN or infinite where the prior has no width. A record that contradicts the prior may also widen it: above 1.</remarks>
public readonly record struct RelativeWidth(double Deviation, double Interval)
{
    /// <summary>Compares the draws of a parameter.</summary>
    /// <param name="posterior">Draws given the record.</param>
    /// <param name="prior">Draws before it.</param>
    public static RelativeWidth Of(WeightedSample posterior, WeightedSample prior) =>
        new(posterior.Deviation / prior.Deviation, Width(posterior) / Width(prior));

    private static double Width(WeightedSample sample)
    {
        var (low, high) = sample.Interval(0.9);
        return high - low;
    }
}
