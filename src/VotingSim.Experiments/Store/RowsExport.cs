using VotingSim.Experiments.Plan;
using nietras.SeparatedValues;

namespace VotingSim.Experiments.Store;

/// <summary>The rows of a run in other formats, read from the stored parts in order.</summary>
public static class RowsExport
{
    /// <summary>All rows as one CSV file: comma, point, header, empty where undefined.</summary>
    public static Task ToCsvAsync(
        ExperimentPlan plan, ResultsFolder folder, string path, IProgress<RunProgress>? progress = null) => ResultsFolder.CommitAsync(path, async stream =>
    {
        var (done, total) = (0L, plan.Replications * plan.Arms.Length);
        var names = new RunSchema(plan).Columns.Select(column => column.Name).ToArray();
        await using var text = new StreamWriter(stream, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).To(text, leaveOpen: true);
        foreach (var part in folder.LayoutOf(plan).Parts)
        {
            await using var rows = await ParquetRows.OpenAsync(folder.RowsOf(part));
            var columns = new string[names.Length][];
            for (var column = 0; column < names.Length; column++)
            {
                columns[column] = await rows.TextsAsync(names[column]);
            }

            Write(table, names, columns, rows.Rows);
            progress?.Report(new(done += rows.Rows, 0, total));
        }
    });

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

    /// <summary>A script that loads the rows into a table of a DuckDB database: <c>duckdb runs.duckdb &lt; runs.duckdb.sql</c>.</summary>
    public static Task ToDuckDbScriptAsync(ResultsFolder folder, string path) => ResultsFolder.CommitAsync(path, async stream =>
    {
        var files = Path.Combine(folder.Runs, "*.parquet").Replace("'", "''", StringComparison.Ordinal);
        await using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync("-- The rows of a run as a table. Load it with: duckdb runs.duckdb < (this file)");
        await text.WriteLineAsync($"CREATE OR REPLACE TABLE runs AS SELECT * FROM read_parquet('{files}');");
    });

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
