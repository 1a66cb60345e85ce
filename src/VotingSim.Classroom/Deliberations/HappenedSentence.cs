using VotingSim.Configuration;
using VotingSim.Configuration.Cases;

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
        var day = record.Days is { } days ? $" on day {ClassroomWording.Day(days)}" : "";
        var date = record.Ended is { } ended ? $" ({ClassroomWording.Date(ended, 0)})" : "";
        return record.Ending switch
        {
            RecordedEnding.Failed => $"The matter failed{day}{date}: the status quo stood.",
            RecordedEnding.Open => $"The matter was still open{day}{date}.",
            _ => $"A text was adopted{How(record.Ending)}{day}{date}{Text(record, scales)}.",
        };
    }

    private static string How(RecordedEnding ending) => ending switch
    {
        RecordedEnding.Consent => " by consent",
        RecordedEnding.Vote => " by vote",
        _ => "",
    };

    private static string Text(CaseRecord record, IReadOnlyList<VotingSim.Crises.Issue> scales)
    {
        var over = record.Against is { IsDefaultOrEmpty: false } against ? $", against {string.Join(", ", against)}" : "";
        return record.Outcome.Length == scales.Count
            ? $", coded at {string.Join(", ", scales.Select((scale, issue) => ScaleWords.Told(scale, record.Outcome[issue])))}{over}"
            : over;
    }
}
