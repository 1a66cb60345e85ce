using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VotingSim.Classroom.Rooms;

/// <content>A term: matters in a row, before each of which people choose between patience and a vote.</content>
public sealed partial record RoomState
{
    /// <summary>The matters of a term that are over and of which the next has begun, in their order.</summary>
    public ImmutableArray<PlayedMatter> Played { get; init; } = [];

    /// <summary>Whether a vote was chosen for the matter of a term that is on, or over last.</summary>
    public bool ByVote { get; init; }

    /// <summary>The matter of a term that is on or was over last, from 0.</summary>
    [JsonIgnore]
    public int Matter => Played.Length;

    /// <summary>The matter of a term that comes, from 0: the one that is chosen for. Only where people choose.</summary>
    [JsonIgnore]
    public int NextMatter => Held.IsEmpty ? Matter : Matter + 1;

    /// <summary>Rounds of the matters, or of the session, that are over.</summary>
    [JsonIgnore]
    public int FirstRound => Played.Sum(played => played.Held.Length) + Sessions.Sum(session => session.Held.Length);

    /// <summary>How many want patience in the matter that comes.</summary>
    [JsonIgnore]
    public int WantPatience => People.Count(person => person.WantsVote == false);

    /// <summary>How many want a vote in it.</summary>
    [JsonIgnore]
    public int WantVote => People.Count(person => person.WantsVote == true);

    /// <summary>Whether the matter that comes is played under the rule of a vote: what more want, and where as many want either, what the chair
    /// wants; otherwise patience.</summary>
    [JsonIgnore]
    public bool ChoosesVote => WantVote > WantPatience
        || (WantVote == WantPatience && People.Any(person => person is { Seat: ChairSeat, WantsVote: true }));

    private bool HasNextMatter => Settings.IsTerm && Matter + 1 < Settings.Matters.Length;

    /// <summary>A person in a seat says which rule it wants for the matter that comes. It may say another thing until it begins.</summary>
    public RoomTransition Want(int person, bool vote, DateTimeOffset now) => Of(person) switch
    {
        null => Refused(Refusal.NotInTheRoom),
        _ when Phase != RoomPhase.Choosing => Refused(Refusal.NotNow),
        { Seat: null } => Refused(Refusal.NotInThisSeat),
        { } wanting => Done(With(wanting with { WantsVote = vote }), now),
    };

    /// <summary>The teacher begins the matter that comes, under the rule that was chosen.</summary>
    /// <param name="issues">Its number of issues.</param>
    /// <param name="now">The time.</param>
    public RoomTransition BeginMatter(int issues, DateTimeOffset now) => Phase != RoomPhase.Choosing
        ? Refused(Refusal.NotNow)
        : Done(
            this with
            {
                Played = Held.IsEmpty ? Played : Played.Add(new(ByVote, Held)),
                ByVote = ChoosesVote,
                Held = [],
                Splits = [],
                Text = [],
                Issues = issues,
                People = [.. People.Select(person => person with { Ballot = null, Position = [], WantsVote = null })],
                Phase = RoomPhase.Gathering,
            },
            now);
}
