using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Analysis;
using VotingSim.Analysis.Documents;
using VotingSim.Report;

namespace VotingSim.Cli.Commands;

internal enum ReportFormat
{
    Html,
    Pdf,
}

internal sealed class ReportCommand : AsyncCommand<ReportCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<results-dir>"), Description("The folder of a run.")]
        public required string Folder { get; init; }

        [CommandOption("--format <FORMAT>"),
            Description("html, or pdf: also prints the page to report.pdf, with an installed Chromium, Chrome or Edge. Default: html.")]
        public ReportFormat Format { get; init; }

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
            isShown: true, async progress => read = await SummaryReader.ReadAsync(plan, folder, progress), "counting rows");
        var summary = read!;
        if (options.Tables is { } format)
        {
            var tables = await PaperTables.CommitAsync(plan, summary, folder, format);
            await Terminal.ShowAsync(folder.Path, () => Console.Out.WriteLineAsync(string.Join('\n', tables)));
            return ExitCode.Done;
        }

        using (ProgressLines.Begin("writing the report"))
        {
            await SummaryFiles.CommitAsync(plan, summary, folder);
            await using var host = await DeliberationHost.StartAsync(options.Verbosity);
            await ReportFiles.CommitAsync(await ReportContent.ReadAsync(plan, summary, folder, host.Grains), folder);
        }

        var written = options.Format == ReportFormat.Pdf ? await PdfPrinter.PrintAsync(folder.Report, cancellationToken) : folder.Report;
        await Terminal.ShowAsync(folder.Path, () => Console.Out.WriteLineAsync(written));
        return ExitCode.Done;
    }
}
