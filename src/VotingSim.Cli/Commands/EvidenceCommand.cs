using System.Collections.Immutable;
using System.ComponentModel;
using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Calibration;
using VotingSim.Evidence.Cases;
using VotingSim.Evidence.Claims;
using VotingSim.Evidence.Scoring;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Report;
using VotingSim.Report.Evidence;

namespace VotingSim.Cli.Commands;

internal sealed class EvidenceCommand : AsyncCommand<EvidenceCommand.Options>
{
    private static readonly string[] Structures = ["ranges", "wait", "calendar", "urgency", "patience", "equal", "both"];
    private const string Decade = "asean-2015-2025";

    private static readonly (string Question, string? Setting)[] Questions =
    [
        ("Ten years of ASEAN, institution by institution.", null),
        ("What if nobody minds being outvoted?", "campaign.memory.outvoted=0"),
        ("What if decisions are always carried out?", "campaign.compliance.always=true"),
        ("What if the willing go ahead under every rule?", "campaign.minilateral.of=willing"),
    ];

    private static readonly string[] StructuresOfUnion = ["eu", "eu-wide"];

    public sealed class Options : CommandSettings
    {
        [CommandOption("--out <PATH>"), Description("Where the page is written, as Markdown. Default: standard output.")]
        public string? Out { get; init; }

        [CommandOption("--calibration <DIR>"),
            Description("Folder of the calibration: one that is there is continued or used, else it is made. Default: evidence-calibration.")]
        public string Calibration { get; init; } = "evidence-calibration";

        [CommandOption("--eu <CASES>"), Description("Also cases of the European Union: a folder that import deu made.")]
        public string? Union { get; init; }

        [CommandOption("--directives <FILE>"), Description("Also times of European directives: the table of Golub and Steunenberg (2007).")]
        public string? Directives { get; init; }

        [CommandOption("--worlds <N>"), Description("Worlds of each case and claim, 1 to 20000. Default: 2000."), DefaultValue(2000)]
        public int Worlds { get; init; }

        [CommandOption("--draws <N>"), Description("Draws of the calibration in each stage, 100 to 100000. Default: 1000."), DefaultValue(1000)]
        public int Draws { get; init; }

        [CommandOption("--seed <SEED>"), Description("Seed of everything. Default: 1."), DefaultValue(1UL)]
        public ulong Seed { get; init; }

        [CommandOption("--no-progress"), Description("Tells nothing of progress.")]
        public bool NoProgress { get; init; }

