using VotingSim.Configuration.Cases;
using VotingSim.Configuration;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What really happened, in a sentence; for who has decided already.</summary>
public static class HappenedSentence
{
    /// <summary>The sentence of a case.</summary>
    /// <param name="happened">The case.</param>
    /// <param name="scales">The issues that the class decided on: an outcome is told where the case has as many.</param>
    public static string Of(Case happened, IReadOnlyList<VotingSim.Crises.Issue> scales)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(scales);
        var record = happened.Record;
        var day = record.Days is { } days ? Tell($" on day {ClassroomWording.Day(days)}") : "";
        var date = record.Ended is { } ended ? $" ({ClassroomWording.Date(ended, 0)})" : "";
        return record.Ending switch
        {
            RecordedEnding.Failed => Tell($"The matter failed{day}{date}: the status quo stood."),
            RecordedEnding.Open => Tell($"The matter was still open{day}{date}."),
            RecordedEnding.Consent => Tell($"A text was adopted by consent{day}{date}{Text(record, scales)}."),
            RecordedEnding.Vote => Tell($"A text was adopted by vote{day}{date}{Text(record, scales)}."),
            _ => Tell($"A text was adopted{day}{date}{Text(record, scales)}."),
        };
    }

    private static string Text(CaseRecord record, IReadOnlyList<VotingSim.Crises.Issue> scales)
    {
        var over = record.Against is { IsDefaultOrEmpty: false } against ? Tell($", against {string.Join(", ", against)}") : "";
        return record.Outcome.Length == scales.Count
            ? Tell($", coded at {string.Join(", ", scales.Select((scale, issue) => ScaleWords.Told(scale, record.Outcome[issue])))}{over}")
            : over;
    }
}
