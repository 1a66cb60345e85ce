using System.Collections.Immutable;

namespace VotingSim.Evidence.Scoring;

/// <summary>A score by which models are compared.</summary>
public sealed record Measure
{
    private Measure(
        string name, string label, string title, ScorePart part, bool isHigherBetter, Func<CaseScores, IEnumerable<double>>? values) =>
        (Name, Label, Title, Part, IsHigherBetter, Values) = (name, label, title, part, isHigherBetter, values);

    /// <summary>Log density of text and time together: models are ranked by it.</summary>
    public static Measure Joint { get; } =
        new("joint_log_density", "density, joint", "log density, text and time", ScorePart.Joint, isHigherBetter: true, one => [one.LogDensity]);

    /// <summary>The ranked probability score of the text.</summary>
    public static Measure OutcomeCrps { get; } = new("outcome_crps", "text: CRPS", "CRPS of the text, points", ScorePart.Outcome, isHigherBetter: false, Issues(issue => issue.Crps));

    /// <summary>The absolute error of the mean text.</summary>
    public static Measure OutcomeError { get; } =
        new("outcome_error", "text: error", "absolute error of the mean text, points", ScorePart.Outcome, isHigherBetter: false, Issues(issue => issue.Error));

    /// <summary>Share of texts whose mean forecast is within 10 points.</summary>
    public static Measure OutcomeNear { get; } =
        new("outcome_within_10", "text: within 10", "share of mean texts within 10 points", ScorePart.Outcome, isHigherBetter: true, Issues(issue => issue.IsNear));

    /// <summary>Log density of the text.</summary>
    public static Measure OutcomeDensity { get; } =
        new("outcome_log_density", "text: density", "log density of the text", ScorePart.Outcome, isHigherBetter: true, Issues(issue => issue.LogDensity));

    /// <summary>The ranked probability score of log10 days.</summary>
    public static Measure TimeCrps { get; } =
        new("time_crps", "time: CRPS", "CRPS of the time, log10 days", ScorePart.Time, isHigherBetter: false, Times(time => time.Crps));

    /// <summary>The absolute error of log10 of the median days.</summary>
    public static Measure TimeError { get; } =
        new("time_error", "time: error", "absolute error of the median time, log10 days", ScorePart.Time, isHigherBetter: false, Times(time => time.Error));

    /// <summary>Log density of log10 days.</summary>
    public static Measure TimeDensity { get; } =
        new("time_log_density", "time: density", "log density of the time", ScorePart.Time, isHigherBetter: true, Times(time => time.LogDensity));

    /// <summary>The order of all cases by time.</summary>
    public static Measure Concordance { get; } = new("concordance", "time: order", "pairs of cases in the right order of time", ScorePart.Time, isHigherBetter: true, values: null);

    /// <summary>The order of cases of the same class by time.</summary>
    public static Measure ConcordanceWithin { get; } =
        new("concordance_within_class", "time: in class", "the same, within classes", ScorePart.Time, isHigherBetter: true, values: null);

    /// <summary>Brier scores of decided by each of <see cref="TimeScore.Days"/>.</summary>
    public static ImmutableArray<Measure> Briers { get; } =
    [
        .. TimeScore.Days.Select((day, place) =>
            new Measure($"brier_{day}", $"time: by {day}", $"Brier score of decided by day {day}", ScorePart.Time, isHigherBetter: false,
            Times(time => time.Brier[place]))),
    ];

    /// <summary>The Brier score of adopted by consent.</summary>
    public static Measure Consent { get; } =
        new("consent_brier", "consent: Brier", "Brier score of adopted by consent", ScorePart.Manner, isHigherBetter: false, one => [one.Manner.Consent]);

    /// <summary>Balanced accuracy of who stands against it.</summary>
    public static Measure Against { get; } =
        new("against_accuracy", "who is against", "balanced accuracy of who stands against it", ScorePart.Manner, isHigherBetter: true, one => [one.Manner.Against]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        Joint, OutcomeCrps, OutcomeError, OutcomeNear, OutcomeDensity, TimeCrps, TimeError, TimeDensity, Concordance, ConcordanceWithin, .. Briers,
        Consent, Against,
    ];

    /// <summary>The word by which files call it.</summary>
    public string Name { get; }

    /// <summary>What a column of it is headed by.</summary>
    public string Label { get; }

    /// <summary>What it is, in a few words, with its unit.</summary>
    public string Title { get; }

    /// <summary>What of a case it is about.</summary>
    public ScorePart Part { get; }

    /// <summary>Whether more of it is better.</summary>
    public bool IsHigherBetter { get; }

    /// <summary>Its values on a case, as many for every model; null where it is of pairs of cases.</summary>
    internal Func<CaseScores, IEnumerable<double>>? Values { get; }

    private static Func<CaseScores, IEnumerable<double>> Issues(Func<OutcomeScore, double> value) => 
        one => one.Outcome.IsEmpty ? Enumerable.Repeat(double.NaN, one.Issues) : one.Outcome.Select(value);

    private static Func<CaseScores, IEnumerable<double>> Times(Func<TimeScore, double> value) =>
        one => [one.Time is { } time ? value(time) : double.NaN];
}
