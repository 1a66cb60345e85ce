using VotingSim.Deliberation;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Why a member voted as it did, in a sentence, by the terms of the model.</summary>
public static class VoteReason
{
    /// <summary>The ballot that a margin asks for, chance aside.</summary>
    public static Ballot Expected(DeliberationTerms terms, int seat, double margin) =>
        margin >= 0 ? Ballot.Support : margin < -terms.Roster.Members[seat].Unity ? Ballot.Objection : Ballot.Abstention;

    /// <summary>The sentence for the member in a seat.</summary>
    public static string Of(DeliberationTerms terms, RoundView round, int seat)
    {
        var (member, stance, ballot) = (terms.Roster.Members[seat], terms.Crisis.Stances[seat], round.Ballots[seat]);
        for (var issue = 0; issue < stance.RedLines.Length; issue++)
        {
            var line = stance.RedLines[issue];
            if (round.Draft[issue] < line.Lowest || round.Draft[issue] > line.Highest)
            {
                return $"The text ({ClassroomWording.Scale(round.Draft[issue])} on {ClassroomWording.Words(terms.Crisis.Issues[issue].Name)}) "
                    + $"lies outside what {member.Name} can live with "
                    + $"({ClassroomWording.Scale(line.Lowest)} to {ClassroomWording.Scale(line.Highest)}), "
                    + "so it objects whatever else the text gives it.";
            }
        }

        var margin = round.Margins[seat];
        var expected = Expected(terms, seat, margin);
        var worth = $"The text is worth {ClassroomWording.Utility(margin + round.Aspirations[seat])} to {member.Name}";
        var asked = $"what it asks for at this point ({ClassroomWording.Utility(round.Aspirations[seat])})";
        var silence = ClassroomWording.Utility(member.Unity);
        var balance = expected switch
        {
            Ballot.Support => $"{worth}, {ClassroomWording.Utility(margin)} above {asked}",
            Ballot.Objection => $"{worth}, {ClassroomWording.Utility(-margin)} below {asked} "
                + $"and so further than the {silence} it would swallow in silence",
            _ => $"{worth}, {ClassroomWording.Utility(-margin)} below {asked}, "
                + $"which is little enough to swallow in silence (up to {silence})",
        };
        return expected == ballot
            ? $"{balance}, so it {ClassroomWording.Verb(ballot)}."
            : $"{balance}: on balance one would expect that it {ClassroomWording.Verb(expected)}, but the politics of the day, "
                + $"which the model draws by chance, tipped it, and it {ClassroomWording.Verb(ballot)}.";
    }
}
