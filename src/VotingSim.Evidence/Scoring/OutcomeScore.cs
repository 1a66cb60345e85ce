using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>A forecast of the text on an issue, beside what was adopted. Scores are NaN where that is not known.</summary>
public sealed record OutcomeScore
{
    /// <summary>The distribution that was forecast. Unit: issue scale.</summary>
    public required WeightedSample Said { get; init; }

    /// <summary>The text that was adopted. NaN where it is not known.</summary>
    public required double Observed { get; init; }

    /// <summary>Absolute error of the mean of the forecast. Unit: issue scale.</summary>
    public double Error => Math.Abs(Said.Mean - Observed);

    /// <summary>1 where the mean of the forecast is within 10 points, else 0.</summary>
    public double IsNear => double.IsNaN(Observed) ? double.NaN : Error <= 10 ? 1 : 0;

    /// <summary>The ranked probability score. Unit: issue scale.</summary>
    public required double Crps { get; init; }

    /// <summary>Log density at the observation, with a normal kernel as wide as the stated coding error, cut at the ends of the scale.</summary>
    public required double LogDensity { get; init; }

    /// <summary>Where in the distribution the observation fell.</summary>
    public required Pit Pit { get; init; }

    /// <summary>Scores a forecast.</summary>
    /// <param name="said">The forecast.</param>
    /// <param name="observed">What was adopted; NaN where it is not known.</param>
    /// <param name="error">Standard deviation of the coding error. Unit: issue scale. Below half a point it counts as that.</param>
    public static OutcomeScore Of(WeightedSample said, double observed, double error) => new()
    {
        Said = said,
        Observed = observed,
        Crps = Statistics.Forecasts.Crps.Of(said, observed),
        LogDensity = new KernelDensity(Math.Max(0.5, error), 0, 100) { IsTruncated = true }.Log(said, observed),
        Pit = Pit.Of(said, observed),
    };
}
