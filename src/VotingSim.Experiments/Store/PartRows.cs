using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>The rows of a part in memory, column by column, as they go into its file; a row per replication, cohort after cohort.</summary>
internal sealed class PartRows : ColumnValues
{
    /// <summary>Makes the columns.</summary>
    /// <param name="schema">The columns of the experiment.</param>
    /// <param name="part">The part.</param>
    /// <param name="cohorts">Its cohorts, in order.</param>
    public PartRows(RunSchema schema, RunPart part, IReadOnlyList<CohortResult> cohorts)
        : base(schema.Columns, ValuesOf(schema, part, cohorts)) => (Schema, Part) = (schema, part);

    /// <summary>What the columns are.</summary>
    public RunSchema Schema { get; }

    /// <summary>The part.</summary>
    public RunPart Part { get; }

    /// <summary>The rows of one of its slices.</summary>
    /// <param name="slice">Place of the slice in the part.</param>
    public ArmColumns Of(int slice) => new InMemory(this, Part.Slices.Take(slice).Sum(before => before.Count), Part.Slices[slice].Count);

    private static Dictionary<string, Array> ValuesOf(RunSchema schema, RunPart part, IReadOnlyList<CohortResult> cohorts)
    {
        var (arms, slice, left) = (new Arm[cohorts.Count], -1, 0);
        for (var index = 0; index < arms.Length; index++)
        {
            left = left > 0 ? left : part.Slices[++slice].Count;
            (arms[index], left) = (part.Slices[slice].Arm, left - cohorts[index].Cohort.Count);
        }

        var values = new Dictionary<string, Array>(StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            values[column.Name] = column switch
            {
                RunColumn.OfWords words => Join(arms, cohorts, words.Values),
                RunColumn.OfFlags flags => Join(arms, cohorts, flags.Values),
                RunColumn.OfCounts counts => Join(arms, cohorts, counts.Values),
                RunColumn.OfNumbers numbers => Join(arms, cohorts, numbers.Values),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return values;
    }

    private static T[] Join<T>(Arm[] arms, IReadOnlyList<CohortResult> cohorts, Func<Arm, CohortResult, T[]> values)
    {
        if (cohorts.Count == 1)
        {
            return values(arms[0], cohorts[0]);
        }

        var joined = new T[cohorts.Sum(cohort => cohort.Cohort.Count)];
        var at = 0;
        for (var index = 0; index < arms.Length; index++)
        {
            values(arms[index], cohorts[index]).CopyTo(joined, at);
            at += cohorts[index].Cohort.Count;
        }

        return joined;
    }

    private sealed class InMemory(PartRows part, int offset, int rows) : ArmColumns
    {
        public override int Rows => rows;

        public override Task<double[]> NumbersAsync(string name) => Task.FromResult(part.Column(name) switch
        {
            double[] numbers => numbers.Length == rows ? numbers : numbers[offset..(offset + rows)],
            long[] counts => Array.ConvertAll(counts[offset..(offset + rows)], count => (double)count),
            bool[] flags => Array.ConvertAll(flags[offset..(offset + rows)], flag => flag ? 1.0 : 0.0),
            _ => throw new ArgumentException($"The column '{name}' is not of numbers.", nameof(name)),
        });

        public override Task<ReadOnlyMemory<char>[]> LettersAsync(string name) =>
            Task.FromResult(Array.ConvertAll(part.Column<string>(name)[offset..(offset + rows)], text => text.AsMemory()));

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
