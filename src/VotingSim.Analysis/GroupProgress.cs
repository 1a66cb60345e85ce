using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis;

/// <summary>How far the rows of a group have been counted: slice after slice, in the order of replications, each with all its arms.</summary>
/// <param name="group">The group.</param>
/// <param name="prepare">Prepares its tally, when the first rows come.</param>
internal sealed class GroupProgress(ArmGroup group, Func<ArmGroup, GroupTally> prepare)
{
    private readonly Dictionary<(int Slice, int Arm), ArmColumns> _waiting = [];
    private GroupTally? _tally;
    private Task _last = Task.CompletedTask;
    private int _next;
    private bool _isBehind;

    /// <summary>The group.</summary>
    public ArmGroup Group => group;

    // What waits for a slice that may never come is read again instead: more than the tables can have under way.
    private int MostWaiting => (4 + Environment.ProcessorCount) * group.Arms.Length;

    /// <summary>Takes in a slice of one of the arms, and counts as far as all arms are there.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="wasFound">Whether a slice was committed before, and can be read.</param>
    /// <param name="stored">Where it can be read.</param>
    /// <returns>The tally once all slices are counted, and no more can come; otherwise null.</returns>
    public Task<GroupTally?> AddAsync(RunSlice slice, ArmColumns rows, Func<Arm, int, bool> wasFound, IRunRows stored)
    {
        // One slice after the other, in whatever order they come.
        lock (_waiting)
        {
            var added = AfterAsync(_last);
            _last = added;
            return added;
        }

        async Task<GroupTally?> AfterAsync(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            return await CountedAsync(slice, rows, wasFound, stored);
        }
    }

    /// <summary>Counts what is left, from the files where it is not there.</summary>
    /// <param name="stored">The files.</param>
    /// <param name="counted">Told of the rows of every slice.</param>
    public async Task<GroupTally> FinishAsync(IRunRows stored, Action<long> counted)
    {
        for (var slice = 0; slice < stored.Layout.CountOf(group.Baseline); slice++)
        {
            if (slice == _next)
            {
                await CountAsync(stored);
            }

            counted((long)stored.Layout.SliceOf(group.Baseline, slice).Count * group.Arms.Length);
        }

        return Take();
    }

    private async Task<GroupTally?> CountedAsync(RunSlice slice, ArmColumns rows, Func<Arm, int, bool> wasFound, IRunRows stored)
    {
        if (_isBehind)
        {
            return null;
        }

        _waiting[(slice.Index, PlaceOf(slice.Arm))] = rows;
        while (_next < stored.Layout.CountOf(group.Baseline)
            && Enumerable.Range(0, group.Arms.Length).All(arm => _waiting.ContainsKey((_next, arm)) || wasFound(group.Arms[arm], _next)))
        {
            await CountAsync(stored);
        }

        if (_waiting.Count > MostWaiting)
        {
            _waiting.Clear();
            _isBehind = true;
        }

        return _next == stored.Layout.CountOf(group.Baseline) ? Take() : null;
    }

    private GroupTally Take()
    {
        var tally = _tally ?? prepare(group);
        _tally = null;
        return tally;
    }

    private int PlaceOf(Arm arm) => group.Arms.TakeWhile(other => other.Index != arm.Index).Count();

    private async Task CountAsync(IRunRows stored)
    {
        var rows = new ArmColumns[group.Arms.Length];
        try
        {
            for (var arm = 0; arm < rows.Length; arm++)
            {
                rows[arm] = _waiting.Remove((_next, arm), out var there) ? there : await stored.OpenAsync(group.Arms[arm], _next);
            }

            await (_tally ??= prepare(group)).AddAsync(rows);
            _next++;
        }
        finally
        {
            foreach (var open in rows.Where(open => open is not null))
            {
                await open.DisposeAsync();
            }
        }
    }
}
