using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Analysis;
using VotingSim.Analysis.Documents;
using VotingSim.Report;

namespace VotingSim.Cli.Commands;

internal sealed class ReportCommand : AsyncCommand<ReportCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<results-dir>"), Description("The folder of a run.")]
        public required string Folder { get; init; }

        [CommandOption("--tables <FORMAT>"), Description("Write tables for a paper into the folder tables instead: latex, word or csv.")]
        public TableFormat? Tables { get; init; }

        [CommandOption("--verbosity <LEVEL>"), Description("Lowest level that is logged.")]
        public LogEventLevel? Verbosity { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var (plan, folder) = await StoredRun.OpenFinishedAsync(options.Folder);
        using var held = folder.Lock();
        Summary? read = null;
        await RunProgressBar.ShowAsync(
            Terminal.IsWatched, async progress => read = await SummaryReader.ReadAsync(plan, folder, progress), "counting rows");
        var summary = read!;
        if (options.Tables is { } format)
        {
            foreach (var path in await PaperTables.CommitAsync(plan, summary, folder, format))
            {
                Console.Out.WriteLine(path);
            }

            return ExitCode.Done;
        }

        await SummaryFiles.CommitAsync(plan, summary, folder);
        await using var host = await DeliberationHost.StartAsync(options.Verbosity);
        await ReportFiles.CommitAsync(await ReportContent.ReadAsync(plan, summary, folder, host.Grains), folder);
        Console.Out.WriteLine(folder.Report);
        return ExitCode.Done;
    }
}
