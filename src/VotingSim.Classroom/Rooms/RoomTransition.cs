namespace VotingSim.Classroom.Rooms;

/// <summary>What came of an act: the state after it, which is the one before where it was refused.</summary>
public readonly record struct RoomTransition(RoomState State, Refusal Refusal)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal == Refusal.None;
}
