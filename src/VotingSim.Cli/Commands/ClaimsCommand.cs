using System.Collections.Immutable;
using System.Text.Json;
using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Cli.Documents;
using VotingSim.Evidence.Claims;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Report;
using VotingSim.Report.Evidence;

namespace VotingSim.Cli.Commands;

internal sealed class ClaimsCommand : AsyncCommand<ClaimsCommand.Options>
{
    private const int MostWorlds = 20_000;

    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "[claim]"), Description("Claim files, or names of shipped claims. Default: all that ship.")]
        public string[] Claims { get; init; } = [];

        [CommandOption("--worlds <N>"), Description("Worlds in which every side is deliberated, the same for all, 2 to 20000. Default: 2000.")]
        public int Worlds { get; init; } = 2000;

        [CommandOption("--seed <S>"), Description("Seed of the worlds and of the intervals. Default: 1.")]
        public ulong Seed { get; init; } = 1;

        [CommandOption("--plot <FILE>"), Description("Also draw the model beside what is observed, to a file that ends in .svg or .png.")]
        public string? Plot { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table, json or csv. Default: table.")]
        public ClaimsFormat Format { get; init; }

        [CommandOption("--no-progress"), Description("Tells nothing of progress.")]
        public bool NoProgress { get; init; }

        [CommandOption("--verbosity <LEVEL>"),
            Description("Lowest level that is logged: debug, information, warning or error. Default: as in appsettings.json.")]
        public LogEventLevel? Verbosity { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            Worlds is < 2 or > MostWorlds ? Error($"--worlds is {Worlds}; expected 2 to {MostWorlds}.")
            : Plot is { } plot && !PictureFile.IsPicture(plot) ? Error($"--plot is '{plot}'; expected a file that ends in .svg or .png.")
            : Plot is { } path && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))
                ? Error($"--plot is '{path}', in a folder that does not exist; expected one that does.") // said now, and not after a minute's work
            : Spectre.Console.ValidationResult.Success();

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        // The silo starts while the claims are read; where they cannot be studied, it ends with the command.
        var starting = Task.Run(() => DeliberationHost.StartAsync(options.Verbosity), CancellationToken.None);
        var claims = ClaimReader.Read(options.Claims.Length > 0 ? options.Claims : ClaimReader.ShippedNames);
        ImmutableArray<ClaimFinding> findings = [];
        await using (var host = await starting)
        {
            var study = new ClaimStudy(new TablesHere(host.Grains));
            await RunProgressBar.ShowAsync(
                !options.NoProgress,
                async progress => findings = await study.RunAsync(claims, options.Worlds, options.Seed, progress, cancellationToken));
        }

        var advice = options.Plot is { } plot ? ClaimsPlot.Write(plot, findings) : "";
        switch (options.Format)
        {
            case ClaimsFormat.Json:
                var document = ClaimsDocument.Of(findings, options.Seed);
                Terminal.WriteDocument(output => JsonSerializer.Serialize(output, document, ClaimsContext.Default.ClaimsDocument));
                break;
            case ClaimsFormat.Csv:
                Console.Out.Write(ClaimsPlot.Csv(findings));
                break;
            default:
                ClaimsView.Write(Terminal.Results, findings);
                break;
        }

        Terminal.Advise(advice);
        return ExitCode.Done;
    }
}
