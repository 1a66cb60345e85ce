namespace VotingSim.Classroom.Rooms;

/// <summary>What comes of entering a room.</summary>
/// <param name="Key">The key by which the person comes back.</param>
/// <param name="Refusal">Why it was refused; null where it was not.</param>
public sealed record Entered(string Key, string? Refusal);
