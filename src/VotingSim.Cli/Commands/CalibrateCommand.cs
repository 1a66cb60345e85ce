using System.Globalization;
using System.Text;
using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Calibration;
using VotingSim.Evidence.Cases;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;

namespace VotingSim.Cli.Commands;

internal sealed class CalibrateCommand : AsyncCommand<CalibrateCommand.Options>
{
    private static readonly string[] Shipped = ["wait", "calendar", "urgency", "patience", "equal", "both"];

    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<cases>"),
            Description("Cases: crisis files with a record, folders of them, or the name of a shipped set, e.g. asean.")]
        public required string[] Cases { get; init; }

        [CommandOption("--structure <NAME>"),
            Description("A shipped structure, or a file of your own: what is free and what is fixed. Repeatable. "
                + "Default: wait, calendar, urgency, patience, equal and both.")]
        public string[] Structures { get; init; } = [];

        [CommandOption("--against <RULE>"), Description("The rule that consensus is compared with: a shipped name or a file. Default: asean-qmv.")]
        public string Against { get; init; } = "asean-qmv";

        [CommandOption("--draws <N>"), Description("Draws of the parameters in each stage, 100 to 100000. Default: 1000.")]
        public int Draws { get; init; } = 1000;

        [CommandOption("--per-draw <R>"), Description("Worlds of each draw and case, 1 to 1000. Default: 64.")]
        public int PerDraw { get; init; } = 64;

        [CommandOption("--seed <S>"), Description("Seed. Default: 1.")]
        public ulong Seed { get; init; } = 1;

        [CommandOption("--out <DIR>"), Description("Folder for the posteriors. Default: calibration.")]
        public string Out { get; init; } = "calibration";

        [CommandOption("--resume"), Description("Continues the interrupted calibration in --out.")]
        public bool Resume { get; init; }

        [CommandOption("--overwrite"), Description("Replaces the calibration in --out.")]
        public bool Overwrite { get; init; }

        [CommandOption("--no-progress"), Description("Tells nothing of progress.")]
        public bool NoProgress { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }

        [CommandOption("--verbosity <LEVEL>"),
            Description("Lowest level that is logged: debug, information, warning or error. Default: as in appsettings.json.")]
        public LogEventLevel? Verbosity { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            Draws is < 100 or > 100_000 ? Error($"--draws is {Draws}; expected 100 to 100000.")
            : PerDraw is < 1 or > 1000 ? Error($"--per-draw is {PerDraw}; expected 1 to 1000.")
            : (long)Draws * PerDraw > 20_000_000 ? Error($"{Draws} draws of {PerDraw} worlds are too many; expected at most 20 million in a stage.")
            : Resume && Overwrite ? Error("--resume continues a calibration and --overwrite replaces it: give one of them.")
            : Spectre.Console.ValidationResult.Success();

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var names = options.Structures.Length > 0 ? options.Structures : Shipped;
        var plan = new CalibrationPlan(CaseReader.Read(options.Cases), StructureReader.Read(names), new()
        {
            Draws = options.Draws,
            PerDraw = options.PerDraw,
            Seed = options.Seed,
            Against = options.Against,
        });
        var folder = new CalibrationFolder(options.Out);
        await PrepareAsync(plan, folder, options);
        CalibrationDocument? document = null;
        try
        {
            await using var host = await DeliberationHost.StartAsync(options.Verbosity);
            var calibrator = new Calibrator(new CaseDeliberations(new TablesHere(host.Grains)), folder);
            await RunProgressBar.ShowAsync(
                !options.NoProgress,
                async progress => document = await calibrator.RunAsync(plan, progress is null ? null : new Told(progress), cancellationToken),
                "calibrating");
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Interrupted. What was finished is kept in {ShownPath.Of(folder.Path)}; this continues it:");
            await Console.Error.WriteLineAsync($"  {ResumeCommand(options)}");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when ((ResultsFolder.Explain(e, folder.Path) ?? MachineLimits.Explain(e)) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            await Console.Error.WriteLineAsync("What was finished is kept. When this is mended, this continues it:");
            await Console.Error.WriteLineAsync($"  {ResumeCommand(options)}");
            return ExitCode.Failed;
        }

        await Terminal.ShowAsync(ShownPath.Of(folder.Path), async () =>
        {
            if (options.Format == OutputFormat.Json)
            {
                await Terminal.WriteDocumentAsync(async output => await output.WriteAsync(Encoding.UTF8.GetBytes(document!.ToJson())));
                return;
            }

            CalibrationView.Write(Terminal.Results, document!, folder);
        });
        return ExitCode.Done;
    }

    private static async Task PrepareAsync(CalibrationPlan plan, CalibrationFolder folder, Options options)
    {
        var shown = ShownPath.Of(folder.Path);
        if (options.Resume && folder.HasBegun)
        {
            if ((await folder.ReadFingerprintAsync()) != plan.Fingerprint)
            {
                throw new BadInputException($"The calibration in '{shown}' was begun with other cases, structures, options or another version of "
                    + "the program. Resume it unchanged, replace it with --overwrite, or choose another folder.");
            }

            return;
        }

        if (options.Resume && !folder.IsEmpty)
        {
            throw new BadInputException($"'{shown}' is not empty and holds no calibration: choose another folder.");
        }

        if (!folder.IsEmpty && !(options.Overwrite && folder.HasBegun))
        {
            throw new BadInputException(folder.HasBegun
                ? $"'{shown}' already holds a calibration: continue it with --resume, replace it with --overwrite, or choose another folder."
                : $"'{shown}' is not empty and holds no calibration: choose another folder.");
        }

        await folder.BeginAsync(plan);
    }

    private static string ResumeCommand(Options options)
    {
        string[] words =
        [
            "votingsim", "calibrate", .. options.Cases,
            .. options.Structures.SelectMany(structure => new[] { "--structure", structure }),
            .. options.Against == "asean-qmv" ? [] : new[] { "--against", options.Against },
            .. options.Draws == 1000 ? [] : new[] { "--draws", options.Draws.ToString(CultureInfo.InvariantCulture) },
            .. options.PerDraw == 64 ? [] : new[] { "--per-draw", options.PerDraw.ToString(CultureInfo.InvariantCulture) },
            .. options.Seed == 1 ? [] : new[] { "--seed", options.Seed.ToString(CultureInfo.InvariantCulture) },
            "--out", ShownPath.Of(options.Out), "--resume",
        ];
        return ShellWord.Join(words);
    }

    private sealed class Told(IProgress<RunProgress> progress) : IProgress<(long Done, long Expected)>
    {
        public void Report((long Done, long Expected) value) => progress.Report(new(value.Done, 0, value.Expected));
    }
}
