using Spectre.Console.Cli;
using VotingSim.Configuration;

namespace VotingSim.Cli.Commands;

internal sealed class SchemaCommand : Command<SchemaCommand.Options>
{
    private static readonly string[] Kinds = ["experiment", "members", "crisis", "rule", "uncertainty", "structure", "claim"];

    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<kind>"), Description("experiment, members, crisis, rule, uncertainty, structure or claim.")]
        public required string Kind { get; init; }

        public override Spectre.Console.ValidationResult Validate() => Kinds.Contains(Kind)
            ? Spectre.Console.ValidationResult.Success()
            : Spectre.Console.ValidationResult.Error($"'{Kind}' is no kind of configuration; expected {string.Join(", ", Kinds)}.");
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine(ConfigurationSchema.Of(options.Kind));
        return ExitCode.Done;
    }
}
