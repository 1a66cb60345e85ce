namespace VotingSim.Classroom.Pages;

/// <summary>The people in a seat.</summary>
/// <param name="Seat">The member, the chair, or that they have none.</param>
/// <param name="People">Their numbers and names, in the order in which they came, and whether they have been cut off for a while.</param>
public sealed record SeatedPeople(string Seat, IReadOnlyList<(int Number, string Name, bool IsAway)> People);
