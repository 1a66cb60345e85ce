using System.Text.Json.Serialization;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Rooms;

/// <summary>How the people in a seat voted in a round.</summary>
/// <param name="Seat">The member's seat.</param>
/// <param name="Support">How many support.</param>
/// <param name="Abstention">How many abstain.</param>
/// <param name="Objection">How many object.</param>
public sealed record DelegationSplit(int Seat, int Support, int Abstention, int Objection)
{
    /// <summary>How many voted.</summary>
    [JsonIgnore]
    public int Voted => Support + Abstention + Objection;

    /// <summary>Whether no ballot has more votes than every other.</summary>
    [JsonIgnore]
    public bool IsTied => Voted > 0 && new[] { Support, Abstention, Objection }.Count(votes => votes == Most) > 1;

    /// <summary>The ballot of the delegation: the one with most votes; where two have as many, it abstains; null where nobody voted.</summary>
    [JsonIgnore]
    public Ballot? Ballot => Voted == 0 ? null
        : IsTied || Abstention == Most ? VotingSim.Deliberation.Ballot.Abstention
        : Support == Most ? VotingSim.Deliberation.Ballot.Support
        : VotingSim.Deliberation.Ballot.Objection;

    /// <summary>How the delegation split and what came of it, in a sentence for those who sit in it.</summary>
    [JsonIgnore]
    public string Sentence => Ballot is not { } ballot ? "Nobody in your delegation voted: the model did."
        : $"Your delegation: {string.Join(", ", Votes.Where(vote => vote.Count > 0).Select(vote => $"{vote.Count} {vote.Word}"))}. "
            + (IsTied ? "As many for one as for another: it abstained." : $"It {ClassroomWording.Past(ballot)}.");

    private int Most => Math.Max(Support, Math.Max(Abstention, Objection));

    private (int Count, string Word)[] Votes =>
    [
        (Support, ClassroomWording.Noun(Support, "supports", "support")), (Abstention, ClassroomWording.Noun(Abstention, "abstains", "abstain")),
        (Objection, ClassroomWording.Noun(Objection, "objects", "object")),
    ];

    /// <summary>The split of a seat.</summary>
    public static DelegationSplit Of(int seat, IEnumerable<Ballot> ballots)
    {
        var cast = ballots.ToLookup(ballot => ballot);
        return new(
            seat, cast[VotingSim.Deliberation.Ballot.Support].Count(), cast[VotingSim.Deliberation.Ballot.Abstention].Count(),
            cast[VotingSim.Deliberation.Ballot.Objection].Count());
    }
}
