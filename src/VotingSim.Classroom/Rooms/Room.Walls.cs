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
        return new Wall(this);
    }

    private sealed class Wall(Room room) : IDisposable
    {
        private int _isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGone, 1) == 0)
            {
                Interlocked.Decrement(ref room._walls);
            }
        }
    }
}
