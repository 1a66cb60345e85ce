namespace VotingSim.Analysis;

/// <summary>How many deliberations of an arm ended with a number of rounds.</summary>
/// <param name="Rounds">Number of rounds held. Range: 1 to the horizon.</param>
/// <param name="Days">The day of the last of them.</param>
/// <param name="Decided">How many ended with a decision.</param>
/// <param name="Undecided">How many were undecided; above 0 at the horizon only.</param>
public readonly record struct RoundsCount(int Rounds, double Days, long Decided, long Undecided);
