namespace VotingSim.Experiments;

/// <summary>A cohort that could not be deliberated, again and again. The part that it belongs to was not committed.</summary>
/// <param name="Arm">Id of the arm.</param>
/// <param name="First">The cohort's first replication.</param>
/// <param name="Count">Number of its replications.</param>
/// <param name="Replication">A replication that fails alone: what a replay shows.</param>
/// <param name="Message">What was wrong.</param>
public sealed record CohortFailure(string Arm, long First, int Count, long Replication, string Message);