        [CommandOption("--verbosity <LEVEL>"),
            Description("Lowest level that is logged: debug, information, warning or error. Default: as in appsettings.json.")]
        public LogEventLevel? Verbosity { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            Worlds is < 1 or > 20_000 ? Spectre.Console.ValidationResult.Error($"--worlds is {Worlds}; expected 1 to 20000.")
            : Draws is < 100 or > 100_000 ? Spectre.Console.ValidationResult.Error($"--draws is {Draws}; expected 100 to 100000.")
            : Spectre.Console.ValidationResult.Success();
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        // Everything is read before anything is computed.
        var shipped = ScoredCases.Of(CaseReader.Read(["asean"]));
        var ofShipped = StructureForecasts.Of(shipped, StructureReader.Read(Structures), options.Seed);
        var union = options.Union is { } folder ? ScoredCases.Of(CaseReader.Read([folder])) : null;
        var ofUnion = union is null ? null : StructureForecasts.Of(union, StructureReader.Read(StructuresOfUnion), options.Seed);
        var directives = options.Directives is { } file ? EvidenceDirectives.Read(file) : null;
        var claims = ClaimReader.Read(ClaimReader.ShippedNames);
        var plan = new CalibrationPlan(
            shipped.All,
            StructureReader.Read(CalibrateCommand.Shipped),
            new() { Draws = options.Draws, PerDraw = 64, Seed = options.Seed, Against = "asean-qmv" });
        (string Question, string? Setting, ExperimentPlan Plan)[] decades =
        [
            .. Questions.Select(asked => (asked.Question, asked.Setting, ExperimentReader.Read(
                Decade,
                [$"replications={options.Worlds}", $"seed={options.Seed}", .. new[] { asked.Setting }.OfType<string>()]))),
        ];
        var calibration = new CalibrationFolder(options.Calibration);
        if (!calibration.HasBegun || await calibration.ReadFingerprintAsync() != plan.Fingerprint)
        {
            if (!calibration.IsEmpty)
            {
                throw new BadInputException(
                    $"'{ShownPath.Of(calibration.Path)}' is not empty and holds no calibration of these cases; expected another --calibration.");
            }

            await calibration.BeginAsync(plan);
        }

        EvidenceParts parts;
        await using (var host = await DeliberationHost.StartAsync(options.Verbosity))
        {
            var tables = new TablesHere(host.Grains);
            var deliberations = new CaseDeliberations(tables);
            parts = new()
            {
                Command = CommandOf(options),
                Worlds = options.Worlds,
                Seed = options.Seed,
                Shipped = await ScoreAsync("decisions of ASEAN", shipped, ofShipped),
                Union = ofUnion is null ? null : await ScoreAsync("decisions of the European Union", union!, ofUnion),
                Claims = await StepAsync(
                    "claims", () => new ClaimStudy(tables).RunAsync(claims, options.Worlds, options.Seed, null, cancellationToken)),
                Calibration = await StepAsync(
                    "calibration", () => new Calibrator(deliberations, calibration).RunAsync(plan, null, cancellationToken)),
                Campaigns = await StepAsync("campaigns", () => CampaignsAsync(decades, host, cancellationToken)),
                Directives = directives,
            };

            Task<ScoreSheet> ScoreAsync(string name, ScoredCases cases, StructureForecasts forecasts) => StepAsync(name, async () =>
                ScoreSheet.Of(cases, await forecasts.RunAsync(deliberations, options.Worlds, null, cancellationToken), options.Seed));
        }

        var page = EvidencePage.Of(parts);
        if (options.Out is { } path)
        {
            await File.WriteAllTextAsync(path, page, CancellationToken.None);
            return ExitCode.Done;
        }

        Console.Out.Write(page);
        return ExitCode.Done;

        async Task<T> StepAsync<T>(string name, Func<Task<T>> work)
        {
            if (!options.NoProgress)
            {
                await Console.Error.WriteLineAsync($"{name} ...");
            }

            return await work();
        }
    }

    private static async Task<ImmutableArray<LongRun>> CampaignsAsync(
        (string Question, string? Setting, ExperimentPlan Plan)[] decades, DeliberationHost host, CancellationToken cancellation)
    {
        var runs = ImmutableArray.CreateBuilder<LongRun>(decades.Length);
        foreach (var (question, setting, plan) in decades)
        {
            var path = Directory.CreateTempSubdirectory("votingsim-evidence-").FullName;
            try
            {
                var run = new RunOptions { CohortSize = RunPart.Campaigns, WritesReport = false };
                var finished = await RecordedRun.RunAsync(
                    plan, new(path), resumed: null, host.Runner, host.Grains, run, TimeProvider.System, progress: null, cancellation);
                runs.Add(new(question, setting, plan, finished.Campaigns!));
            }
            finally
            {
                Directory.Delete(path, recursive: true);
            }
        }

        return runs.ToImmutable();
    }

    // What is made of the user's own files says so where it stands.
    private static string CommandOf(Options options) => string.Join(' ', new[]
    {
        "votingsim evidence",
        options.Worlds == 2000 ? null : $"--worlds {options.Worlds}",
        options.Draws == 1000 ? null : $"--draws {options.Draws}",
        options.Seed == 1 ? null : $"--seed {options.Seed}",
    }.OfType<string>());
}
