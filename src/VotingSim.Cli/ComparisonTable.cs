using System.Globalization;
using Spectre.Console;
using VotingSim.Experiments;
using VotingSim.Experiments.Results;
using VotingSim.Statistics;

namespace VotingSim.Cli;

/// <summary>The comparison at the end of a run: a table per crisis, a row per arm, every estimate with its 95 % interval below it.</summary>
internal static class ComparisonTable
{
    public static void Write(IAnsiConsole console, ExperimentPlan plan, Summary summary)
    {
        foreach (var crisis in summary.Arms.GroupBy(arm => arm.Arm.Crisis))
        {
            var first = crisis.First();
            var settings = first.Arm.Terms.Settings;
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{crisis.Key}[/]: {first.Arm.Terms.Roster.Size} members, {plan.Replications:N0} replications of each arm, 95 % intervals");
            var table = new Table().Border(TableBorder.Simple);
            table.AddColumn("rule");
            foreach (var parameter in plan.Parameters)
            {
                table.AddColumn(new TableColumn(Markup.Escape(parameter)).RightAligned());
            }

            foreach (var heading in new[] { "decided %", "median days", "mean days", "agreement", "cohesion", "outvoted", "mean utility" })
            {
                table.AddColumn(new TableColumn(heading).RightAligned());
            }

            foreach (var arm in crisis)
            {
                table.AddRow(
                [
                    arm.Arm.Rule,
                    .. arm.Arm.Parameters.Select(parameter => parameter.Text),
                    Text(arm.DecidedShare, 100, "F1"),
                    Text(arm.MedianDays, 1, "F0"),
                    Text(arm.RestrictedMeanDays, 1, "F1"),
                    Text(arm.Measure("agreement_index"), 1, "F3"),
                    Text(arm.Measure("positional_cohesion"), 1, "F3"),
                    Text(arm.Measure("outvoted"), 1, "F2"),
                    Text(arm.Measure("mean_utility"), 1, "F3"),
                ]);
            }

            console.Write(table);
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Observation ends on day {settings.Rounds * settings.RoundDays:0.#}. A deliberation undecided then is censored: its time is at least that long, and the mean counts it as that day."));
            console.WriteLine("A median that fewer than half reach is a dash. Agreement is that of the last ballots, cohesion that of the positions at the end; 1 is all alike.");
        }
    }

    private static string Text(Estimate estimate, double scale, string format)
    {
        return double.IsFinite(estimate.Value) ? $"{Number(estimate.Value)}\n[grey][[{Number(estimate.Low)}, {Number(estimate.High)}]][/]" : "-";

        string Number(double value) => double.IsFinite(value) ? (value * scale).ToString(format, CultureInfo.InvariantCulture) : "-";
    }
}
