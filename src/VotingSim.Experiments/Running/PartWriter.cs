using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Experiments.Running;

/// <summary>Commits the rows of whole parts, and the traces of the first part of an arm.</summary>
internal sealed class PartWriter(ExperimentPlan plan, ResultsFolder folder, int traced)
{
    private readonly RunSchema _schema = new(plan);

    /// <summary>Commits a part, with its cohorts in order.</summary>
    public async Task CommitAsync(RunPart part, IReadOnlyList<CohortResult> cohorts)
    {
        if (part.Index == 0 && traced > 0)
        {
            await TraceFile.CommitAsync(folder, part.Arm, [.. cohorts.SelectMany(cohort => cohort.Traces)]);
        }

        await folder.CommitAsync(part, _schema, cohorts, plan.Fingerprint);
        RunTelemetry.Parts.Add(1);
    }
}
