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

        # Every key may be left out; these are the defaults. When the table meets is in the members file, by how hard the crisis presses; round-days,
        # first-round-day, patience-days and agenda: { median-days: .., spread: .. } here would go before it.
        deliberation:
          horizon-days: 730          # from the event; undecided then: censored
          drafting: coalition        # coalition | compromise | median | fixed (needs text: [..])
          draft-weights: equal       # what a voice weighs in the draft: equal | salience | influence | both
          position-noise: 6          # what an analyst does not know of a position, on the 0-100 scale
          ballot-noise: 0.04
          disposition-days: 90       # how long a member's unexplained inclination lasts; 0: until the next session
          consultation-rate: 2       # how fast opinions move by listening, per 30 days
          confidence: 100            # members further apart than this do not move one another; 100 is off
          shadow-of-the-vote: 1      # holdouts whom the others can outvote concede faster; 0 is off
          foresight-days: 60         # how far ahead a vote casts its shadow
          urgency-response: 2
          accommodation: 0.23        # what a doubter's voice in the draft gains in 30 days; 0 is off
          heaviest-voice: 2          # and the most that it becomes
          chair-bias: 0              # above 0 it needs chair: a code, such as MYS
          loss-exponent: 1           # 1 linear, 2 quadratic

        # What nobody knows is drawn anew for every world, so that the answer says in how many of them it holds.
        # `votingsim run --certain` leaves it out.
        uncertainty: asean

        # One sweep, if you want one: every arm is run at every point.
        # sweep:
        #   grid: { stances.IDN.position: [50, 60, 70, 80] }

        """;
}
