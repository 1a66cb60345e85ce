namespace VotingSim.Classroom.Rooms;

/// <summary>What everybody may know of a seat.</summary>
/// <param name="People">How many sit in it.</param>
/// <param name="Voted">How many of them have voted.</param>
public readonly record struct SeatView(int People, int Voted);
