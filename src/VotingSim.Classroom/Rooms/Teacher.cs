namespace VotingSim.Classroom.Rooms;

/// <summary>
/// What the teacher may do and know in a room. Whoever holds it has shown the room's key. Hidden ballots are hidden from the teacher
/// too: the screen is on the wall.
/// </summary>
public sealed class Teacher
{
    internal Teacher(Room room) => Room = room;

    /// <summary>The room.</summary>
    public Room Room { get; }

    /// <summary>What the teacher chose.</summary>
    public RoomSettings Settings => Room.State.Settings;

    /// <summary>Everybody's number, name and seat.</summary>
    public IEnumerable<(int Number, string Name, int? Seat, bool HasVoted)> People =>
        Room.State.People.Select(person => (person.Number, person.Name, person.Seat, person.Ballot is not null));

    /// <summary>Opens the first round, or the next.</summary>
    public Task<Refusal> OpenRoundAsync() => Room.ActAsync((state, now) => state.OpenRound(now));

    /// <summary>Closes the drafting or the vote before its time.</summary>
    public Task<Refusal> CloseAsync() => Room.CloseAsync();

    /// <summary>Ends the session.</summary>
    public Task<Refusal> EndAsync() => Room.ActAsync((state, now) => state.End(now));

    /// <summary>Sends a person out.</summary>
    public Task<Refusal> RemoveAsync(int person) => Room.ActAsync((state, now) => state.Remove(person, now));
}
