using System.Globalization;
using System.Text.Json;
using Serilog.Events;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Analysis;
using VotingSim.Cli.Documents;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains.Clustering;

namespace VotingSim.Cli.Commands;

internal sealed class ReplayCommand : AsyncCommand<ReplayCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<results-dir>"), Description("The folder of a run.")]
        public required string Folder { get; init; }

        [CommandOption("--arm <ID>", isRequired: true), Description("The arm, as in the column arm.")]
        public required string Arm { get; init; }

        [CommandOption("--replication <K>", isRequired: true), Description("The replication, from 0.")]
        public required long Replication { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }

        [CommandOption("--verbosity <LEVEL>"), Description("Lowest level that is logged.")]
        public LogEventLevel? Verbosity { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var (plan, folder) = await StoredRun.OpenAsync(options.Folder);
        var arm = plan.Arms.FirstOrDefault(arm => arm.Id == options.Arm)
            ?? throw new BadInputException($"There is no arm '{options.Arm}'; expected one of: {string.Join(", "
                + "", plan.Arms.Select(arm => arm.Id))}.");
        if (options.Replication < 0 || options.Replication >= plan.Replications)
        {
            throw new BadInputException($"There is no replication {options.Replication}; expected 0 to {plan.Replications - 1}.");
        }

        // A cohort that failed was never committed, and is replayed for that very reason.
        var parts = folder.LayoutOf(plan).Parts.Where(part => part.Slices.Any(slice =>
            slice.Arm.Index == arm.Index && options.Replication >= slice.First && options.Replication < slice.First + slice.Count));
        await StoredRun.CheckAsync(plan, folder, parts, cancellationToken);
        foreach (var engine in folder.EnginesOf(plan).Where(engine => engine.Fingerprint != Engine.Current.Fingerprint))
        {
            await Console.Error.WriteLineAsync($"The run was deliberated by engine {engine}. This is {Engine.Current}: what it shows may differ.");
        }

        await using var host = await DeliberationHost.StartAsync(options.Verbosity);
        var result = await Replay.OfAsync(arm, (uint)options.Replication, host.Grains);
        if (options.Format == OutputFormat.Json)
        {
            Terminal.WriteDocument(output => JsonSerializer.Serialize(output, Document(plan, arm, result), DocumentContext.Default.ReplayDocument));
        }
        else
        {
            WriteTables(plan, arm, result);
        }

        return ExitCode.Done;
    }

    private static ReplayDocument Document(ExperimentPlan plan, Arm arm, CohortResult result) => new(
        result.Traces.Select(round => new ReplayedRoundDocument(
            round.Round,
            round.Day,
            Defined(MajorityDay.Of(arm, round)),
            round.Urgency,
            [.. round.Draft],
            round.Adopted,
            arm.Terms.Roster.Members.Select((member, seat) => new ReplayedMemberDocument(
                member.Code, OpinionOf(arm, round, seat), round.Margins[seat], round.Aspirations[seat],
                    BallotLetter.Of(round.Ballots[seat]).ToString())))),
        new(RowOf(plan, arm, result).Select(cell => KeyValuePair.Create(cell.Column.Name, (object?)cell.Value)), StringComparer.Ordinal));

    private static void WriteTables(ExperimentPlan plan, Arm arm, CohortResult result)
    {
        var console = Terminal.Results;
        var issues = arm.Terms.Crisis.Issues;
        console.MarkupLineInterpolated($"[bold]{arm.Id}[/], replication {result.Cohort.First}");
        WriteWorld(console, plan, arm, result);
        foreach (var round in result.Traces)
        {
            var draft = string.Join(", ", issues.Select((issue, index) => $"{issue.Name} {Text(round.Draft[index], "F1")}"));
            console.WriteLine();
            console.WriteLine(
                $"round {round.Round}, day {Text(round.Day, "0.#")} from the event: draft {draft}; urgency {Text(round.Urgency, "F3")}; "
                + $"{(round.Adopted ? "adopted" : "not adopted")}; {Majority(MajorityDay.Of(arm, round))}");
            var table = new Table().Border(TableBorder.Simple).AddColumn("member");
            foreach (var issue in issues)
            {
                table.AddColumn(new TableColumn($"opinion {issue.Name}").RightAligned());
            }

            table.AddColumn(new TableColumn("margin").RightAligned()).AddColumn(new TableColumn("aspiration").RightAligned()).AddColumn("ballot");
            for (var seat = 0; seat < arm.Terms.Roster.Size; seat++)
            {
                table.AddRow(
                [
                    arm.Terms.Roster.Members[seat].Code, .. OpinionOf(arm, round, seat).Select(opinion => Text(opinion, "F1")),
                    Text(round.Margins[seat], "F3"), Text(round.Aspirations[seat], "F3"),
                        $"{BallotLetter.Of(round.Ballots[seat])} {Word(round.Ballots[seat])}",
                ]);
            }

            console.Write(table);
        }

        console.WriteLine();
        console.WriteLine("row");
        var row = new Table().Border(TableBorder.None).HideHeaders().AddColumns("column", "value");
        foreach (var (column, value) in RowOf(plan, arm, result))
        {
            row.AddRow(new Text($"  {column.Name}"),
                new Text(value is double.NaN ? "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }

        console.Write(row);
    }

    // What was drawn for this world alone, and how long it waited.
    private static void WriteWorld(IAnsiConsole console, ExperimentPlan plan, Arm arm, CohortResult result)
    {
        var names = RunSchema.UncertainParameters(plan);
        var drawn = RowOf(plan, arm, result).Where(cell => names.Contains(cell.Column.Name) && cell.Value is not double.NaN).ToArray();
        if (drawn.Length > 0)
        {
            console.WriteLine("parameters of this world");
            var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("parameter", "value");
            foreach (var (column, value) in drawn)
            {
                var number = SignificantDigits.Text((double)value);
                table.AddRow(new Text($"  {column.Name}"), new Text(IsFactor(column.Name) ? $"{number} times as configured" : number));
            }

            console.Write(table);
        }

        bool IsFactor(string name) => arm.Terms.Uncertainty?.Parameters.Any(parameter => parameter.Name == name && parameter.Scales) ?? false;

        var (wait, horizon) = (result.WaitDays[0], arm.Terms.Settings.HorizonDays);
        console.WriteLine(result.Rounds[0] == 0
            ? $"No session was held: the table opened on day {wait}, and observation ends on day {Text(horizon, "0.#")}."
            : $"The table opened on day {wait} from the event.");
    }

    private static string Majority(double day) => double.IsNaN(day) ? "no majority yet" : $"a majority was first there on day {Text(day, "0.#")}";

    private static double? Defined(double value) => double.IsNaN(value) ? null : value;

    // The row of runs, from the same columns that it is written by.
    private static IEnumerable<(RunColumn Column, object Value)> RowOf(ExperimentPlan plan, Arm arm, CohortResult result) =>
        new RunSchema(plan).Columns.Select(column => (column, (object)(column switch
        {
            RunColumn.OfWords text => text.Values(arm, result)[0],
            RunColumn.OfFlags flag => flag.Values(arm, result)[0],
            RunColumn.OfCounts whole => whole.Values(arm, result)[0],
            RunColumn.OfNumbers number => number.Values(arm, result)[0],
            _ => throw new System.Diagnostics.UnreachableException(),
        })));

    private static IEnumerable<double> OpinionOf(Arm arm, TracedRound round, int seat)
    {
        var issues = arm.Terms.Crisis.Issues.Length;
        return round.Opinions.Skip(seat * issues).Take(issues);
    }

    private static string Word(Ballot ballot) => ballot switch
    {
        Ballot.Support => "support",
        Ballot.Objection => "objection",
        _ => "abstention",
    };

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
