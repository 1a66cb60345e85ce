using System.Collections.Immutable;
using VotingSim.Evidence.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>A forecast of the time to a decision, beside the record. Scores are NaN where a date is missing.</summary>
public sealed record TimeScore
{
    /// <summary>The days by which it is asked how likely a decision is.</summary>
    public static ImmutableArray<double> Days => [90, 365, 1825];

    /// <summary>Width of the kernel of the density: a tenth of a power of ten is a factor of 1.26 in days.</summary>
    public const double Kernel = 0.1;

    // From a tenth of a day to 274 years; what is said below half a day counts as half a day, as it does in a record.
    private static readonly KernelDensity Density = new(Kernel, -1, 5);

    /// <summary>The distribution that was forecast. Unit: log10 days; +infinity for never.</summary>
    public required WeightedSample Said { get; init; }

    /// <summary>The days of the record; what the time exceeds where nothing was decided. NaN where a date is missing.</summary>
    public required double Observed { get; init; }

    /// <summary>Whether it was decided then.</summary>
    public required bool IsDecided { get; init; }

    /// <summary>Absolute error of the median. Undecided, only a median below the bound counts, by how far it falls short; NaN else. A median of
    /// never counts as the longest horizon, <see cref="CaseTerms.HorizonDays"/>. Unit: log10 days.</summary>
    public required double Error { get; init; }

    /// <summary>The ranked probability score, up to the end of what was watched. Unit: log10 days.</summary>
    public required double Crps { get; init; }

    /// <summary>Log density of log10 days at the observation, with a normal kernel; undecided, log probability of a longer time.</summary>
    public required double LogDensity { get; init; }

    /// <summary>Where in the distribution the observation fell.</summary>
    public required Pit Pit { get; init; }

    /// <summary>Part in the Brier score of each of <see cref="Days"/>.</summary>
    public required ImmutableArray<double> Brier { get; init; }

    /// <summary>log10 of the median, or of the horizon where the median is never or beyond.</summary>
    public double Median => MedianOf(Said);

    /// <summary>Scores what a model says of each case; null where it says nothing.</summary>
    public static ImmutableArray<TimeScore?> Of(ScoredCases cases, ImmutableArray<Forecast> forecasts)
    {
        ArgumentNullException.ThrowIfNull(cases);
        int[] timed = [.. Enumerable.Range(0, forecasts.Length).Where(index => forecasts[index].Days is not null && cases.TimeOf(index) is not null)];
        var briers = Days.Select(day => Statistics.Forecasts.Brier.Of(
            [.. timed.Select(index => forecasts[index].Days!.Cdf(day))], [.. timed.Select(index => cases.TimeOf(index)!.Value)], day)).ToArray();
        return [.. forecasts.Select((forecast, index) => forecast.Days is { } days
            ? Of(days, cases.TimeOf(index), cases.Ends[index],
                Array.IndexOf(timed, index) is >= 0 and var place ? [.. briers.Select(brier => brier.Parts[place])] : [.. Days.Select(_ => double.NaN)])
            : null)];
    }

    private static TimeScore Of(WeightedSample days, ObservedDuration? observed, double end, ImmutableArray<double> brier)
    {
        var said = WeightedSample.Of([.. days.Values.Select(LogOf)], days.Weights.AsSpan());
        var time = observed is { } known ? LogOf(known.Time) : double.NaN;
        var decided = observed is { Decided: true };
        return new()
        {
            Said = said,
            Observed = observed?.Time ?? double.NaN,
            IsDecided = decided,
            Error = decided || double.IsNaN(time) ? Math.Abs(MedianOf(said) - time) : MedianOf(said) < time ? time - MedianOf(said) : double.NaN,
            Crps = decided ? Statistics.Forecasts.Crps.Of(said, time, LogOf(end)) : Statistics.Forecasts.Crps.Censored(said, time),
            LogDensity = decided ? Density.Log(said, time) : Density.LogProbabilityAbove(said, time),
            Pit = decided ? Pit.Of(said, time) : Pit.Censored(said, time),
            Brier = brier,
        };
    }

    private static double LogOf(double days) => Math.Log10(Math.Max(0.5, days));

    private static double MedianOf(WeightedSample said) => Math.Min(said.Quantile(0.5), Math.Log10(CaseTerms.HorizonDays));
}
