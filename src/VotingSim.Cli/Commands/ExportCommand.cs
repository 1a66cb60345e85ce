using Spectre.Console.Cli;
using VotingSim.Experiments.Store;

namespace VotingSim.Cli.Commands;

internal enum ExportFormat
{
    Csv,
    Parquet,
    DuckDb,
}

internal sealed class ExportCommand : AsyncCommand<ExportCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<results-dir>"), Description("The folder of a run.")]
        public required string Folder { get; init; }

        [CommandOption("--to <FORMAT>", isRequired: true), Description("csv, parquet (one file) or duckdb (a script that loads the rows).")]
        public required ExportFormat To { get; init; }

        [CommandOption("--out <PATH>"), Description("The file to write. Default: runs.csv, runs.parquet or runs.duckdb.sql in the folder.")]
        public string? Out { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var (plan, folder) = await StoredRun.OpenFinishedAsync(options.Folder, cancellationToken);
        var path = Path.GetFullPath(options.Out ?? Path.Combine(folder.Path, options.To switch
        {
            ExportFormat.Csv => "runs.csv",
            ExportFormat.Parquet => "runs.parquet",
            _ => "runs.duckdb.sql",
        }));
        await StoredRun.WriteAsync(path, () => RunProgressBar.ShowAsync(
            Terminal.IsWatched,
            progress => options.To switch
            {
                ExportFormat.Csv => RowsExport.ToCsvAsync(plan, folder, path, progress),
                ExportFormat.Parquet => RowsExport.ToParquetAsync(plan, folder, path, progress),
                _ => RowsExport.ToDuckDbScriptAsync(folder, path),
            },
            "writing rows"));
        Console.Out.WriteLine(path);
        return ExitCode.Done;
    }
}
