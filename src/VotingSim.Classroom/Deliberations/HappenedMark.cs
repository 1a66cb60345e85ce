using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What really happened as it is drawn: a place on the axis of each issue, and a day. Only for who has decided already.</summary>
/// <param name="Text">The text of the record on each issue, on the issue scale; empty where nothing was adopted, or it is not coded for these
/// issues.</param>
/// <param name="Day">The day of the end, or on which it was last seen open; null where it is not known. Unit: days from the event.</param>
/// <param name="Ending">How it ended.</param>
public sealed record HappenedMark(ImmutableArray<double> Text, double? Day, RecordedEnding Ending)
{
    /// <summary>The day in words, short.</summary>
    public string DayLabel => Ending switch
    {
        RecordedEnding.Failed => Tell($"really failed: day {ClassroomWording.Day(Day!.Value)}"),
        RecordedEnding.Open => Tell($"really still open: day {ClassroomWording.Day(Day!.Value)}"),
        _ => Tell($"really adopted: day {ClassroomWording.Day(Day!.Value)}"),
    };

    /// <summary>The mark of a crisis; null where it has no record, and as long as nothing is decided.</summary>
    /// <param name="library">The words of crises.</param>
    /// <param name="terms">What is deliberated on.</param>
    /// <param name="isDecided">Whether the deliberation on the screen has ended.</param>
    public static HappenedMark? Of(CrisisLibrary library, DeliberationTerms terms, bool isDecided)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(terms);
        return isDecided && library.WordsOf(terms.Crisis.Name)?.Happened is { } happened ? Of(happened.Record, terms.Crisis.Issues.Length) : null;
    }

    /// <summary>The mark of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="issues">How many issues the class decided on: a text is drawn where the case has as many.</param>
    public static HappenedMark Of(CaseRecord record, int issues)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record.IsDecided && record.Outcome.Length == issues ? record.Outcome : [], record.Days, record.Ending);
    }

    /// <summary>The text of the record on an issue; null where there is none.</summary>
    public double? On(int issue) => issue < Text.Length ? Text[issue] : null;
}
