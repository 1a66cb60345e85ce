using System.Collections.Immutable;

namespace VotingSim.Experiments.Plan;

/// <summary>How the rows of an experiment are cut into parts.</summary>
/// <remarks>
/// An arm is cut every <see cref="RunPart.Rows"/> rows, and at the ends of batches. Where an arm has few rows, consecutive arms share a part, rules
/// that are compared with one another the same one if they fit: a thousand small files cost more than their rows.
/// </remarks>
public sealed class RunLayout
{
    /// <summary>Arms of up to so many replications share parts.</summary>
    public const int FewReplications = 1 << 12;

    private readonly Dictionary<int, (RunPart Part, int Offset)[]> _places = [];

    private RunLayout(ImmutableArray<RunPart> parts)
    {
        Parts = parts;
        foreach (var arm in parts.SelectMany(Places).GroupBy(place => place.Slice.Arm.Index))
        {
            _places[arm.Key] = [.. arm.Select(place => (place.Part, place.Offset))];
        }
    }

    /// <summary>All parts, in the order of their files.</summary>
    public ImmutableArray<RunPart> Parts { get; }

    /// <summary>The layout of an experiment's rows.</summary>
    /// <param name="plan">The experiment, with the replications that are to be, or were, run.</param>
    /// <param name="isShared">Whether arms may share parts. Default: yes; versions before wrote a file for every arm.</param>
    public static RunLayout Of(ExperimentPlan plan, bool isShared = true)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var together = isShared && IsShared(plan) ? ArmsOfPart(plan) : 0;
        return new(
        [
            .. together > 0
                ? plan.Arms.GroupBy(arm => arm.Index / together)
                    .Select(arms => new RunPart([.. arms.Select(arm => new RunSlice(arm, 0, 0, (int)plan.Replications))], IsShared: true))
                : plan.Arms.SelectMany(arm => Slices(plan, arm).Select(slice => new RunPart([slice], IsShared: false))),
        ]);
    }

    /// <summary>Number of slices of an arm.</summary>
    public int CountOf(Arm arm) => _places[arm.Index].Length;

    /// <summary>The slices of one arm, in order. No slice belongs to two batches.</summary>
    public IEnumerable<RunSlice> SlicesOf(Arm arm) => Enumerable.Range(0, CountOf(arm)).Select(index => SliceOf(arm, index));

    /// <summary>A slice of an arm, by its place within the arm.</summary>
    public RunSlice SliceOf(Arm arm, int index)
    {
        var (part, offset) = PlaceOf(arm, index);
        return part.Slices.Length == 1 ? part.Slices[0] : part.Slices[offset / part.Slices[0].Count];
    }

    /// <summary>The part that holds a slice, and the rows of it that come before the slice.</summary>
    public (RunPart Part, int Offset) PlaceOf(Arm arm, int index) => _places[arm.Index][index];

    // Where a run may end early, it is not known how many rows an arm will have.
    private static bool IsShared(ExperimentPlan plan) =>
        !plan.IsCampaign && plan.Until is null && plan.Replications <= FewReplications && plan.Arms.Length > 1;

    // A whole number of design points, if one fits.
    private static int ArmsOfPart(ExperimentPlan plan)
    {
        var (most, rules) = ((int)(RunPart.Rows / plan.Replications), plan.Arms.Count(arm => arm.Baseline == plan.Arms[0].Baseline));
        return most >= rules ? most / rules * rules : most;
    }

    private static IEnumerable<RunSlice> Slices(ExperimentPlan plan, Arm arm)
    {
        var index = 0;
        var most = plan.IsCampaign ? RunPart.Campaigns : RunPart.Rows;
        foreach (var batch in RunBatch.Of(plan))
        {
            for (var first = batch.First; first < batch.End; first += most)
            {
                yield return new(arm, index++, first, (int)Math.Min(most, batch.End - first));
            }
        }
    }

    private static IEnumerable<(RunPart Part, RunSlice Slice, int Offset)> Places(RunPart part)
    {
        var offset = 0;
        foreach (var slice in part.Slices)
        {
            yield return (part, slice, offset);
            offset += slice.Count;
        }
    }
}
