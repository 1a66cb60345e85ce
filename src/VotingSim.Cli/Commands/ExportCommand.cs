using Spectre.Console.Cli;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Report;

namespace VotingSim.Cli.Commands;

internal enum ExportFormat
{
    Csv,
    Parquet,
    DuckDb,
    Stata,
    Spss,
    R,
}

internal sealed class ExportCommand : AsyncCommand<ExportCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<results-dir>"), Description("The folder of a run.")]
        public required string Folder { get; init; }

        [CommandOption("--to <FORMAT>"), Description("csv, parquet (one file), duckdb (a script that loads the rows), or stata, spss, r: csv with a "
            + "script that loads it and labels every column.")]
        public ExportFormat? To { get; init; }

        [CommandOption("--out <PATH>"), Description("The file to write. Default: runs.csv, runs.parquet, runs.duckdb.sql, or runs.do, runs.sps, "
            + "runs.R beside runs.csv, in the folder.")]
        public string? Out { get; init; }

        [CommandOption("--bundle <ZIP>"), Description("Write all of the run as one archive: configuration, rows, figures, codebook, commands.")]
        public string? Bundle { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        if (options.To is null && options.Bundle is null)
        {
            throw new BadInputException("There is nothing to export; expected --to csv, parquet, duckdb, stata, spss or r, or --bundle run.zip.");
        }

        var (plan, folder) = await StoredRun.OpenFinishedAsync(options.Folder, cancellationToken);
        if (options.To is { } format)
        {
            var path = Path.GetFullPath(options.Out ?? Path.Combine(folder.Path, format switch
            {
                ExportFormat.Csv => "runs.csv",
                ExportFormat.Parquet => "runs.parquet",
                ExportFormat.DuckDb => "runs.duckdb.sql",
                ExportFormat.Stata => "runs.do",
                ExportFormat.Spss => "runs.sps",
                _ => "runs.R",
            }));
            await StoredRun.WriteAsync(path, () => RunProgressBar.ShowAsync(
                isShown: true, progress => WriteAsync(plan, folder, format, path, progress), "writing rows"));
        }

        if (options.Bundle is { } bundle)
        {
            var path = Path.GetFullPath(bundle);
            await StoredRun.WriteAsync(path, () => RunBundle.CommitAsync(plan, folder, path));
            await Terminal.ShowAsync(path, () => Console.Out.WriteLineAsync(path));
        }

        return ExitCode.Done;
    }

    private static async Task WriteAsync(
        ExperimentPlan plan, ResultsFolder folder, ExportFormat format, string path, IProgress<RunProgress>? progress)
    {
        switch (format)
        {
            case ExportFormat.Csv:
                await RowsExport.ToCsvAsync(plan, folder, path, progress);
                await WriteYearsAsync(plan, folder, path, RowsExport.YearsToCsvAsync);
                break;
            case ExportFormat.Parquet:
                await RowsExport.ToParquetAsync(plan, folder, path, progress);
                await WriteYearsAsync(plan, folder, path, RowsExport.YearsToParquetAsync);
                break;
            case ExportFormat.DuckDb:
                await RowsExport.ToDuckDbScriptAsync(folder, path);
                break;
            default:
                var table = Path.ChangeExtension(path, ".csv");
                var script = format switch
                {
                    ExportFormat.Stata => StatisticsScripts.Stata(plan, Path.GetFileName(table)),
                    ExportFormat.Spss => StatisticsScripts.Spss(plan, Path.GetFileName(table)),
                    _ => StatisticsScripts.R(plan, Path.GetFileName(table)),
                };
                await RowsExport.ToCsvAsync(plan, folder, table, progress);
                await StatisticsScripts.CommitAsync(path, script);
                await Terminal.ShowAsync(table, () => Console.Out.WriteLineAsync(table));
                await WriteYearsAsync(plan, folder, table, RowsExport.YearsToCsvAsync);
                break;
        }

        await Terminal.ShowAsync(path, () => Console.Out.WriteLineAsync(path));
    }

    // Of campaigns the years lie beside the rows: years.csv beside runs.csv, else with -years behind the name.
    private static async Task WriteYearsAsync(
        ExperimentPlan plan, ResultsFolder folder, string path, Func<ExperimentPlan, ResultsFolder, string, Task> write)
    {
        if (!plan.IsCampaign)
        {
            return;
        }

        var (name, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        var years = Path.Combine(Path.GetDirectoryName(path)!, (name == "runs" ? "years" : name + "-years") + extension);
        await write(plan, folder, years);
        await Terminal.ShowAsync(years, () => Console.Out.WriteLineAsync(years));
    }
}
