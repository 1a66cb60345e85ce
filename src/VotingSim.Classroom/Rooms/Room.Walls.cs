namespace VotingSim.Classroom.Rooms;

/// <content>Whether ballots are opened one by one on a wall, before which phones do not tell what comes out.</content>
public sealed partial class Room
{
    private int _walls;

    /// <summary>Whether somebody looks at the screen for the wall, and at ballots that are opened there one by one.</summary>
    public bool IsOnWall => Volatile.Read(ref _walls) > 0;

    /// <summary>A wall is there until the answer is disposed of.</summary>
    public IDisposable Hang()
    {
        Interlocked.Increment(ref _walls);
        return new Stay(() => Interlocked.Decrement(ref _walls));
    }
}
