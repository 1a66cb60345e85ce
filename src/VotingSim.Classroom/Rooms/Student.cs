using System.Collections.Immutable;
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

    /// <summary>The brief of the person's seat, and of no other; null without a member's seat.</summary>
    public PrivateBrief? Brief => Self is { Seat: >= 0 and var seat } ? PrivateBrief.Of(Room.Proceedings.Terms, seat) : null;

    /// <summary>Takes a seat, <see cref="RoomState.ChairSeat"/> for the chair's.</summary>
    public Task<Refusal> SitAsync(int seat) => Room.ActAsync((state, now) => state.Sit(_person, seat, now));

    /// <summary>Says what the member will say when the round, counted from 1, is over.</summary>
    public Task<Refusal> StateAsync(int round, ImmutableArray<double> position) =>
        Room.ActAsync((state, now) => state.State(_person, round - 1, position, now));

    /// <summary>Casts the ballot of the round, counted from 1.</summary>
    public Task<Refusal> CastAsync(int round, Ballot ballot) => Room.ActAsync((state, now) => state.Cast(_person, round - 1, ballot, now));

    /// <summary>Tables the text of the round, counted from 1.</summary>
    public Task<Refusal> TableAsync(int round, ImmutableArray<double> text) =>
        Room.ActAsync((state, now) => state.Table(_person, round - 1, text, now));
}
