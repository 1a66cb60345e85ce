using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Rooms;

/// <summary>What one person may do and know in a room. Whoever holds it has shown the person's key; nothing in it names a person or a room.</summary>
public sealed class Student
{
    private readonly int _person;

    internal Student(Room room, int person) => (Room, _person) = (room, person);

    /// <summary>The room.</summary>
    public Room Room { get; }

    /// <summary>The person; null once it was sent out.</summary>
    public Person? Self => Room.State.Of(_person);

    /// <summary>Why the person was sent out; null where it was not.</summary>
    public RemovalReason? SentOutFor => Room.State.SentOut.LastOrDefault(gone => gone.Person.Number == _person)?.Reason;

    /// <summary>How the person's delegation voted in the last round held; null where it sits alone, or nobody there voted.</summary>
    public DelegationSplit? Split => Self is { Seat: >= 0 and var seat }
        && Room.State.People.Count(person => person.Seat == seat) > 1
        ? Room.State.Splits.FirstOrDefault(split => split.Seat == seat)
        : null;

    /// <summary>The brief of the person's seat, and of no other; null without a member's seat.</summary>
    public PrivateBrief? Brief => Self is { Seat: >= 0 and var seat } ? PrivateBrief.Of(Room.Proceedings.Terms, seat) : null;

    /// <summary>What the text that is put to the vote is worth to the member of the person's seat, and of no other; null without a vote or a member's
    /// seat.</summary>
    public Task<TextWorth?> WorthAsync() => Self is { Seat: >= 0 and var seat } ? Room.WorthAsync(seat) : Task.FromResult<TextWorth?>(null);

    /// <summary>Guesses how the matter will end; replaces the person's guess before. Before the first round only.</summary>
    public Task<Refusal> GuessAsync(Guess guess) => Room.ActAsync((state, now) => state.GuessAt(_person, guess, now));

    /// <summary>The person is there, until what is returned is disposed of.</summary>
    public IDisposable Attend() => Room.Attend(_person);

    /// <summary>Takes a seat, <see cref="RoomState.ChairSeat"/> for the chair's.</summary>
    public Task<Refusal> SitAsync(int seat) => Room.ActAsync((state, now) => state.Sit(_person, seat, now));

    /// <summary>Says what the member will say when the round, counted from 1, is over.</summary>
    public Task<Refusal> StateAsync(int round, ImmutableArray<double> position) =>
        Room.ActAsync((state, now) => state.State(_person, round - 1, position, now));

    /// <summary>Says which rule the person wants for the matter of a term that comes.</summary>
    public Task<Refusal> WantAsync(bool vote) => Room.ActAsync((state, now) => state.Want(_person, vote, now));

    /// <summary>Casts the ballot of the round, counted from 1.</summary>
    public Task<Refusal> CastAsync(int round, Ballot ballot) => Room.ActAsync((state, now) => state.Cast(_person, round - 1, ballot, now));

    /// <summary>Calls the vote on the round, counted from 1, whose ballots are open, or goes on seeking consensus: the chair's part.</summary>
    public Task<Refusal> CallAsync(int round, bool vote) => Room.CallAsync(_person, round - 1, vote);

    /// <summary>Whether this very ballot was cast in the round, counted from 1.</summary>
    public bool HasCast(int round, Ballot ballot) => Self?.LastCast == new CountedBallot(round - 1, ballot);

    /// <summary>Tables the text of the round, counted from 1.</summary>
    public Task<Refusal> TableAsync(int round, ImmutableArray<double> text) =>
        Room.ActAsync((state, now) => state.Table(_person, round - 1, text, now));
}
