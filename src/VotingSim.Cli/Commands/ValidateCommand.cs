using Spectre.Console.Cli;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli.Commands;

internal sealed class ValidateCommand : Command<ValidateCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<file>"), Description("Experiment, members, crisis or rule files; the kind is recognised.")]
        public required string[] Files { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var remarks = options.Files.SelectMany(ConfigurationFile.Validate).Distinct().ToLookup(problem => problem.IsWarning);
        Terminal.Remark(remarks[true]);
        if (remarks[false].ToArray() is { Length: > 0 } problems)
        {
            throw new ConfigurationException(problems);
        }

        Console.Out.WriteLine(options.Files.Length == 1 ? $"{options.Files[0]}: no problem" : $"{options.Files.Length} files: no problem");
        return ExitCode.Done;
    }
}
