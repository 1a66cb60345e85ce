using VotingSim.Experiments.Plan;
using nietras.SeparatedValues;

namespace VotingSim.Experiments.Store;

/// <summary>The rows of a run in other formats, read from the stored parts in order.</summary>
public static class RowsExport
{
    /// <summary>All rows as one CSV file: comma, point, header, empty where undefined.</summary>
    public static Task ToCsvAsync(ExperimentPlan plan, ResultsFolder folder, string path, IProgress<RunProgress>? progress = null) =>
        ResultsFolder.CommitAsync(path, stream => WriteTableAsync(plan, folder, stream, progress));

    /// <summary>All years of campaigns as one CSV file likewise.</summary>
    public static Task YearsToCsvAsync(ExperimentPlan plan, ResultsFolder folder, string path) => ResultsFolder.CommitAsync(
        path, stream => WriteTableAsync(stream, [.. YearColumns.Of(plan).Select(column => column.Name)], FilesOfYears(plan, folder), _ => { }));

    /// <summary>All years of campaigns as one Parquet file.</summary>
    public static Task YearsToParquetAsync(ExperimentPlan plan, ResultsFolder folder, string path) =>
        ResultsFolder.CommitAsync(path, stream => ParquetRows.JoinAsync(stream, FilesOfYears(plan, folder)));

    /// <summary>All rows as one Parquet file with a row group per part.</summary>
    public static Task ToParquetAsync(ExperimentPlan plan, ResultsFolder folder, string path, IProgress<RunProgress>? progress = null)
    {
        var (done, total) = (0L, plan.Replications * plan.Arms.Length);
        return ResultsFolder.CommitAsync(path, stream => ParquetRows.JoinAsync(stream, folder.LayoutOf(plan).Parts.Select(part =>
        {
            progress?.Report(new(done, 0, total));
            done += part.Count;
            return folder.RowsOf(part);
        })));
    }

    /// <summary>A script that loads the rows, and of campaigns the years, into tables of a DuckDB database: <c>duckdb runs.duckdb &lt;
    /// runs.duckdb.sql</c>.</summary>
    public static Task ToDuckDbScriptAsync(ResultsFolder folder, string path) => ResultsFolder.CommitAsync(path, async stream =>
    {
        var files = Path.Combine(folder.Runs, "*.parquet").Replace("'", "''", StringComparison.Ordinal);
        await using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync("-- The rows of a run as a table. Load it with: duckdb runs.duckdb < (this file)");
        await text.WriteLineAsync($"CREATE OR REPLACE TABLE runs AS SELECT * FROM read_parquet('{files}');");
        if (Directory.Exists(folder.Years))
        {
            var years = Path.Combine(folder.Years, "*.parquet").Replace("'", "''", StringComparison.Ordinal);
            await text.WriteLineAsync($"CREATE OR REPLACE TABLE years AS SELECT * FROM read_parquet('{years}');");
        }
    });

    private static IEnumerable<string> FilesOfYears(ExperimentPlan plan, ResultsFolder folder) =>
        folder.LayoutOf(plan).Parts.Select(part => Path.Combine(folder.Years, part.FileName));

    private static Task WriteTableAsync(ExperimentPlan plan, ResultsFolder folder, Stream stream, IProgress<RunProgress>? progress)
    {
        var (done, total) = (0L, plan.Replications * plan.Arms.Length);
        return WriteTableAsync(
            stream,
            [.. new RunSchema(plan).Columns.Select(column => column.Name)],
            folder.LayoutOf(plan).Parts.Select(folder.RowsOf),
            rows => progress?.Report(new(done += rows, 0, total)));
    }

    private static async Task WriteTableAsync(Stream stream, string[] names, IEnumerable<string> files, Action<int> written)
    {
        await using var text = new StreamWriter(stream, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).To(text, leaveOpen: true);
        foreach (var file in files)
        {
            await using var rows = await ParquetRows.OpenAsync(file);
            var columns = new string[names.Length][];
            for (var column = 0; column < names.Length; column++)
            {
                columns[column] = await rows.TextsAsync(names[column]);
            }

            Write(table, names, columns, rows.Rows);
            written(rows.Rows);
        }
    }

    private static void Write(SepWriter table, string[] names, string[][] columns, int rows)
    {
        for (var index = 0; index < rows; index++)
        {
            using var row = table.NewRow();
            for (var column = 0; column < names.Length; column++)
            {
                row[names[column]].Set(columns[column][index]);
            }
        }
    }
}
