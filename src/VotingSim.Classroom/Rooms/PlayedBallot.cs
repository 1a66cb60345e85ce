using VotingSim.Deliberation;

namespace VotingSim.Classroom.Rooms;

/// <summary>A ballot that people cast for a member.</summary>
/// <param name="Round">The round, from 1.</param>
/// <param name="Seat">The member's seat.</param>
/// <param name="People">What the delegation cast.</param>
/// <param name="Model">What the member would have cast by its profile.</param>
/// <param name="Margin">What the text was worth to it above what it asked for, by its profile.</param>
public sealed record PlayedBallot(int Round, int Seat, Ballot People, Ballot Model, double Margin);
