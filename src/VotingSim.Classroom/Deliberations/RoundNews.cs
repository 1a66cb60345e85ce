using VotingSim.Deliberation;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What happened in a round, in a sentence or two that are read out.</summary>
public static class RoundNews
{
    /// <summary>The news of a round.</summary>
    /// <param name="terms">Who deliberates on what.</param>
    /// <param name="round">The round, or the opening.</param>
    /// <param name="isLast">Whether none comes after it.</param>
    public static string Of(DeliberationTerms terms, RoundView round, bool isLast)
    {
        var text = ClassroomWording.Text(terms, round.Draft);
        if (!round.HasBallots)
        {
            return $"Opening statements. The chair tables a text of {text}.";
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
            return $"{counted} The text of {text} is adopted{over}{without}.";
        }

        var blockers = round.Pivotal.IsEmpty
            ? ""
            : $" {ClassroomWording.Codes(roster, round.Pivotal)} {(round.Pivotal.Count == 1 ? "alone stands" : "each alone stand")} in the way.";
        return $"{counted} Not adopted.{blockers}{(isLast ? " The time is up: the status quo stands." : "")}";
    }
}
