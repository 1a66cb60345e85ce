using System.Collections.Immutable;
using System.ComponentModel;
using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;
using VotingSim.Evidence.Documents;
using VotingSim.Evidence.Scoring;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Report.Evidence;

namespace VotingSim.Cli.Commands;

internal sealed class ScoreCommand : AsyncCommand<ScoreCommand.Options>
{
    private const int MostWorlds = 1_000_000;

    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<cases>"),
            Description("Cases: crisis files with a record, folders of such files, or the name of a shipped set, such as asean. Repeatable.")]
        public required string[] Cases { get; init; }

        [CommandOption("--structure <NAME|FILE>"),
            Description("How deliberations run: a structure file, or the name of a shipped one. Repeatable: each is scored. Default: ranges.")]
        public string[] Structures { get; init; } = [];

        [CommandOption("--worlds <N>"), Description("Worlds that each case is deliberated in. Default: 2000."), DefaultValue(2000)]
        public int Worlds { get; init; }

        [CommandOption("--seed <SEED>"), Description("Seed of worlds and of intervals. Default: 1."), DefaultValue(1UL)]
        public ulong Seed { get; init; }

        [CommandOption("--format <FORMAT>"),
            Description("table, json or csv. JSON has every number, CSV a row for each case and model. Default: table.")]
        public ScoreFormat Format { get; init; }

        [CommandOption("--out <DIR>"), Description("Also writes score.html with its figures, score.json and score.csv to this folder.")]
        public string? Out { get; init; }

        [CommandOption("--no-progress"), Description("Tells nothing of progress.")]
        public bool NoProgress { get; init; }

        [CommandOption("--verbosity <LEVEL>"),
            Description("Lowest level that is logged: debug, information, warning or error. Default: as in appsettings.json.")]
        public LogEventLevel? Verbosity { get; init; }

        public override Spectre.Console.ValidationResult Validate() => Worlds is < 1 or > MostWorlds
            ? Spectre.Console.ValidationResult.Error($"--worlds is {Worlds}; expected 1 to {MostWorlds}.")
            : Spectre.Console.ValidationResult.Success();
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        if (File.Exists(options.Out))
        {
            throw new BadInputException($"--out is '{options.Out}', a file; expected a folder, or none yet.");
        }

        var cases = ScoredCases.Of(CaseReader.Read(options.Cases));
        var structures = StructureReader.Read(options.Structures.Length > 0 ? options.Structures : ["ranges"]);
        var forecasts = StructureForecasts.Of(cases, structures, options.Seed);
        ImmutableArray<ForecastModel> models = [];
        await using (var host = await DeliberationHost.StartAsync(options.Verbosity))
        {
            var deliberations = new CaseDeliberations(new TablesHere(host.Grains));
            await RunProgressBar.ShowAsync(!options.NoProgress, async progress => models = await forecasts.RunAsync(
                deliberations, options.Worlds, progress is null ? null : new Told(progress, forecasts.Total(options.Worlds)), cancellationToken));
        }

        var sheet = ScoreSheet.Of(cases, models, options.Seed);
        var document = ScoreDocument.Of(sheet, options.Worlds, options.Seed);
        var advice = options.Out is { } folder ? await ScoreReport.CommitAsync(sheet, document, folder) : "";
        switch (options.Format)
        {
            case ScoreFormat.Json:
                Terminal.WriteDocument(output => ScoreFiles.WriteJson(document, output));
                break;
            case ScoreFormat.Csv:
                Console.Out.Write(ScoreFiles.Csv(document));
                break;
            default:
                ScoreView.Write(Terminal.Results, sheet, document);
                break;
        }

        Terminal.Advise(advice);
        return ExitCode.Done;
    }

    private sealed class Told(IProgress<RunProgress> progress, long total) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new(value, 0, total));
    }
}
