using System.Collections.Immutable;
using System.Text.Json.Serialization;
using VotingSim.Configuration;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Evidence.Documents;

/// <summary>What a model says of an issue of a case, beside what happened: a row of <c>score --format csv</c>. What is not said, not known or
/// never is left empty.</summary>
public sealed record PredictionDocument
{
#pragma warning disable CS1591 // every column has its line in the codebook, where a test looks for it
    public required string Case { get; init; }
    public required string Issue { get; init; }
    public required string Cluster { get; init; }
    public required string Class { get; init; }
    public required string Rule { get; init; }
    public required string Model { get; init; }
    public required string Kind { get; init; }
    public required double Outcome { get; init; }
    public double PredictedOutcome { get; init; } = double.NaN;
    public double OutcomeMedian { get; init; } = double.NaN;
    [JsonPropertyName("outcome_low_50")] public double OutcomeLow50 { get; init; } = double.NaN;
    [JsonPropertyName("outcome_high_50")] public double OutcomeHigh50 { get; init; } = double.NaN;
    [JsonPropertyName("outcome_low_90")] public double OutcomeLow90 { get; init; } = double.NaN;
    [JsonPropertyName("outcome_high_90")] public double OutcomeHigh90 { get; init; } = double.NaN;
    public double OutcomeError { get; init; } = double.NaN;
    public double OutcomeCrps { get; init; } = double.NaN;
    public double OutcomeLogDensity { get; init; } = double.NaN;
    public double OutcomePitLow { get; init; } = double.NaN;
    public double OutcomePitHigh { get; init; } = double.NaN;
    public required double Days { get; init; }
    public required bool Decided { get; init; }
    public required double TimeWeight { get; init; }
    public double PredictedDays { get; init; } = double.NaN;
    [JsonPropertyName("days_low_50")] public double DaysLow50 { get; init; } = double.NaN;
    [JsonPropertyName("days_high_50")] public double DaysHigh50 { get; init; } = double.NaN;
    [JsonPropertyName("days_low_90")] public double DaysLow90 { get; init; } = double.NaN;
    [JsonPropertyName("days_high_90")] public double DaysHigh90 { get; init; } = double.NaN;
    public double TimeError { get; init; } = double.NaN;
    public double TimeCrps { get; init; } = double.NaN;
    public double TimeLogDensity { get; init; } = double.NaN;
    public double TimePitLow { get; init; } = double.NaN;
    public double TimePitHigh { get; init; } = double.NaN;
    [JsonPropertyName("brier_90")] public double Brier90 { get; init; } = double.NaN;
    [JsonPropertyName("brier_365")] public double Brier365 { get; init; } = double.NaN;
    [JsonPropertyName("brier_1825")] public double Brier1825 { get; init; } = double.NaN;
    public required double OrderedBy { get; init; }
    public required string Ending { get; init; }
    public required double PredictedConsent { get; init; }
    public required double ConsentBrier { get; init; }
    public string? Against { get; init; }
    public required double AgainstAccuracy { get; init; }
    public required double JointLogDensity { get; init; }
#pragma warning restore CS1591

    /// <summary>The rows of all cases, issues and models.</summary>
    internal static ImmutableArray<PredictionDocument> Of(ScoreSheet sheet) =>
    [
        .. sheet.Cases.All.SelectMany((one, index) => one.Terms.Crisis.Issues.SelectMany((_, issue) =>
            sheet.Models.Select(model => Of(sheet.Cases, index, issue, model)))),
    ];

    private static PredictionDocument Of(ScoredCases cases, int index, int issue, ScoredModel model)
    {
        var (one, scores, forecast) = (cases.All[index], model.Cases[index], model.Model.Forecasts[index]);
        var row = new PredictionDocument
        {
            Case = one.Name, Issue = one.Terms.Crisis.Issues[issue].Name, Cluster = one.Cluster, Class = one.Class, Rule = one.RuleName,
            Model = model.Model.Name, Kind = ScoreWords.KindOf(model.Model),
            Outcome = one.Record.Outcome.IsEmpty ? double.NaN : one.Record.Outcome[issue],
            Days = one.Record.Days ?? double.NaN, Decided = one.Record.IsDecided, TimeWeight = cases.TimeWeights[index],
            OrderedBy = forecast.Order, Ending = ConfigurationWord.Of(one.Record.Ending), PredictedConsent = forecast.Consent,
            ConsentBrier = scores.Manner.Consent, Against = one.Record.Against.IsDefault ? null : string.Join(' ', one.Record.Against),
            AgainstAccuracy = scores.Manner.Against, JointLogDensity = scores.LogDensity,
        };
        return WithTime(scores.Outcome.IsEmpty ? row : WithOutcome(row, scores.Outcome[issue]), scores.Time);
    }

    private static PredictionDocument WithOutcome(PredictionDocument row, OutcomeScore score)
    {
        var ((low50, high50), (low90, high90)) = (score.Said.Interval(0.5), score.Said.Interval(0.9));
        return row with
        {
            PredictedOutcome = score.Said.Mean, OutcomeMedian = score.Said.Quantile(0.5), OutcomeLow50 = low50, OutcomeHigh50 = high50,
            OutcomeLow90 = low90, OutcomeHigh90 = high90, OutcomeError = score.Error, OutcomeCrps = score.Crps,
            OutcomeLogDensity = score.LogDensity, OutcomePitLow = score.Pit.Low, OutcomePitHigh = score.Pit.High,
        };
    }

    private static PredictionDocument WithTime(PredictionDocument row, TimeScore? score)
    {
        if (score is null)
        {
            return row;
        }

        var ((low50, high50), (low90, high90)) = (score.Said.Interval(0.5), score.Said.Interval(0.9));
        return row with
        {
            PredictedDays = Math.Pow(10, score.Said.Quantile(0.5)), DaysLow50 = Math.Pow(10, low50), DaysHigh50 = Math.Pow(10, high50),
            DaysLow90 = Math.Pow(10, low90), DaysHigh90 = Math.Pow(10, high90), TimeError = score.Error, TimeCrps = score.Crps,
            TimeLogDensity = score.LogDensity, TimePitLow = score.Pit.Low, TimePitHigh = score.Pit.High,
            Brier90 = score.Brier[0], Brier365 = score.Brier[1], Brier1825 = score.Brier[2],
        };
    }
}
