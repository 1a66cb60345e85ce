namespace VotingSim.Experiments.Store;

/// <summary>A cohort that could not be deliberated, again and again. The part that it belongs to was not committed.</summary>
/// <param name="Arm">Id of the arm.</param>
/// <param name="First">The cohort's first replication.</param>
/// <param name="Count">Number of its replications.</param>
/// <param name="Replication">A replication that fails alone: what a replay shows.</param>
/// <param name="Message">What was wrong.</param>
public sealed record CohortFailure(string Arm, long First, int Count, long Replication, string Message);

/// <summary>Cohorts of a run could not be deliberated. The rest of it was.</summary>
public sealed class CohortsFailedException(IReadOnlyList<CohortFailure> failures)
    : Exception(
        $"{failures.Count} {(failures.Count == 1 ? "cohort" : "cohorts")} could not be deliberated; the first: {failures[0].Arm}, replication "
        + $"{failures[0].Replication}: {failures[0].Message}")
{
    /// <summary>Which.</summary>
    public IReadOnlyList<CohortFailure> Failures => failures;
}
