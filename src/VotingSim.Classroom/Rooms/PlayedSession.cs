using System.Collections.Immutable;
using VotingSim.Grains;

namespace VotingSim.Classroom.Rooms;

/// <summary>A session of a room that is over, before the same room was played again under another rule.</summary>
/// <param name="Rule">Name of its rule.</param>
/// <param name="Held">What people did in its rounds.</param>
/// <param name="EndedIn">Where it stood when the teacher ended it; null where it came to its own end.</param>
public sealed record PlayedSession(string Rule, ImmutableArray<RoundActs> Held, RoomPhase? EndedIn);
