namespace VotingSim.Statistics.Survival;

/// <summary>The mean time until the decision or the horizon, whichever is first.</summary>
/// <param name="Horizon">The horizon.</param>
/// <param name="Value">The mean. NaN where it is undefined.</param>
/// <param name="StandardError">Its standard error. NaN where it is undefined.</param>
public readonly record struct RestrictedMean(double Horizon, double Value, double StandardError)
{
    /// <summary>The mean with its normal interval, which is kept within 0 and the horizon.</summary>
    public Estimate Interval => new(
        Value,
        Math.Max(0, Value - (Distributions.NormalQuantile975 * StandardError)),
        Math.Min(Horizon, Value + (Distributions.NormalQuantile975 * StandardError)));
}
