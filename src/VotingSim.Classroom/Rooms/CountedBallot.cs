using VotingSim.Deliberation;

namespace VotingSim.Classroom.Rooms;

/// <summary>A ballot that a person has cast, so that the same one sent again is known.</summary>
/// <param name="Round">The round, from 0.</param>
/// <param name="Ballot">The ballot.</param>
public sealed record CountedBallot(int Round, Ballot Ballot);
