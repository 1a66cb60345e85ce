using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Analysis;
using VotingSim.Analysis.Campaigns;
using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Report;
using VotingSim.Report.Printing;

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

        [CommandOption("--out <DIR>"),
            Description("Folder for the report, its figures and the summary. Default: the run's own. With another, the run need only be readable.")]
        public string? Out { get; init; }

        [CommandOption("--verbosity <LEVEL>"), Description("Lowest level that is logged.")]
        public LogEventLevel? Verbosity { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var (plan, folder) = await StoredRun.OpenFinishedAsync(options.Folder, cancellationToken);
        if (plan.IsCampaign && options.Tables is not null)
        {
            throw new BadInputException($"The run in '{folder.Path}' is of campaigns, for which --tables has no tables: what they say is in the "
                + $"report, "
                + "in summary.json and in the numbers beside the figures.");
        }

        var target = options.Out is { } path ? new ResultsFolder(path) : folder;
        var (written, advice) = ("", "");
        await StoredRun.WriteAsync(target.Path, async () =>
        {
            using var held = target.Path == folder.Path ? folder.Lock() : null; // nobody writes the run while its own report is written
            if (plan.IsCampaign)
            {
                (written, advice) = await WriteCampaignsAsync(plan, folder, target, options, cancellationToken);
                return;
            }

            Summary? read = null;
            await RunProgressBar.ShowAsync(
                isShown: true, async progress => read = await SummaryReader.ReadAsync(plan, folder, progress), "counting rows");
            var summary = read!;
            (written, advice) = options.Tables is { } format
                ? (string.Join('\n', await PaperTables.CommitAsync(plan, summary, target, format)), "")
                : await WriteAsync(plan, summary, folder, target, options, cancellationToken);
        });
        await Terminal.ShowAsync(target.Path, () => Console.Out.WriteLineAsync(written));
        Terminal.Advise(advice);
        return ExitCode.Done;
    }

    private static async Task<(string Written, string Advice)> WriteCampaignsAsync(
        ExperimentPlan plan, ResultsFolder folder, ResultsFolder target, Options options, CancellationToken cancellation)
    {
        string advice;
        using (ProgressLines.Begin("writing the report"))
        {
            var summary = await CampaignSummary.ReadAsync(plan, folder);
            await CampaignFiles.CommitAsync(plan, summary, target);
            advice = await ReportFiles.CommitAsync(await CampaignContent.ReadAsync(plan, summary, folder), target);
        }

        return (options.Format == ReportFormat.Pdf ? await PrintAsync(target.Report, cancellation) : target.Report, advice);
    }

    private static async Task<(string Written, string Advice)> WriteAsync(ExperimentPlan plan, Summary summary, ResultsFolder folder,
        ResultsFolder target, Options options, CancellationToken cancellation)
    {
        string advice;
        using (ProgressLines.Begin("writing the report"))
        {
            await SummaryFiles.CommitAsync(plan, summary, target);
            await using var host = await DeliberationHost.StartAsync(options.Verbosity);
            advice = await ReportFiles.CommitAsync(await ReportContent.ReadAsync(plan, summary, folder, host.Grains), target);
        }

        return (options.Format == ReportFormat.Pdf ? await PrintAsync(target.Report, cancellation) : target.Report, advice);
    }

    private static async Task<string> PrintAsync(string page, CancellationToken cancellation)
    {
        try
        {
            return await PdfPrinter.PrintAsync(page, cancellation);
        }
        catch (PrintException e)
        {
            throw new FailedException(e.Message);
        }
    }
}
