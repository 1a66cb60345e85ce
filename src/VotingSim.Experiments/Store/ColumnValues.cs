using System.Collections.Immutable;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>Rows in memory, column by column, as they go into a file.</summary>
/// <param name="columns">What the columns are.</param>
/// <param name="values">Their values, by name.</param>
internal class ColumnValues(ImmutableArray<RunColumn> columns, IReadOnlyDictionary<string, Array> values)
{
    /// <summary>What the columns are.</summary>
    public ImmutableArray<RunColumn> Columns => columns;

    /// <summary>Number of rows.</summary>
    public int Rows => values[columns[0].Name].Length;

    /// <summary>A column: texts, truth values, whole numbers or numbers.</summary>
    public T[] Column<T>(string name) => (T[])values[name];

    /// <summary>A column, whatever it holds.</summary>
    public Array Column(string name) => values[name];
}
