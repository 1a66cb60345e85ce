namespace VotingSim.Analysis;

/// <summary>How many deliberations of an arm held a number of rounds.</summary>
/// <param name="Rounds">Number of rounds held; 0 where the table did not open in time for one.</param>
/// <param name="Decided">How many ended with a decision.</param>
/// <param name="Undecided">How many were undecided at the horizon.</param>
public readonly record struct RoundsCount(int Rounds, long Decided, long Undecided);
