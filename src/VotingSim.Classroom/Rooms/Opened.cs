namespace VotingSim.Classroom.Rooms;

/// <summary>What comes of opening a room.</summary>
/// <param name="Code">Its code; null where it was refused.</param>
/// <param name="Key">The teacher's key.</param>
/// <param name="Refusal">Why it was refused; null where it was not.</param>
public sealed record Opened(string? Code, string Key, string? Refusal);
