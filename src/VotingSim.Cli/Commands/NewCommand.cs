using System.Text.RegularExpressions;
using Spectre.Console.Cli;

namespace VotingSim.Cli.Commands;

internal sealed partial class NewCommand : AsyncCommand<NewCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<name>"), Description("Name of the experiment, in kebab case; the file is <name>.yaml in this folder.")]
        public required string Name { get; init; }

        public override Spectre.Console.ValidationResult Validate() => KebabCase().IsMatch(Name)
            ? Spectre.Console.ValidationResult.Success()
            : Spectre.Console.ValidationResult.Error($"'{Name}' is no name for an experiment; expected small letters, digits and hyphens, e.g. "
                + "my-experiment.");
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath($"{options.Name}.yaml");
        if (File.Exists(path))
        {
            throw new BadInputException($"'{path}' exists already.");
        }

        await File.WriteAllTextAsync(path, Starter.Replace("{name}", options.Name, StringComparison.Ordinal), CancellationToken.None);
        Console.Out.WriteLine(path);
        return ExitCode.Done;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();

    private const string Starter = """
        # What is the question? One or two sentences, for whoever finds this file in a year.
        # Check it with `votingsim validate {name}.yaml`, run it with `votingsim run {name}.yaml`.
        experiment: {name}
        seed: 1                      # the same seed gives the same numbers, on every machine
        replications: 2000           # of every arm

        # Shipped names (see `votingsim list`) or paths of your own files.
        members: asean-10
        crises: [myanmar-2021]

        # The first rule is the baseline of every comparison. A rule of your own can stand here as a map:
        rules:
          - consensus
          - asean-qmv
          - rule: seven-of-ten
            weight: one-each
            at-least: { count: 7 }

        # Every key may be left out; these are the defaults.
        deliberation:
          round-days: 14             # a round of consultation, draft and ballot
          horizon-days: 730          # undecided then: censored
          drafting: coalition        # coalition | compromise | median | fixed (needs text: [..])
          position-noise: 6          # what an analyst does not know of a position, on the 0-100 scale
          ballot-noise: 0.04
          confidence: 100            # members further apart than this do not move one another; 100 is off
          shadow-of-the-vote: 1      # holdouts whom the others can outvote concede faster; 0 is off
          urgency-response: 2
          accommodation: 0.1
          chair-bias: 0              # above 0 it needs chair: a code, such as MYS
          loss-exponent: 1           # 1 linear, 2 quadratic

        # One sweep, if you want one: every arm is run at every point.
        # sweep:
        #   grid: { deliberation.shadow-of-the-vote: [0, 1, 2] }

        """;
}
