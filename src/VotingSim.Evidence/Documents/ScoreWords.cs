using VotingSim.Evidence.Scoring;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Documents;

/// <summary>Words of the columns and fields of scores.</summary>
internal static class ScoreWords
{
    /// <summary>A part of a case.</summary>
    public static string Of(ScorePart part) => part switch
    {
        ScorePart.Joint => "joint",
        ScorePart.Outcome => "outcome",
        ScorePart.Time => "time",
        _ => "manner",
    };

    /// <summary>Model or baseline.</summary>
    public static string KindOf(ForecastModel model) => model.IsBaseline ? "baseline" : "model";

    /// <summary>A verdict; null without one.</summary>
    public static string? Of(Verdict? verdict) => verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.NoDifferent => "no different",
        _ => null,
    };
}
