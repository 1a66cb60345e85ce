using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <summary>A choice between a vote and going on, looked back on.</summary>
/// <param name="Held">The round.</param>
/// <param name="Otherwise">How the matter would have ended with the other choice and the same luck, the model alone from there: the last
/// round.</param>
public sealed record CallMade(HeldRound Held, RoundView Otherwise);
