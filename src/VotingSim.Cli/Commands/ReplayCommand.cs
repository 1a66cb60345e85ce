using System.Globalization;
using System.Text.Json;
using Serilog.Events;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Analysis;
using VotingSim.Campaigns;
using VotingSim.Cli.Documents;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains.Clustering;
using Cell = (VotingSim.Experiments.Plan.RunColumn Column, object Value);

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

        [CommandOption("--matter <M>"), Description("Of a campaign: the matter, from 0. Without it the matters of the campaign are listed.")]
        public int? Matter { get; init; }

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

        if (options.Matter is not null && !plan.IsCampaign)
        {
            throw new BadInputException("--matter chooses a matter of a campaign, and the arms of this run are single crises: leave it out.");
        }

        if (plan.IsCampaign && options.Matter is null && options.Format == OutputFormat.Json)
        {
            throw new BadInputException("A campaign has several matters: name one with --matter, or list them without --format json.");
        }

        await using var host = await DeliberationHost.StartAsync(options.Verbosity);
        var schema = new RunSchema(plan);
        if (plan.IsCampaign)
        {
            ReplayCampaign(plan, schema, arm, options, await Replay.OfCampaignAsync(arm, (uint)options.Replication, options.Matter, host.Grains));
        }
        else
        {
            var result = await Replay.OfAsync(arm, (uint)options.Replication, host.Grains);
            Write(plan, arm, options, result, [.. schema.RowOf(arm, result)]);
        }

        return ExitCode.Done;
    }

    private static void ReplayCampaign(ExperimentPlan plan, RunSchema schema, Arm arm, Options options, CampaignResult campaign)
    {
        if (options.Matter is not { } number)
        {
            WriteMatters(arm, options, campaign);
            return;
        }

        var matter = campaign.Matters.FirstOrDefault(one => one.Number == number) ?? throw new BadInputException(campaign.Matters.Length == 0
            ? "In this replication no matter arises."
            : $"There is no matter {number}; expected 0 to {campaign.Matters.Length - 1}.");
        Write(plan, arm.Streams[matter.Stream], options, matter.Result, [.. schema.RowOf(arm, campaign, matter)]);
    }

    private static void WriteMatters(Arm arm, Options options, CampaignResult campaign)
    {
        Terminal.Results.MarkupLineInterpolated($"[bold]{arm.Id}[/], replication {options.Replication}");
        string[] headings = ["matter", "day", "crisis", "ending", "ended", "outvoted", "carry it out", "effect", "least goodwill"];
        var table = new Table().Border(TableBorder.Simple).AddColumns(headings);
        foreach (var matter in campaign.Matters)
        {
            table.AddRow(
                Text(matter.Number, "0"),
                Text(matter.OpenedDay[0], "0"),
                arm.Streams[matter.Stream].Crisis,
                matter.Result.Endings[0].ToString().ToLowerInvariant(),
                Text(matter.OpenedDay[0] + matter.Result.Days[0], "0.#"),
                Text(matter.Result.Outvoted[0], "0"),
                Text(System.Numerics.BitOperations.PopCount(matter.CarriedOut[0]), "0"),
                Text(matter.Effect[0], "0.0"),
                Text(matter.GoodwillMinimum[0], "0.000"));
        }

        Terminal.Results.Write(table);
        Terminal.Results.WriteLine("A matter round by round: the same command with --matter and its number.");
    }

    private static void Write(ExperimentPlan plan, Arm arm, Options options, CohortResult result, Cell[] row)
    {
        if (options.Format == OutputFormat.Json)
        {
            Terminal.WriteDocument(output => JsonSerializer.Serialize(output, Document(arm, result, row), DocumentContext.Default.ReplayDocument));
        }
        else
        {
            WriteTables(plan, arm, options, result, row);
        }
    }

    private static ReplayDocument Document(Arm arm, CohortResult result, Cell[] row) => new(
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
        new(row.Select(cell => KeyValuePair.Create(cell.Column.Name, (object?)cell.Value)), StringComparer.Ordinal));

    private static void WriteTables(ExperimentPlan plan, Arm arm, Options options, CohortResult result, Cell[] cells)
    {
        var console = Terminal.Results;
        var issues = arm.Terms.Crisis.Issues;
        var which = options.Matter is { } matter ? $", matter {matter}, {arm.Crisis}" : "";
        console.MarkupLineInterpolated($"[bold]{arm.Id}[/], replication {options.Replication}{which}");
        WriteWorld(console, plan, arm, result, cells);
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
        foreach (var (column, value) in cells)
        {
            row.AddRow(new Text($"  {column.Name}"),
                new Text(value is double.NaN ? "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }

        console.Write(row);
    }

    // What was drawn for this world alone, and how long it waited.
    private static void WriteWorld(IAnsiConsole console, ExperimentPlan plan, Arm arm, CohortResult result, Cell[] row)
    {
        var names = RunSchema.UncertainParameters(plan);
        var drawn = row.Where(cell => names.Contains(cell.Column.Name) && cell.Value is not double.NaN).ToArray();
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
