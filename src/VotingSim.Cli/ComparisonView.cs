using System.Globalization;
using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Cli;

/// <summary>The comparison at the end of a run: a table per crisis, a row per arm, every estimate with its 95 % interval below it, and the answer in a sentence.</summary>
internal static class ComparisonView
{
    private const int WidthForThreeDecimals = 100;

    public static void Write(IAnsiConsole console, ExperimentPlan plan, Summary summary)
    {
        foreach (var crisis in summary.Arms.GroupBy(arm => arm.Arm.Crisis))
        {
            var first = crisis.First();
            var settings = first.Arm.Terms.Settings;
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{crisis.Key}[/]: {first.Arm.Terms.Roster.Size} members, {first.Replications:N0} replications of each arm, 95 % intervals");
            WriteTable(console, plan, summary, [.. crisis]);
            if (summary.Contrasts.FirstOrDefault(contrast => contrast.Contrast.Crisis == crisis.Key) is { } contrast)
            {
                console.MarkupLineInterpolated($"[bold]{AnswerSentence.Of(contrast)}[/]");
                console.WriteLine($"A hazard ratio above 1 decides faster than {contrast.Contrast.Baseline}.");
            }

            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Observation ends on day {settings.HorizonDays:0.#}. A deliberation undecided then is censored: its time is at least that long, and a mean counts it as that day."));
            console.WriteLine("A median that fewer than half reach is a dash. Agreement is that of the last ballots, cohesion that of the positions at the end; 1 is all alike. Outvoted is a number of members.");
        }

        if (plan.Until is { } until)
        {
            var isReached = summary.Arms.All(arm => !(arm.EstimateOf(until.Of).HalfWidth > until.HalfWidth));
            var width = until.HalfWidth.ToString(CultureInfo.InvariantCulture);
            console.WriteLine(isReached
                ? $"The run stopped when no interval of {until.Of} reached further than {width} to either side."
                : $"The run stopped at the most replications, before every interval of {until.Of} was within {width} to either side.");
        }
    }

    private static void WriteTable(IAnsiConsole console, ExperimentPlan plan, Summary summary, IReadOnlyList<ArmSummary> arms)
    {
        var fine = console.Profile.Width < WidthForThreeDecimals ? "F2" : "F3";
        List<(string Heading, string[] Cells)> columns =
        [
            ("rule", [.. arms.Select(arm => arm.Arm.Rule)]),
            .. plan.Parameters.Select((parameter, index) => (Heading(plan, parameter), (string[])[.. arms.Select(arm => arm.Arm.Parameters[index].Text)])),
        ];

        // The most telling first; what does not fit beside them is left to the files.
        (string Heading, Func<ArmSummary, string> Cell)[] estimates =
        [
            ("decided %", arm => Text(arm.DecidedShare, 100, "F1")),
            ("median days", arm => Text(arm.MedianDays, 1, "F0")),
            ("hazard ratio", arm => HazardRatio(summary.ComparisonOf(arm.Arm))),
            ("agreement", arm => Text(arm.Measure("agreement_index"), 1, fine)),
            ("outvoted", arm => Text(arm.Measure("outvoted"), 1, "F2")),
            ("mean days", arm => Text(arm.RestrictedMeanDays, 1, "F1")),
            ("cohesion", arm => Text(arm.Measure("positional_cohesion"), 1, fine)),
            ("mean utility", arm => Text(arm.Measure("mean_utility"), 1, fine)),
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
            table.AddColumn(new TableColumn(Markup.Escape(heading)) { NoWrap = true, Alignment = columns[0].Heading == heading ? Justify.Left : Justify.Right });
        }

        for (var row = 0; row < arms.Count; row++)
        {
            table.AddRow([.. columns.Select(column => Markup.Escape(column.Cells[row]))]);
        }

        console.Write(table);
        if (columns.Count < 1 + plan.Parameters.Length + estimates.Length)
        {
            console.WriteLine("More estimates than fit here are in summary.csv.");
        }
    }

    // The last word of the path, where that says which it is.
    private static string Heading(ExperimentPlan plan, string parameter) =>
        plan.Parameters.Count(other => LastWord(other) == LastWord(parameter)) == 1 ? LastWord(parameter) : parameter;

    private static string LastWord(string parameter) => parameter[(parameter.LastIndexOf('.') + 1)..];

    private static string HazardRatio(ArmComparison? comparison) => comparison is null ? "1\nbaseline" : Text(comparison.HazardRatio, 1, comparison.HazardRatio.Value < 10 ? "F2" : "F1");

    // With a blank on either side and the border.
    private static int Width((string Heading, string[] Cells) column) => 3 + column.Cells.Append(column.Heading).SelectMany(cell => cell.Split('\n')).Max(line => line.Length);

    private static string Text(Estimate estimate, double scale, string format)
    {
        return double.IsFinite(estimate.Value) ? $"{Number(estimate.Value)}\n[{Number(estimate.Low)},{Number(estimate.High)}]"
            : double.IsPositiveInfinity(estimate.Value) ? "infinite"
            : "-";

        string Number(double value) => double.IsFinite(value) ? (value * scale).ToString(format, CultureInfo.InvariantCulture) : "-";
    }
}
