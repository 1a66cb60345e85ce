using Parquet;
using Parquet.Schema;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>Rows as Parquet files, one row group a file.</summary>
internal static class ParquetRows
{
    /// <summary>Writes rows.</summary>
    public static async Task WriteAsync(Stream stream, ColumnValues rows)
    {
        var fields = rows.Columns.Select(Field).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, RowEncoding.For(fields));
        using var group = writer.CreateRowGroup();
        foreach (var (field, column) in fields.Zip(rows.Columns))
        {
            await (column switch
            {
                RunColumn.OfWords => group.WriteAsync(field, rows.Column<string>(column.Name)),
                RunColumn.OfFlags => group.WriteAsync<bool>(field, rows.Column<bool>(column.Name)),
                RunColumn.OfCounts { IsWide: false } =>
                    group.WriteAsync<int>(field, Array.ConvertAll(rows.Column<long>(column.Name), value => checked((int)value))),
                RunColumn.OfCounts => group.WriteAsync<long>(field, rows.Column<long>(column.Name)),
                RunColumn.OfNumbers { MayBeUndefined: true } =>
                    group.WriteAsync<double>(
                        field,
                        Array.ConvertAll(rows.Column<double>(column.Name), value => double.IsNaN(value) ? (double?)null : value)),
                RunColumn.OfNumbers => group.WriteAsync<double>(field, rows.Column<double>(column.Name)),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        group.CompleteValidate();
    }

    /// <summary>Writes the rows of several files into one, a row group each.</summary>
    public static async Task JoinAsync(Stream stream, IEnumerable<string> files)
    {
        ParquetWriter? writer = null;
        try
        {
            foreach (var file in files)
            {
                await using var rows = await OpenAsync(file);
                writer ??= await ParquetWriter.CreateAsync(rows.Schema, stream, RowEncoding.For(rows.Schema.DataFields));
                using var group = writer.CreateRowGroup();
                foreach (var field in rows.Schema.DataFields)
                {
                    await rows.CopyAsync(field, group);
                }

                group.CompleteValidate();
            }
        }
        finally
        {
            if (writer is not null)
            {
                await writer.DisposeAsync();
            }
        }
    }

    /// <summary>Opens a file for reading columns.</summary>
    public static async Task<ParquetColumns> OpenAsync(string path) => new(await ParquetReader.CreateAsync(path));

    /// <summary>Opens what a file holds for reading columns.</summary>
    public static async Task<ParquetColumns> OpenAsync(Stream stream) => new(await ParquetReader.CreateAsync(stream));

    private static DataField Field(RunColumn column) => column switch
    {
        RunColumn.OfWords => new(column.Name, typeof(string), isNullable: false),
        RunColumn.OfFlags => new(column.Name, typeof(bool), isNullable: false),
        RunColumn.OfCounts whole => new(column.Name, whole.IsWide ? typeof(long) : typeof(int), isNullable: false),
        RunColumn.OfNumbers number => new(column.Name, typeof(double), isNullable: number.MayBeUndefined),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A Parquet file of rows, read a column at a time.</summary>
internal sealed class ParquetColumns(ParquetReader reader) : IAsyncDisposable
{
    private readonly ParquetRowGroupReader _group = reader.OpenRowGroupReader(0);

    /// <summary>Number of rows.</summary>
    public int Rows => (int)_group.RowCount;

    /// <summary>The columns.</summary>
    public ParquetSchema Schema => reader.Schema;

    /// <summary>A column of numbers; NaN where undefined. Whole numbers and flags are numbers too.</summary>
    public async Task<double[]> NumbersAsync(string name)
    {
        var field = reader.Schema.FindDataField(name);
        if (field.ClrType == typeof(int))
        {
            return Array.ConvertAll(await ReadAsync<int>(field), value => (double)value);
        }

        if (field.ClrType == typeof(long))
        {
            return Array.ConvertAll(await ReadAsync<long>(field), value => (double)value);
        }

        if (field.ClrType == typeof(bool))
        {
            return Array.ConvertAll(await ReadAsync<bool>(field), value => value ? 1.0 : 0.0);
        }

        if (!field.IsNullable)
        {
            return await ReadAsync<double>(field);
        }

        var values = new double?[Rows];
        await _group.ReadAsync<double>(field, values.AsMemory());
        return Array.ConvertAll(values, value => value ?? double.NaN);
    }

    /// <summary>A column as text: numbers in the shortest form that reads back as the same number, empty where undefined.</summary>
    public async Task<string[]> TextsAsync(string name)
    {
        var field = reader.Schema.FindDataField(name);
        if (IsText(field))
        {
            var texts = new string?[Rows];
            await _group.ReadAsync(field, texts.AsMemory());
            return Array.ConvertAll(texts, text => text ?? "");
        }

        return field.ClrType == typeof(bool)
            ? Array.ConvertAll(await ReadAsync<bool>(field), value => value ? "true" : "false")
            : Array.ConvertAll(
                await NumbersAsync(name), value => double.IsNaN(value) ? "" : value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>A column of words as it is stored, which is faster than as texts where there are many different ones.</summary>
    public async Task<ReadOnlyMemory<char>[]> LettersAsync(string name)
    {
        var letters = new ReadOnlyMemory<char>[Rows];
        await _group.ReadRawAsync<ReadOnlyMemory<char>>(
            reader.Schema.FindDataField(name), letters.AsMemory(), definitionLevels: null, repetitionLevels: null);
        return letters;
    }

    /// <summary>Copies a column into a row group.</summary>
    public async Task CopyAsync(DataField field, ParquetRowGroupWriter group)
    {
        await (field switch
        {
            _ when IsText(field) => group.WriteAsync(field, await TextsAsync(field.Name)),
            { ClrType: var type } when type == typeof(bool) => group.WriteAsync<bool>(field, await ReadAsync<bool>(field)),
            { ClrType: var type } when type == typeof(int) => group.WriteAsync<int>(field, await ReadAsync<int>(field)),
            { ClrType: var type } when type == typeof(long) => group.WriteAsync<long>(field, await ReadAsync<long>(field)),
            { IsNullable: true } => group.WriteAsync<double>(
                field, Array.ConvertAll(await NumbersAsync(field.Name), value => double.IsNaN(value) ? (double?)null : value)),
            _ => group.WriteAsync<double>(field, await ReadAsync<double>(field)),
        });
    }

    public ValueTask DisposeAsync()
    {
        _group.Dispose();
        return reader.DisposeAsync();
    }

    // The library has more than one type for text.
    private static bool IsText(DataField field) =>
        field.ClrType != typeof(bool)
        && field.ClrType != typeof(int)
        && field.ClrType != typeof(long)
        && field.ClrType != typeof(double);

    private async Task<T[]> ReadAsync<T>(DataField field)
        where T : struct
    {
        var values = new T[Rows];
        await _group.ReadAsync<T>(field, values.AsMemory());
        return values;
    }
}
