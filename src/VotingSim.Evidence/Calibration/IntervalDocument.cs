using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Calibration;

/// <summary>A number that is not known: its median, and the interval that holds it with 90 %.</summary>
/// <param name="Median">Median.</param>
/// <param name="Low">5 % lie below.</param>
/// <param name="High">5 % lie above.</param>
public sealed record IntervalDocument(double Median, double Low, double High)
{
    internal static IntervalDocument Of(WeightedSample? sample) => sample is null ? new(double.NaN, double.NaN, double.NaN)
        : new(sample.Quantile(0.5), sample.Quantile(0.05), sample.Quantile(0.95));
}
