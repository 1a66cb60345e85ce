using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>The stored rows of a run, slice by slice. A part that several arms share is read once for all of them.</summary>
/// <param name="plan">The experiment, with the replications that were run.</param>
/// <param name="folder">Where its rows are.</param>
internal sealed class StoredRows(ExperimentPlan plan, ResultsFolder folder) : IRunRows
{
    // Readers go through arms in order, some side by side.
    private static readonly int MostShared = 4 + (2 * Environment.ProcessorCount);

    private readonly LinkedList<(string File, Task<SharedPart> Part)> _shared = [];

    public RunLayout Layout { get; } = folder.LayoutOf(plan);

    public async Task<ArmColumns> OpenAsync(Arm arm, int index)
    {
        var (part, offset) = Layout.PlaceOf(arm, index);
        var path = folder.RowsOf(part);
        if (part.Slices.Length == 1)
        {
            return new WholeFile(await ParquetRows.OpenAsync(path));
        }

        return new SharedSlice(await Shared(path), offset, Layout.SliceOf(arm, index).Count);
    }

    private Task<SharedPart> Shared(string path)
    {
        lock (_shared)
        {
            for (var node = _shared.First; node is not null; node = node.Next)
            {
                if (node.Value.File == path)
                {
                    _shared.Remove(node);
                    _shared.AddFirst(node);
                    return node.Value.Part;
                }
            }

            // What nobody uses any more is left to the collector: it is memory, and no open file.
            if (_shared.Count >= MostShared)
            {
                _shared.RemoveLast();
            }

            return _shared.AddFirst((path, SharedPart.ReadAsync(path))).Value.Part;
        }
    }

    private sealed class WholeFile(ParquetColumns file) : ArmColumns
    {
        public override int Rows => file.Rows;

        public override Task<double[]> NumbersAsync(string name) => file.NumbersAsync(name);

        public override Task<ReadOnlyMemory<char>[]> LettersAsync(string name) => file.LettersAsync(name);

        public override ValueTask DisposeAsync() => file.DisposeAsync();
    }

    private sealed class SharedSlice(SharedPart part, int offset, int rows) : ArmColumns
    {
        public override int Rows => rows;

        public override async Task<double[]> NumbersAsync(string name) => (await part.NumbersAsync(name))[offset..(offset + rows)];

        public override async Task<ReadOnlyMemory<char>[]> LettersAsync(string name) => (await part.LettersAsync(name))[offset..(offset + rows)];

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
