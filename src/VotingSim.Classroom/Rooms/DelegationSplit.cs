using System.Text.Json.Serialization;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

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
    public string Sentence => Ballot is not { } ballot ? Tell("Nobody in your delegation voted: the model did.")
        : IsTied ? Tell($"Your delegation: {Votes}. As many for one as for another: it abstained.")
        : Tell($"Your delegation: {Votes}. It {ClassroomWording.Past(ballot)}.");

    private int Most => Math.Max(Support, Math.Max(Abstention, Objection));

    private string Votes
    {
        get
        {
            string[] votes =
            [
                Support > 0 ? TellOf(Support, $"{Support} supports", $"{Support} support") : "",
                Abstention > 0 ? TellOf(Abstention, $"{Abstention} abstains", $"{Abstention} abstain") : "",
                Objection > 0 ? TellOf(Objection, $"{Objection} objects", $"{Objection} object") : "",
            ];
            return string.Join(", ", votes.Where(vote => vote.Length > 0));
        }
    }

    /// <summary>The split of a seat.</summary>
    public static DelegationSplit Of(int seat, IEnumerable<Ballot> ballots)
    {
        var cast = ballots.ToLookup(ballot => ballot);
        return new(
            seat, cast[VotingSim.Deliberation.Ballot.Support].Count(), cast[VotingSim.Deliberation.Ballot.Abstention].Count(),
            cast[VotingSim.Deliberation.Ballot.Objection].Count());
    }
}
