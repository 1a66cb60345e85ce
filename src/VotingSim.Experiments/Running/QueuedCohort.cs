using VotingSim.Cohorts;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Running;

/// <summary>A cohort of a part on its way through the queue.</summary>
internal sealed class QueuedCohort(PartAssembly assembly, int index, Arm arm, Cohort cohort)
{
    /// <summary>The part that it belongs to.</summary>
    public PartAssembly Assembly => assembly;

    /// <summary>Its place in the part.</summary>
    public int Index => index;

    /// <summary>Its arm.</summary>
    public Arm Arm => arm;

    /// <summary>The replications.</summary>
    public Cohort Cohort => cohort;

    /// <summary>How often its deliberation failed.</summary>
    public int Failures { get; set; }

    /// <summary>The site where it failed last.</summary>
    public string? FailedAt { get; set; }
}
