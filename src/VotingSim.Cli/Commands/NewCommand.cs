using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console.Cli;
using VotingSim.Configuration;
using VotingSim.Configuration.Import;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli.Commands;

internal sealed class NewCommand : AsyncCommand<NewCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<name>"), Description("Name of the experiment; the file is <name>.yaml in this folder.")]
        public required string Name { get; init; }

        [CommandOption("--from <FILE>"),
            Description("What is decided, and by whom: a table of actors, which is imported (on other scales than "
                + "0..100 by import, before), or a crisis file, and the members file that import wrote beside it. Default: myanmar-2021.")]
        public string? From { get; init; }

        public override Spectre.Console.ValidationResult Validate() => ControlCharacter.In(Name) is null && NameId.Of(Name).Length > 0
            ? Spectre.Console.ValidationResult.Success()
            : Spectre.Console.ValidationResult.Error($"'{Name}' is no name for an experiment; expected a text with a letter or a digit in it, e.g. "
                + "my-experiment.");
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath($"{NameId.Of(options.Name)}.yaml");
        if (File.Exists(path))
        {
            throw new BadInputException($"'{path}' exists already.");
        }

        var starter = Starter.Replace("experiment: {name}", $"experiment: {Quoted(options.Name)}", StringComparison.Ordinal)
            .Replace("{name}", NameId.Of(options.Name), StringComparison.Ordinal);
        if (options.From is { } from)
        {
            starter = await StartFromAsync(starter, from, options.Name);
        }

        await File.WriteAllTextAsync(path, starter, CancellationToken.None);
        Console.Out.WriteLine(path);
        return ExitCode.Done;
    }

    /// <summary>The starter with what a file says in the place of what ships.</summary>
    private static async Task<string> StartFromAsync(string starter, string from, string name)
    {
        if (Path.GetExtension(from).ToUpperInvariant() is ".YAML" or ".YML" or ".JSON")
        {
            var problems = ConfigurationFile.Validate(from).Where(problem => !problem.IsWarning).ToArray();
            return problems.Length > 0 ? throw new ConfigurationException(problems)
                : MembersBeside(from) is { } members ? Decided(starter, members, from)
                : starter.Replace("crises: [myanmar-2021]", $"crises: [{Quoted(from)}]", StringComparison.Ordinal);
        }

        var files = ActorImport.Read(from, ActorImport.LayoutOf(from), new() { Name = name });
        await ImportCommand.WriteAsync(files, Path.GetFullPath("."), overwrite: false);
        return Decided(starter, files.MembersFileName, files.CrisisFileName);
    }

    /// <summary>The members file that was imported with a crisis file; null where there is none beside it.</summary>
    private static string? MembersBeside(string crisis)
    {
        const string End = "-crisis.yaml";
        var members = crisis.EndsWith(End, StringComparison.Ordinal) ? $"{crisis[..^End.Length]}-members.yaml" : null;
        return File.Exists(members) ? members : null;
    }

    /// <summary>The starter with other members and their crisis, and rules for any number of them.</summary>
    private static string Decided(string starter, string members, string crisis) =>
        starter
            .Replace("members: asean-10", $"members: {Quoted(members)}", StringComparison.Ordinal)
            .Replace("crises: [myanmar-2021]", $"crises: [{Quoted(crisis)}]", StringComparison.Ordinal)
            .Replace("  - asean-qmv\n", "  - simple-majority\n", StringComparison.Ordinal)
            .Replace("  - rule: seven-of-ten\n    weight: one-each\n    at-least: { count: 7 }\n",
                "  - rule: seven-tenths\n    weight: one-each\n    at-least: 70 %\n", StringComparison.Ordinal)
            .Replace("{ stances.IDN.position: [50, 60, 70, 80] }", "{ deliberation.shadow-of-the-vote: [0, 1, 2] }", StringComparison.Ordinal);

    // In kebab case a name needs no quotes; any other may mean something else to YAML.
    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterLower(letter) || letter is '-') ? text : JsonSerializer.Serialize(text, Plainly);

    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
