using System.Collections.Concurrent;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis;

/// <summary>The rows of a run for those who go through some columns once more: as far as there is room for them those columns are kept as they
/// come in, and all others are read from the files.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="stored">The files.</param>
internal sealed class RecentRows(ExperimentPlan plan, IRunRows stored) : IRunRows
{
    // 64 MB, whatever the number of replications.
    private const long MostNumbers = 1 << 23;

    private readonly ConcurrentDictionary<(int Arm, int Slice), Dictionary<string, double[]>> _kept = new();
    private readonly string[] _uncertain = [.. RunSchema.UncertainParameters(plan)];
    private long _numbers;

    public RunLayout Layout => stored.Layout;

    /// <summary>Keeps of a slice when it decided, and the parameters of the first worlds.</summary>
    public async Task KeepAsync(RunSlice slice, ArmColumns rows)
    {
        string[] wanted = ["days", "decided", .. slice.First < WorldDrivers.MostWorlds ? _uncertain : []];
        if (Interlocked.Add(ref _numbers, wanted.LongLength * rows.Rows) > MostNumbers)
        {
            Interlocked.Add(ref _numbers, -wanted.LongLength * rows.Rows);
            return;
        }

        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var name in wanted)
        {
            columns[name] = await rows.NumbersAsync(name);
        }

        _kept[(slice.Arm.Index, slice.Index)] = columns;
    }

    public async Task<ArmColumns> OpenAsync(Arm arm, int index) => _kept.TryGetValue((arm.Index, index), out var columns)
        ? new Kept(columns, columns["days"].Length, () => stored.OpenAsync(arm, index))
        : await stored.OpenAsync(arm, index);

    private sealed class Kept(Dictionary<string, double[]> columns, int rows, Func<Task<ArmColumns>> open) : ArmColumns
    {
        private ArmColumns? _stored;

        public override int Rows => rows;

        public override async Task<double[]> NumbersAsync(string name) =>
            columns.TryGetValue(name, out var column) ? column : await (await StoredAsync()).NumbersAsync(name);

        public override async Task<ReadOnlyMemory<char>[]> LettersAsync(string name) => await (await StoredAsync()).LettersAsync(name);

        public override ValueTask DisposeAsync() => _stored is { } stored ? stored.DisposeAsync() : ValueTask.CompletedTask;

        private async Task<ArmColumns> StoredAsync() => _stored ??= await open();
    }
}
