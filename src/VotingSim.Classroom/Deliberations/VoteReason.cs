using VotingSim.Deliberation;
using VotingSim.Members;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Why a member voted as it did, in a sentence, by the terms of the model: model.md 3.3.</summary>
public static class VoteReason
{
    /// <summary>The ballot that a margin asks for, chance aside: support down to the member's unity below nothing, silence down to its reticence
    /// below that.</summary>
    public static Ballot Expected(DeliberationTerms terms, int seat, double margin)
    {
        var member = terms.Roster.Members[seat];
        return margin >= -member.Unity ? Ballot.Support
            : margin < -member.Unity - member.Reticence ? Ballot.Objection
            : Ballot.Abstention;
    }

    /// <summary>The sentence for the member in a seat.</summary>
    public static string Of(DeliberationTerms terms, RoundView round, int seat)
    {
        var (member, stance, ballot) = (terms.Roster.Members[seat], terms.Crisis.Stances[seat], round.Ballots[seat]);
        if (RedLine.CrossedBy(stance, round.Draft) is { } issue)
        {
            var (line, scale) = (stance.RedLines[issue], terms.Crisis.Issues[issue]);
            return $"The text on {ClassroomWording.Words(scale.Name)}, {ScaleWords.Told(scale, round.Draft[issue])}, "
                + $"lies outside what {member.Name} can live with "
                + $"({ClassroomWording.Scale(line.Lowest)} to {ClassroomWording.Scale(line.Highest)}), "
                + "so it objects whatever else the text gives it.";
        }

        var (margin, aspiration) = (round.Margins[seat], round.Aspirations[seat]);
        var expected = Expected(terms, seat, margin);
        var balance = $"The text is worth {ClassroomWording.Utility(margin + aspiration)} to {member.Name}, "
            + Compared(member, margin, $"what it asks for at this point ({ClassroomWording.Utility(aspiration)})", expected);
        return expected == ballot
            ? $"{balance}, so it {ClassroomWording.Verb(ballot)}."
            : $"{balance}: on balance one would expect that it {ClassroomWording.Verb(expected)}, but the politics of the day, "
                + $"which the model draws by chance, tipped it, and it {ClassroomWording.Verb(ballot)}.";
    }

    private static string Compared(MemberState member, double margin, string asked, Ballot expected)
    {
        var (unity, limit) = (ClassroomWording.Utility(member.Unity), ClassroomWording.Utility(member.Unity + member.Reticence));
        return expected switch
        {
            Ballot.Support when margin >= 0 => $"{ClassroomWording.Utility(margin)} above {asked}",
            Ballot.Support => $"{ClassroomWording.Utility(-margin)} below {asked}, "
                + $"which is little enough to vote for the text all the same, for unity's sake (up to {unity})",
            Ballot.Objection => $"{ClassroomWording.Utility(-margin)} below {asked} and so further than the {limit} "
                + "that it would swallow, voting for the text or in silence",
            _ => $"{ClassroomWording.Utility(-margin)} below {asked}, which is more than it votes for ({unity}) "
                + $"and little enough to swallow in silence (up to {limit})",
        };
    }
}
