using System.Collections.Immutable;
using VotingSim.Evidence.Cases;
using VotingSim.Statistics;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>A model with its scores on every case.</summary>
public sealed record ScoredModel
{
    /// <summary>Bins of a histogram of transforms.</summary>
    public const int Bins = 10;

    /// <summary>The model.</summary>
    public required ForecastModel Model { get; init; }

    /// <summary>Its scores, in the order of cases.</summary>
    public required ImmutableArray<CaseScores> Cases { get; init; }

    /// <summary>How often its 50 % and its 90 % interval contain the text, and how wide they are; empty for points.</summary>
    public required ImmutableArray<Coverage> Coverage { get; init; }

    /// <summary>Slope of log10 days observed on log10 of the median said, over cases that were decided: 1 is right. NaN where nothing is
    /// said.</summary>
    public required Estimate Slope { get; init; }

    /// <summary>Whether some of what it says of texts is more than a point.</summary>
    public bool IsSpreadOut => Cases.Any(one => one.Outcome.Any(issue => issue.Said.Values[0] < issue.Said.Values[^1]));

    /// <summary>Whether it says something of texts.</summary>
    public bool SaysOutcome => Cases.Any(one => !one.Outcome.IsEmpty);

    /// <summary>Whether it says something of time.</summary>
    public bool SaysTime => Cases.Any(one => one.Time is not null);

    /// <summary>Share of texts in each tenth of what was forecast. NaN where nothing is known.</summary>
    public ImmutableArray<double> OutcomePit => Pit.Histogram(Cases.SelectMany(one => one.Outcome).Select(issue => issue.Pit), Bins);

    /// <summary>Share of times in each tenth of what was forecast. NaN where nothing is known.</summary>
    public ImmutableArray<double> TimePit => Pit.Histogram(Cases.Select(one => one.Time).OfType<TimeScore>().Select(time => time.Pit), Bins);

    /// <summary>Scores a model.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="model">What it says of them.</param>
    public static ScoredModel Of(ScoredCases cases, ForecastModel model)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(model);
        var times = TimeScore.Of(cases, model.Forecasts);
        ImmutableArray<CaseScores> scores = [.. cases.All.Select((one, index) => Of(cases, index, model.Forecasts[index], times[index]))];
        var scored = new ScoredModel { Model = model, Cases = scores, Coverage = [], Slope = SlopeOf(cases, times) };
        return scored.IsSpreadOut ? scored with { Coverage = [CoverageOf(scores, 0.5), CoverageOf(scores, 0.9)] } : scored;
    }

    private static CaseScores Of(ScoredCases cases, int index, Forecast forecast, TimeScore? time)
    {
        var record = cases.All[index].Record;
        ImmutableArray<OutcomeScore> outcome = [.. forecast.Outcome.Select((said, issue) =>
            OutcomeScore.Of(said, record.Outcome.IsEmpty ? double.NaN : record.Outcome[issue], record.Error))];
        var (isText, isTime) = (!record.Outcome.IsEmpty, cases.TimeWeights[index] > 0);
        var density = (!isText && !isTime) || (isText && outcome.IsEmpty) || (isTime && time is null) ? double.NaN
            : (isText ? outcome.Sum(issue => issue.LogDensity) : 0) + (isTime ? cases.TimeWeights[index] * time!.LogDensity : 0);
        return new()
        {
            Issues = cases.All[index].Terms.Crisis.Issues.Length, Outcome = outcome, Time = time,
            Manner = MannerScore.Of(cases.All[index], forecast), LogDensity = density,
        };
    }

    private static Coverage CoverageOf(ImmutableArray<CaseScores> scores, double level)
    {
        OutcomeScore[] issues = [.. scores.SelectMany(one => one.Outcome)];
        return Statistics.Forecasts.Coverage.Of(
            [.. issues.Select(issue => issue.Said)], [.. issues.Select(issue => issue.Observed)], level);
    }

    private static Estimate SlopeOf(ScoredCases cases, ImmutableArray<TimeScore?> times)
    {
        int[] decided = [.. Enumerable.Range(0, times.Length).Where(index => times[index] is { IsDecided: true })];
        return ClusterJackknife.Of(
            [.. decided.Select(index => cases.Clusters[index])],
            kept => WeightedSlope.Of(
                [.. kept.Select(place => times[decided[place]]!.Median)],
                [.. kept.Select(place => Math.Log10(times[decided[place]]!.Observed))],
                [.. kept.Select(place => cases.TimeWeights[decided[place]])]));
    }
}
