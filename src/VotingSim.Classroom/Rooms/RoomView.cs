using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VotingSim.Classroom.Rooms;

/// <summary>What everybody in a room may know of it while ballots are hidden: who sits where and how many have voted, never what.</summary>
public sealed record RoomView
{
    /// <summary>Where it stands.</summary>
    public required RoomPhase Phase { get; init; }

    /// <summary>Whether it may end by itself, at <see cref="Deadline"/>.</summary>
    [JsonIgnore]
    public bool IsTimed => RoomState.IsTimed(Phase);

    /// <summary>The number of the round that is open or comes next, from 1; in a term it counts on from matter to matter. Acts name it.</summary>
    public required int Round { get; init; }

    /// <summary>Its number in the matter, from 1.</summary>
    public required int RoundOfMatter { get; init; }

    /// <summary>The number of the matter of a term, from 1.</summary>
    public required int Matter { get; init; }

    /// <summary>The number of the session, from 1: the second is of the same matter under another rule.</summary>
    public int Session { get; init; } = 1;

    /// <summary>How many people want patience in the matter of a term that comes.</summary>
    public required int WantPatience { get; init; }

    /// <summary>How many want a vote in it.</summary>
    public required int WantVote { get; init; }

    /// <summary>Rounds until time is up.</summary>
    public required int Rounds { get; init; }

    /// <summary>When the phase ends by itself; null where it does not.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>People in the room.</summary>
    public required int People { get; init; }

    /// <summary>Of those, who have guessed before the first round how the matter would end.</summary>
    public int Guessed { get; init; }

    /// <summary>People with a ballot.</summary>
    public required int Voters { get; init; }

    /// <summary>Of those, who have voted.</summary>
    public required int Voted { get; init; }

    /// <summary>The members' seats, in seat order.</summary>
    public required ImmutableArray<SeatView> Seats { get; init; }

    /// <summary>People in the chair.</summary>
    public required int InTheChair { get; init; }

    /// <summary>What may be known of a state.</summary>
    public static RoomView Of(RoomState state) => new()
    {
        Phase = state.Phase,
        Round = state.Round + 1,
        RoundOfMatter = state.Held.Length + 1,
        Matter = state.Matter + 1,
        Session = state.Sessions.Length + 1,
        WantPatience = state.WantPatience,
        WantVote = state.WantVote,
        Rounds = state.Settings.Choice.Rounds ?? RoomSettings.UsualRounds,
        Deadline = state.Deadline,
        People = state.People.Length,
        Guessed = state.Guesses.Length,
        Voters = state.People.Count(person => person.Seat >= 0),
        Voted = state.People.Count(person => person.Ballot is not null),
        Seats = [.. Enumerable.Range(0, state.Seats).Select(seat => new SeatView(
            state.People.Count(person => person.Seat == seat), state.People.Count(person => person.Seat == seat && person.Ballot is not null)))],
        InTheChair = state.People.Count(person => person.Seat == RoomState.ChairSeat),
    };
}
