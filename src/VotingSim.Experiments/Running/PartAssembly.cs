using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Running;

/// <summary>The cohorts of a part as they come in.</summary>
internal sealed class PartAssembly(RunPart part, int cohorts)
{
    private volatile CohortOutcome[]? _results = new CohortOutcome[cohorts];
    private int _missing = cohorts;

    public RunPart Part => part;

    /// <summary>Whether one of its cohorts failed for good, so that the part cannot be committed.</summary>
    public bool HasFailed => _results is null;

    /// <summary>Takes a cohort; returns all of them, in order, with the last that was missing.</summary>
    public CohortOutcome[]? Complete(int index, CohortOutcome result)
    {
        if (_results is not { } results)
        {
            return null;
        }

        results[index] = result;
        return Interlocked.Decrement(ref _missing) == 0 ? results : null;
    }

    /// <summary>Gives the part up.</summary>
    public void Fail() => _results = null;
}
