using Spectre.Console.Cli;
using VotingSim.Configuration;
using VotingSim.Rules;
using VotingSim.Statistics.Power;

namespace VotingSim.Cli.Commands;

internal sealed class PowerCommand : Command<PowerCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<members.yaml>"), Description("A members file, or the name of a shipped one, such as asean-10.")]
        public required string Members { get; init; }

        [CommandArgument(1, "<rule>"), Description("A rule file, or the name of a shipped one, such as asean-qmv.")]
        public required string Rule { get; init; }

        [CommandOption("--category <CATEGORY>"),
            Description("Only the rule for this kind of matter, e.g. security. Default: every rule in force for some matter.")]
        public string? Category { get; init; }

        [CommandOption("--day <DAY>"),
            Description("Only the rule in force for ballots cast on this day, in days since the opening. Default: every rule in force at some time.")]
        public double? Day { get; init; }

        [CommandOption("--format <FORMAT>"),
            Description("table or json. Default: table. JSON is of one rule: narrow a staged one down with --category and --day.")]
        public OutputFormat Format { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            Day is { } day && !(day >= 0) ? Error($"--day is {day}; expected 0 or more days since the opening.")
            : Spectre.Console.ValidationResult.Success();

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var table = VotingBody.Read(options.Members, options.Rule);
        if (options.Category is { } category && !table.Categories.Contains(category))
        {
            throw new BadInputException($"--category is '{category}'{Nearest.Hint(category, table.Categories)}");
        }

        var seated = table.Stages(options.Category, options.Day).Select(stage =>
            (Stage: stage, Rule: new SeatedRule(stage.Rule, table.Roster))).ToArray();
        if (seated.Any(part => !VotingPower.IsWithinReach(part.Rule)))
        {
            throw new BadInputException(
                $"'{options.Members}' has {table.Roster.Size} members, too many coalitions to count under '{table.Name}'; expected at most "
                    + $"{VotingPower.MostMembers}, or more only where the rule treats many of them alike.");
        }

        // Rules in force at different times or for different matters are often the same: one table for all with the same figures.
        var parts = seated.Select(part => (part.Stage, Power: VotingPower.Of(part.Rule)))
            .GroupBy(part => PowerView.Json(table, part.Power), (json, group) =>
                (Json: json, Stages: group.Select(part => part.Stage).ToArray(), group.First().Power))
            .ToArray();
        if (options.Format == OutputFormat.Table)
        {
            PowerView.Write(Terminal.Results, table, [.. parts.Select(part => (part.Stages, part.Power))]);
        }
        else if (parts.Length == 1)
        {
            Console.Out.WriteLine(parts[0].Json);
        }
        else
        {
            throw new BadInputException(
                $"'{table.Name}' is not one rule but {parts.Length}, and JSON is of one: {string.Join(" | "
                    + "", parts.Select(part => PowerView.InForce(table, part.Stages)))}. Choose with --category and --day.");
        }

        return ExitCode.Done;
    }
}
