using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What happened in a round, in a few sentences that are read out.</summary>
public static class RoundNews
{
    /// <summary>When a matter reached the agenda, with the space before the next sentence; nothing where it did at once.</summary>
    public static string Waited(double day) =>
        day > 0 ? Tell($"The matter reached the agenda on day {ClassroomWording.Day(day)}.") + " " : "";

    /// <summary>The news of a round.</summary>
    /// <param name="terms">Who deliberates on what.</param>
    /// <param name="round">The round, or the opening.</param>
    public static string Of(DeliberationTerms terms, RoundView round)
    {
        var text = ClassroomWording.Text(terms, round.Draft);
        if (!round.HasBallots)
        {
            var calendar = terms.Settings.Calendar;
            var first = ClassroomWording.Day(round.Day + calendar.FirstRoundDay);
            return Waited(round.Day) + Tell($"Opening statements. The chair tables a text of {text} for the session of day {first}.");
        }

        var (roster, tally) = (terms.Roster, round.Tally);
        var abstaining = roster.Size - tally.Supporters.Count - tally.Objectors.Count;
        var objecting = tally.Objectors.Count is > 0 and <= 4
            ? TellOf(
                tally.Objectors.Count,
                $"{ClassroomWording.Codes(roster, tally.Objectors)} objects", $"{ClassroomWording.Codes(roster, tally.Objectors)} object")
            : Tell($"{tally.Objectors.Count} object");
        var day = ClassroomWording.Day(round.Day);
        var counted = Tell($"Round {round.Number}, day {day}: {tally.Supporters.Count} support, {abstaining} abstain, {objecting}.");
        if (round.Adopted)
        {
            var outvoted = tally.Objectors - round.OptedOut;
            var over = outvoted.IsEmpty ? "" : Tell($", over the objection of {ClassroomWording.Codes(roster, outvoted)}");
            var staying = ClassroomWording.Codes(roster, round.OptedOut);
            var without = round.OptedOut.IsEmpty ? "" : TellOf(round.OptedOut.Count, $"; {staying} stays out", $"; {staying} stay out");
            var adopted = tally.Objectors.IsEmpty
                ? Tell($"The text of {text} is adopted by consent{over}{without}.")
                : Tell($"The text of {text} is adopted by vote{over}{without}.");
            return $"{counted} {adopted}{Space(PatienceSentence.Of(terms, round))}";
        }

        // Where there is a majority they carry it, and are in nobody's way.
        var pivotal = ClassroomWording.Codes(roster, round.Pivotal);
        var blockers = round.Pivotal.IsEmpty || round.Reading.IsMet
            ? ""
            : TellOf(round.Pivotal.Count, $"{pivotal} alone stands in the way.", $"{pivotal} each alone stand in the way.");
        return $"{counted} {(round.Reading.IsMet ? Tell("Not adopted yet.") : Tell("Not adopted."))}{Space(blockers)}"
            + $"{Space(PatienceSentence.Of(terms, round))}{Space(Ended(round.Ending))}";
    }

    private static string Ended(Ending? ending) => ending switch
    {
        Ending.Failed => Tell("The time is up and the matter has failed: the status quo stands."),
        Ending.Open => Tell("The time is up and the matter is still open: the status quo stands."),
        _ => "",
    };

    private static string Space(string sentence) => sentence.Length == 0 ? "" : $" {sentence}";
}
