using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Grains;

namespace VotingSim.Classroom.Rooms;

/// <summary>A round that was held.</summary>
/// <param name="View">The round as people look at it.</param>
/// <param name="Message">What the grain said of it, with the ballots that the members would have cast by themselves.</param>
/// <param name="OwnDraft">The text that the chair's own grain had drafted.</param>
/// <param name="Acts">What people did in it.</param>
public sealed record HeldRound(RoundView View, RoundMessage Message, ImmutableArray<double> OwnDraft, RoundActs Acts);
