using Parquet;
using Parquet.Schema;

namespace VotingSim.Experiments.Store;

/// <summary>A Parquet file that is written some rows at a time: words, whole numbers, and numbers that may be undefined.</summary>
internal sealed class ParquetTable : IAsyncDisposable
{
    private readonly ParquetWriter _writer;
    private readonly DataField[] _fields;

    private ParquetTable(ParquetWriter writer, DataField[] fields) => (_writer, _fields) = (writer, fields);

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="columns">Names and types of the columns: text, 64-bit whole numbers or doubles.</param>
    public static async Task<ParquetTable> CreateAsync(Stream stream, IEnumerable<(string Name, Type Type)> columns)
    {
        DataField[] fields = [.. columns.Select(column => new DataField(column.Name, column.Type, isNullable: column.Type == typeof(double)))];
        return new(await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, RowEncoding.For(fields)), fields);
    }

    /// <summary>Writes rows as a row group.</summary>
    /// <param name="columns">The values of each column, all of one length. NaN is undefined.</param>
    public async Task WriteAsync(IReadOnlyList<Array> columns)
    {
        using var group = _writer.CreateRowGroup();
        foreach (var (field, values) in _fields.Zip(columns))
        {
            await (values switch
            {
                string[] words => group.WriteAsync(field, words),
                long[] counts => group.WriteAsync<long>(field, counts),
                double[] numbers => group.WriteAsync<double>(
                    field, Array.ConvertAll(numbers, value => double.IsFinite(value) ? value : (double?)null)),
                _ => throw new ArgumentException($"The column '{field.Name}' is of a type that is not written.", nameof(columns)),
            });
        }

        group.CompleteValidate();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
