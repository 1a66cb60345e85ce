using System.ComponentModel;
using System.Text.Json;
using Spectre.Console.Cli;
using VotingSim.Analysis.Data;
using VotingSim.Cli.Documents;

namespace VotingSim.Cli.Commands;

internal sealed class CohesionCommand : Command<CohesionCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<ballots.csv>"), Description("Roll calls: columns vote, member and ballot (S, A, O or Y, A, N; empty for absent).")]
        public required string File { get; init; }

        [CommandOption("--seed <SEED>"), Description("Seed of the bootstrap intervals. Default: 1."), DefaultValue(1UL)]
        public ulong Seed { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var rollCalls = RollCalls.Read(options.File);
        var summary = rollCalls.Summarize(options.Seed);
        if (options.Format == OutputFormat.Json)
        {
            using var output = Console.OpenStandardOutput();
            JsonSerializer.Serialize(output, CohesionDocument.Of(rollCalls, summary), DocumentContext.Default.CohesionDocument);
            output.Write("\n"u8);
        }
        else
        {
            CohesionView.Write(Terminal.Results, options.File, rollCalls.Members, summary);
        }

        return ExitCode.Done;
    }
}
