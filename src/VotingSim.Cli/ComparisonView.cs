using System.Globalization;
using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Plan;
using VotingSim.Report;
using VotingSim.Statistics;

namespace VotingSim.Cli;

/// <summary>The comparison at the end of a run: a table per crisis, a row per arm, what differs over worlds, and the answer in words; simulation
/// error comes last.</summary>
internal static class ComparisonView
{
    private const int MostRows = SummaryFiles.MostArmsInFull;

    public static void Write(IAnsiConsole console, ExperimentPlan plan, Summary summary)
    {
        var crises = summary.Arms.GroupBy(arm => arm.Arm.Crisis).ToArray();
        foreach (var crisis in crises)
        {
            var first = crisis.First();
            console.WriteLine();
            console.MarkupInterpolated($"[bold]{crisis.Key}[/]: {first.Arm.Terms.Roster.Size} members, ");
            console.WriteLine($"{first.Replications.ToString("N0", CultureInfo.InvariantCulture)} worlds, the same for every arm");
            WriteTable(console, plan, summary, [.. crisis.Take(MostRows)]);
            if (crisis.Count() is > MostRows and var arms)
            {
                console.WriteLine($"{(arms - MostRows).ToString("N0", CultureInfo.InvariantCulture)} arms more are in summary.parquet.");
            }

            if (crises.Length > 1 && summary.Headline is { } headline && summary.ContrastOf(crisis.Key, headline.Rule) is { } contrast)
            {
                console.WriteLine(AnswerSentence.Lead(contrast, rule => RuleTitles.Of(plan, rule)));
            }
        }

        console.WriteLine();
        if (summary.Headline is { Text: var text })
        {
            console.MarkupLineInterpolated($"[bold]{text}[/]");
        }

        console.WriteLine($"Simulation error: {ReportAnswer.SimulationError(summary)}");
        console.WriteLine();
        console.WriteLine($"{Horizons(plan)} What is undecided then is censored: it takes at least that long.");
        console.WriteLine(
            "Days are from the event; below a median the middle half of the worlds. A median that fewer than half reach is a dash. "
            + "Agreement (0 to 1) and the number of members outvoted are means over worlds.");
        if (plan.Until is { } until)
        {
            var isReached = summary.Arms.All(arm => !(arm.EstimateOf(until.Of).HalfWidth > until.HalfWidth));
            var width = until.HalfWidth.ToString(CultureInfo.InvariantCulture);
            console.WriteLine(isReached
                ? $"The run stopped when no simulation error of {until.Of} reached further than {width} to either side."
                : $"The run stopped at the most replications, before every simulation error of {until.Of} was within {width} to either side.");
        }
    }

    private static void WriteTable(IAnsiConsole console, ExperimentPlan plan, Summary summary, IReadOnlyList<ArmSummary> arms)
    {
        List<(string Heading, string[] Cells)> columns =
        [
            ("rule", [.. arms.Select(arm => arm.Arm.Rule)]),
            .. plan.Parameters.Select((parameter, index) =>
                (Heading(plan, parameter), (string[])[.. arms.Select(arm => arm.Arm.Parameters[index].Text)])),
        ];

        // The most telling first; what does not fit beside them is left to the files.
        (string Heading, Func<ArmSummary, string> Cell)[] estimates =
        [
            ("decided\n%", arm => Percent(arm.DecidedShare)),
            ("by\nconsent %", arm => Percent(arm.Endings.ConsentShare)),
            ("median days\n(middle half)", Days),
            ("earlier\n%", arm => Percent(summary.ComparisonOf(arm.Arm)?.Earlier)),
            ("same\n%", arm => Percent(summary.ComparisonOf(arm.Arm)?.Same)),
            ("later\n%", arm => Percent(summary.ComparisonOf(arm.Arm)?.Later)),
            ("agree-\nment", arm => Number(arm.Measure("agreement_index").Value, "F2")),
            ("out-\nvoted", arm => Number(arm.Measure("outvoted").Value, "F2")),
        ];
        var left = console.Profile.Width - columns.Sum(Width) - 1;
        foreach (var (heading, cell) in estimates)
        {
            var column = (heading, (string[])[.. arms.Select(cell)]);
            left -= Width(column);
            if (left < 0)
            {
                break;
            }

            columns.Add(column);
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var (heading, _) in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(heading)) { NoWrap = true, Alignment = columns[0].Heading == heading ? Justify.Left
                : Justify.Right });
        }

        for (var row = 0; row < arms.Count; row++)
        {
            table.AddRow([.. columns.Select(column => Markup.Escape(column.Cells[row]))]);
        }

        console.Write(table);
        if (columns.Count < 1 + plan.Parameters.Length + estimates.Length)
        {
            console.WriteLine($"More than fits here is in summary.{(plan.Arms.Length > MostRows ? "parquet" : "csv")}.");
        }
    }

    private static string Horizons(ExperimentPlan plan)
    {
        double[] days = [.. plan.Arms.Select(arm => arm.Terms.Settings.HorizonDays).Distinct().Order()];
        return days.Length == 1 ? $"Observation ends on day {Number(days[0], "0.#")}."
            : $"Observation ends between day {Number(days[0], "0.#")} and day {Number(days[^1], "0.#")}.";
    }

    // The last word of the path, where that says which it is.
    private static string Heading(ExperimentPlan plan, string parameter) =>
        plan.Parameters.Count(other => LastWord(other) == LastWord(parameter)) == 1 ? LastWord(parameter) : parameter;

    private static string LastWord(string parameter) => parameter[(parameter.LastIndexOf('.') + 1)..];

    // With a blank on either side and the border.
    private static int Width((string Heading, string[] Cells) column) =>
        3 + column.Cells.Append(column.Heading).SelectMany(cell => cell.Split('\n')).Max(line => line.Length);

    private static string Days(ArmSummary arm)
    {
        var spread = arm.Spread("days");
        return $"{Number(arm.MedianDays.Value, "F0")}\n({Number(spread.P25, "F0")}-{Number(spread.P75, "F0")})";
    }

    // The baseline is compared with nothing.
    private static string Percent(Estimate? share) => share is { } known ? Number(known.Value * 100, "F1") : "";

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
