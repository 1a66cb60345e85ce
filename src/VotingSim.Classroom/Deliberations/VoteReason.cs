using VotingSim.Deliberation;
using VotingSim.Members;
using static VotingSim.Classroom.Languages.Speech;

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
        var name = ClassroomWording.Name(member);
        if (RedLine.CrossedBy(stance, round.Draft) is { } issue)
        {
            var (line, scale) = (stance.RedLines[issue], terms.Crisis.Issues[issue]);
            var (place, lowest) = (ScaleWords.Told(scale, round.Draft[issue]), ClassroomWording.Scale(line.Lowest));
            var outside = Tell($"The text on {ClassroomWording.Words(scale.Name)}, {place}, lies outside what {name} can live with");
            return Tell($"{outside} ({lowest} to {ClassroomWording.Scale(line.Highest)}), so it objects whatever else the text gives it.");
        }

        var (margin, aspiration) = (round.Margins[seat], round.Aspirations[seat]);
        var expected = Expected(terms, seat, margin);
        var asked = Tell($"what it asks for at this point ({ClassroomWording.Utility(aspiration)})");
        var compared = Compared(member, margin, asked, expected);
        var balance = Tell($"The text is worth {ClassroomWording.Utility(margin + aspiration)} to {name}, {compared}");
        if (expected == ballot)
        {
            return Tell($"{balance}, so it {ClassroomWording.Verb(ballot)}.");
        }

        var chance = Tell("but the politics of the day, which the model draws by chance, tipped it");
        return Tell(
            $"{balance}: on balance one would expect that it {ClassroomWording.Verb(expected)}, {chance}, and it {ClassroomWording.Verb(ballot)}.");
    }

    private static string Compared(MemberState member, double margin, string asked, Ballot expected)
    {
        var (unity, limit) = (ClassroomWording.Utility(member.Unity), ClassroomWording.Utility(member.Unity + member.Reticence));
        var lacking = ClassroomWording.Utility(-margin);
        return expected switch
        {
            Ballot.Support when margin >= 0 => Tell($"{ClassroomWording.Utility(margin)} above {asked}"),
            Ballot.Support => Tell(
                $"{lacking} below {asked}, which is little enough to vote for the text all the same, for unity's sake (up to {unity})"),
            Ballot.Objection => Tell(
                $"{lacking} below {asked} and so further than the {limit} that it would swallow, voting for the text or in silence"),
            _ => Tell(
                $"{lacking} below {asked}, which is more than it votes for ({unity}) and little enough to swallow in silence (up to {limit})"),
        };
    }
}
