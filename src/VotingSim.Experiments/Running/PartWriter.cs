using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Experiments.Running;

/// <summary>Commits the rows of whole parts, and the traces of the first slice of an arm.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="folder">Where they go.</param>
/// <param name="traced">Replications of each arm that are traced.</param>
/// <param name="committed">Told of what was committed; null for nobody.</param>
internal sealed class PartWriter(ExperimentPlan plan, ResultsFolder folder, int traced, ICommittedRows? committed)
{
    private readonly RunSchema _schema = new(plan);

    /// <summary>Commits a part, with its cohorts in order.</summary>
    public Task CommitAsync(RunPart part, IReadOnlyList<CohortOutcome> cohorts) => plan.IsCampaign
        ? CommitAsync(part, [.. cohorts.Select(cohort => cohort.Campaigns!)])
        : CommitAsync(part, [.. cohorts.Select(cohort => cohort.Single!)]);

    private async Task CommitAsync(RunPart part, CampaignResult[] cohorts)
    {
        var arm = part.Slices[0].Arm;
        await folder.CommitAsync(part, MatterRows.Of(_schema, arm, cohorts), plan.Fingerprint, YearRows.Of(plan, arm, cohorts));
        RunTelemetry.Parts.Add(1);
    }

    private async Task CommitAsync(RunPart part, CohortResult[] cohorts)
    {
        var next = 0;
        foreach (var slice in part.Slices.Where(_ => traced > 0))
        {
            var (first, left) = (next, slice.Count);
            for (; left > 0; next++)
            {
                left -= cohorts[next].Cohort.Count;
            }

            if (slice.Index == 0)
            {
                await TraceFile.CommitAsync(folder, slice.Arm, [.. cohorts.Skip(first).Take(next - first).SelectMany(cohort => cohort.Traces)]);
            }
        }

        var rows = new PartRows(_schema, part, cohorts);
        await folder.CommitAsync(part, rows, plan.Fingerprint);
        RunTelemetry.Parts.Add(1);
        if (committed is not null)
        {
            await committed.AddAsync(rows);
        }
    }
}
