using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis;

/// <summary>The rows of a run on their way to its summary: counted as they are committed, or from the files where they were committed before.
/// The summary is the same to the last byte either way.</summary>
internal sealed class RunTally : ICommittedRows
{
    private readonly ExperimentPlan _plan;
    private readonly ResultsFolder _folder;
    private readonly HashSet<string> _found;
    private readonly StoredRows _stored;
    private readonly RecentRows _recent;
    private readonly GroupProgress[] _groups;
    private readonly GroupSummary?[] _summaries;
    private readonly Dictionary<int, int> _groupOf = [];
    private readonly PowerOfArms _powers = new();
    private readonly PooledWorlds _pooled;

    /// <summary>Prepares for the rows of a run.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">Its folder. What was committed in it before is read when its turn comes.</param>
    public RunTally(ExperimentPlan plan, ResultsFolder folder)
    {
        (_plan, _folder, _stored) = (plan, folder, new(plan, folder));
        (_recent, _pooled) = (new(plan, _stored), new(plan));
        _found = [.. _stored.Layout.Parts.Where(folder.Has).Select(part => part.FileName)];
        var (schema, resolution) = (new RunSchema(plan), WorldMeasure.DayResolution(plan.Arms));
        _groups = [.. ArmGroup.Of(plan).Select(group => new GroupProgress(group, of => new(of, schema, resolution)))];
        _summaries = new GroupSummary?[_groups.Length];
        foreach (var (index, progress) in _groups.Index())
        {
            foreach (var arm in progress.Group.Arms)
            {
                _groupOf[arm.Index] = index;
            }
        }
    }

    /// <summary>Takes in the rows of a part.</summary>
    public async Task AddAsync(PartRows rows)
    {
        for (var index = 0; index < rows.Part.Slices.Length; index++)
        {
            var (slice, columns) = (rows.Part.Slices[index], rows.Of(index));
            await _recent.KeepAsync(slice, columns);
            var group = _groupOf[slice.Arm.Index];
            var isLast = await _groups[group].AddAsync(
                slice, columns, (arm, place) => _found.Contains(_stored.Layout.PlaceOf(arm, place).Part.FileName), _stored);

            // Where a run may end early, it is not known which slice is the last.
            if (isLast is { } tally && _plan.Until is null)
            {
                _summaries[group] = GroupSummary.Of(_groups[group].Group, _powers, tally, _pooled);
            }
        }
    }

    /// <summary>The summary, when all rows are committed.</summary>
    /// <param name="end">The plan, with the replications that were run.</param>
    /// <param name="progress">Told of the rows that are counted.</param>
    public async Task<Summary> FinishAsync(ExperimentPlan end, IProgress<RunProgress>? progress = null)
    {
        IRunRows stored = end.Replications == _plan.Replications ? _recent : new StoredRows(end, _folder);
        var (done, total) = (0L, end.Replications * end.Arms.Length);
        await Parallel.ForEachAsync(Enumerable.Range(0, _groups.Length), async (index, _) =>
        {
            _summaries[index] ??= GroupSummary.Of(_groups[index].Group, _powers, await _groups[index].FinishAsync(stored, Count), _pooled);
        });
        GroupSummary[] read = [.. _summaries.OfType<GroupSummary>()];
        ImmutableArray<ArmSummary> arms = [.. read.SelectMany(group => group.Arms)];
        var crises = arms.GroupBy(arm => arm.Arm.Crisis).Select(crisis => crisis.ToImmutableArray()).ToArray();
        var models = new HazardModel?[crises.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, crises.Length), async (index, _) => models[index] = await HazardReader.ReadAsync(end, crises[index], stored));
        var contrasts = await _pooled.SummarizeAsync(arms, end, stored);
        return new()
        {
            Headline = Headline.Of(end, contrasts),
            Contrasts = contrasts,
            Arms = arms,
            Comparisons = HolmOfLists.Correct(read.SelectMany(group => group.Comparisons)),
            Pairwise = HolmOfLists.Correct(read.SelectMany(group => group.Pairwise)),
            Frontiers = [.. read.SelectMany(group => group.Frontiers)],
            Cox = [.. models.OfType<HazardModel>()],
        };

        void Count(long rows) => progress?.Report(new(Interlocked.Add(ref done, rows), 0, total));
    }
}
