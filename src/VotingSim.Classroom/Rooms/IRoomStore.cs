namespace VotingSim.Classroom.Rooms;

/// <summary>Where rooms are kept, so that they outlive the server.</summary>
public interface IRoomStore
{
    /// <summary>All rooms that were kept. What cannot be read is left out and told of.</summary>
    Task<IReadOnlyList<RoomState>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a room in place of what was kept of it before.</summary>
    Task SaveAsync(RoomState room);

    /// <summary>Forgets a room.</summary>
    Task ForgetAsync(string code);
}
