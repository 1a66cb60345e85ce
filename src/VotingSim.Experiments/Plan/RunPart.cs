using VotingSim.Cohorts;

namespace VotingSim.Experiments.Plan;

/// <summary>A run of consecutive rows of one arm: what is written, and committed, at once.</summary>
/// <remarks>Parts are cut at the same replications whatever the cohort size, so that the files do not depend on it.</remarks>
/// <param name="Arm">The arm.</param>
/// <param name="Index">Place of the part within its arm, from 0.</param>
/// <param name="First">Index of the first replication.</param>
/// <param name="Count">Number of replications.</param>
public sealed record RunPart(Arm Arm, int Index, long First, int Count)
{
    /// <summary>Rows of a part; the last of an arm has what remains.</summary>
    public const int Rows = 1 << 16;

    /// <summary>Name of the part's file. By name, files are in order of arm, then replication.</summary>
    public string FileName => $"{Arm.Index:00000}-{Arm.Id}-{Index:00000}.parquet";

    /// <summary>All parts of an experiment, in order.</summary>
    public static IEnumerable<RunPart> Of(ExperimentPlan plan) => plan.Arms.SelectMany(arm => Of(plan, arm));

    /// <summary>The parts of one arm, in order. No part belongs to two batches.</summary>
    public static IEnumerable<RunPart> Of(ExperimentPlan plan, Arm arm)
    {
        var index = 0;
        foreach (var batch in RunBatch.Of(plan))
        {
            for (var first = batch.First; first < batch.End; first += Rows)
            {
                yield return new(arm, index++, first, (int)Math.Min(Rows, batch.End - first));
            }
        }
    }

    /// <summary>The cohorts that the part is deliberated in.</summary>
    public IEnumerable<Cohort> Cohorts(int size)
    {
        for (var offset = 0; offset < Count; offset += size)
        {
            yield return new((uint)(First + offset), Math.Min(size, Count - offset));
        }
    }
}
