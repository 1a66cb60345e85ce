using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;

namespace VotingSim.Cli.Documents;

/// <summary>What <c>run --plan --format json</c> writes: what a run would be.</summary>
internal sealed record PlanDocument(
    string Experiment,
    int Arms,
    long Replications,
    long Rows,
    long Cohorts,
    long Parts,
    long Bytes,
    double Seconds,
    long? FreeBytes,
    PlanSampleDocument Sample)
{
    public static PlanDocument Of(ExperimentPlan plan, RunEstimate estimate, long? freeBytes) => new(
        plan.Name,
        estimate.Arms,
        plan.Replications,
        estimate.Rows,
        estimate.Cohorts,
        estimate.Parts,
        estimate.Bytes,
        estimate.Time.TotalSeconds,
        freeBytes,
        new(estimate.SampledRows, estimate.SampledTime.TotalSeconds));
}
