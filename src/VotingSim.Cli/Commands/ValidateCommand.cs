using Spectre.Console.Cli;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli.Commands;

internal sealed class ValidateCommand : Command<ValidateCommand.Options>
{
    private const int MostRounds = 20; // a name that is right now may lead to a file that has never been read

    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<file>"),
            Description("Experiment, members, crisis (a case too), rule, uncertainty, structure or claim files; the kind is recognised. "
                + "- is standard input.")]
        public required string[] Files { get; init; }

        [CommandOption("--fix"), Description("Writes the names that were probably meant into the files, and says what is left.")]
        public bool Fix { get; init; }

        public override Spectre.Console.ValidationResult Validate() => Fix && Files.Any(StandardInput.Is)
            ? Spectre.Console.ValidationResult.Error("--fix writes into files, and standard input is none; expected a file.")
            : Spectre.Console.ValidationResult.Success();
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var (all, corrected) = options.Fix ? Fixed(options.Files) : (ProblemsOf(options.Files), 0);
        var remarks = all.ToLookup(problem => problem.IsWarning);
        Terminal.Remark(remarks[true]);
        var problems = remarks[false].ToArray();
        if (problems.Length > 0 && corrected > 0)
        {
            foreach (var problem in problems)
            {
                Console.Error.WriteLine(problem.ToString());
            }

            Console.Error.WriteLine(problems.Length == 1 ? "1 problem is left." : $"{problems.Length} problems are left.");
            return ExitCode.BadInput;
        }

        if (problems.Length > 0)
        {
            throw new ConfigurationException(problems);
        }

        Console.Out.WriteLine(options.Files.Length == 1 ? $"{options.Files[0]}: no problem" : $"{options.Files.Length} files: no problem");
        return ExitCode.Done;
    }

    private static Problem[] ProblemsOf(string[] files) => [.. files.SelectMany(ConfigurationFile.Validate).Distinct()];

    private static (Problem[] Left, int Corrected) Fixed(string[] files)
    {
        var (problems, corrected) = (ProblemsOf(files), 0);
        for (var round = 0; round < MostRounds && problems.Length > 0 && Correction.Write(problems) is { Count: > 0 } written; round++)
        {
            foreach (var correction in written)
            {
                Console.Out.WriteLine(correction.ToString());
            }

            corrected += written.Count;
            problems = ProblemsOf(files);
        }

        return (problems, corrected);
    }
}
