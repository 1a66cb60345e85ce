using VotingSim.Deliberation;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What happened in a round, in a few sentences that are read out.</summary>
public static class RoundNews
{
    /// <summary>When a matter reached the agenda, with the space before the next sentence; nothing where it did at once.</summary>
    public static string Waited(double day) => day > 0 ? $"The matter reached the agenda on day {ClassroomWording.Day(day)}. " : "";

    /// <summary>The news of a round.</summary>
    /// <param name="terms">Who deliberates on what.</param>
    /// <param name="round">The round, or the opening.</param>
    public static string Of(DeliberationTerms terms, RoundView round)
    {
        var text = ClassroomWording.Text(terms, round.Draft);
        if (!round.HasBallots)
        {
            var calendar = terms.Settings.Calendar;
            return $"{Waited(round.Day)}Opening statements. The chair tables a text of {text} "
                + $"for the session of day {ClassroomWording.Day(round.Day + calendar.FirstRoundDay)}.";
        }

        var (roster, tally) = (terms.Roster, round.Tally);
        var abstaining = roster.Size - tally.Supporters.Count - tally.Objectors.Count;
        var objecting = tally.Objectors.Count is > 0 and <= 4
            ? $"{ClassroomWording.Codes(roster, tally.Objectors)} {(tally.Objectors.Count == 1 ? "objects" : "object")}"
            : $"{tally.Objectors.Count} object";
        var counted = $"Round {round.Number}, day {ClassroomWording.Day(round.Day)}: "
            + $"{tally.Supporters.Count} support, {abstaining} abstain, {objecting}.";
        if (round.Adopted)
        {
            var outvoted = tally.Objectors - round.OptedOut;
            var over = outvoted.IsEmpty ? "" : $", over the objection of {ClassroomWording.Codes(roster, outvoted)}";
            var without = round.OptedOut.IsEmpty
                ? ""
                : $"; {ClassroomWording.Codes(roster, round.OptedOut)} {(round.OptedOut.Count == 1 ? "stays" : "stay")} out";
            var how = tally.Objectors.IsEmpty ? "by consent" : "by vote";
            return $"{counted} The text of {text} is adopted {how}{over}{without}.{Space(PatienceSentence.Of(terms, round))}";
        }

        // Where there is a majority they carry it, and are in nobody's way.
        var blockers = round.Pivotal.IsEmpty || round.Reading.IsMet
            ? ""
            : $" {ClassroomWording.Codes(roster, round.Pivotal)} {(round.Pivotal.Count == 1 ? "alone stands" : "each alone stand")} in the way.";
        return $"{counted} Not adopted{(round.Reading.IsMet ? " yet" : "")}.{blockers}"
            + $"{Space(PatienceSentence.Of(terms, round))}{Ended(round.Ending)}";
    }

    private static string Ended(Ending? ending) => ending switch
    {
        Ending.Failed => " The time is up and the matter has failed: the status quo stands.",
        Ending.Open => " The time is up and the matter is still open: the status quo stands.",
        _ => "",
    };

    private static string Space(string sentence) => sentence.Length == 0 ? "" : $" {sentence}";
}
