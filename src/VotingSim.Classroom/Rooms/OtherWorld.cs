using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <summary>How a deliberation ended that nobody but the model played.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Last">Its last round.</param>
public sealed record OtherWorld(string Rule, RoundView Last);
