using System.Collections.Immutable;
using VotingSim.Grains;

namespace VotingSim.Classroom.Rooms;

/// <summary>A matter of a term that is over.</summary>
/// <param name="ByVote">Whether a vote was chosen for it.</param>
/// <param name="Held">What people did in its rounds.</param>
public sealed record PlayedMatter(bool ByVote, ImmutableArray<RoundActs> Held);
