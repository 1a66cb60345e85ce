using System.Collections.Immutable;
using System.Text;
using VotingSim.Analysis;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>Tables for a paper: of every crisis what is estimated under each rule, how rules differ from the baseline, and for whom.</summary>
public static class PaperTables
{
    private const string Brackets = "In brackets 95 % intervals of simulation error, which narrow with more replications.";

    /// <summary>Writes the tables into the folder <c>tables</c> of a run; the same run gives the same bytes.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="summary">Its estimates.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="format">In what form.</param>
    /// <returns>The files.</returns>
    public static async Task<ImmutableArray<string>> CommitAsync(ExperimentPlan plan, Summary summary, ResultsFolder folder, TableFormat format)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (tables, into) = (Of(plan, summary), Path.Combine(folder.Path, "tables"));
        (string Path, Func<Stream, Task> Write)[] files = format switch
        {
            TableFormat.Latex => [(Path.Combine(into, "tables.tex"), Text(LatexTables.Write(tables)))],
            TableFormat.Word => [(Path.Combine(into, "tables.docx"), stream => WordTables.WriteAsync(tables, stream))],
            _ => [.. tables.Select(table => (Path.Combine(into, $"{table.Name}.csv"), Text(Csv(table))))],
        };
        foreach (var (path, write) in files)
        {
            await ResultsFolder.CommitAsync(path, write);
        }

        return [.. files.Select(file => file.Path)];

        static Func<Stream, Task> Text(string text) => async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The tables, crisis by crisis; of a sweep at the design point that the report shows at length.</summary>
    internal static ImmutableArray<PaperTable> Of(ExperimentPlan plan, Summary summary)
    {
        var content = new ReportContent { Plan = plan, Summary = summary, Outcomes = [], Differences = [], Opinions = [], Version = "" };
        return [.. content.Sections().SelectMany(Of)];
    }

    private static IEnumerable<PaperTable> Of(ReportSection section)
    {
        var (crisis, plan) = (section.Crisis.Name, section.Content.Plan);
        var point = section.Point.Length > 0 ? $" At {section.Point}." : "";
        var run = $"{ReportNumbers.Count(section.Baseline.Replications)} replications, seed {plan.Seed}.{point}";
        yield return new(
            $"{crisis}-estimates",
            $"{section.Title}: how and when it ends under each rule",
            ["Rule", "Decided, %", "By consent, %", "Median day", "Mean days", "Agreement", "Outvoted", "Mean utility"],
            [
                .. section.Arms.Select(arm => (ImmutableArray<string>)
                [
                    section.NameOf(arm.Arm), Full(arm.DecidedShare, "0.0", 100), Full(arm.Endings.ConsentShare, "0.0", 100),
                    Full(arm.MedianDays, "N0"),
                    Full(arm.RestrictedMeanDays, "N1"), Full(arm.Measure("agreement_index"), "0.000"), Full(arm.Measure("outvoted"), "0.00"),
                    Full(arm.Measure("mean_utility"), "0.000"),
                ]),
            ],
            $"{run} Days are from the event; mean days are until the decision or day {ReportNumbers.Text(section.Horizon, "N0")}. {Brackets}");
        if (section.Comparisons.Length > 0)
        {
            var baseline = section.NameOf(section.Baseline.Arm);
            yield return new(
                $"{crisis}-comparisons",
                $"{section.Title}: every rule against {baseline} in the same worlds",
                ["Rule", "Earlier, %", "Same, %", "Later, %", "Days, middle world", "Days, middle half", "Mean days", "Hazard ratio", "p (Holm)"],
                [
                    .. section.Comparisons.Select(comparison => (ImmutableArray<string>)
                    [
                        section.NameOf(comparison.Arm), WorldWords.Percent(comparison.Earlier.Value), WorldWords.Percent(comparison.Same.Value),
                        WorldWords.Percent(comparison.Later.Value), ReportNumbers.Text(comparison.Worlds.Days.P50, "N0"),
                        WorldWords.Range(comparison.Worlds.Days.P25, comparison.Worlds.Days.P75, "N0"),
                        Full(comparison.RestrictedMeanDifference, "N1"), ReportNumbers.Ratio(comparison.HazardRatio),
                        ReportNumbers.Probability(comparison.HolmP),
                    ]),
                ],
                $"{run} Differences are the rule's days less those of {baseline}; below 0 is earlier. {Brackets} "
                    + "Hazard ratios above 1 decide faster; their errors allow for the pairing, p for the number of rules.");
        }

        yield return new(
            $"{crisis}-members",
            $"{section.Title}: utility of the outcome and share of worlds in which outvoted, by member and rule",
            ["Member", .. section.Arms.SelectMany(arm => new[] { $"{section.NameOf(arm.Arm)}: utility", $"{section.NameOf(arm.Arm)}: outvoted, %" })],
            [
                .. section.Baseline.Members.Select((member, seat) => (ImmutableArray<string>)
                [
                    member.Code,
                    .. section.Arms.SelectMany(arm =>
                        new[] { Full(arm.Members[seat].Utility, "0.000"), Full(arm.Members[seat].Outvoted, "0.0", 100) }),
                ]),
            ],
            $"{run} Utility is by the position and the salience that are configured; 1 is the member's own ideal. {Brackets}");
    }

    private static string Full(Estimate estimate, string format, double scale = 1) => ReportNumbers.Full(estimate, format, scale);

    private static string Csv(PaperTable table) =>
        string.Concat(new[] { table.Columns }.Concat(table.Rows).Select(row => string.Join(',', row.Select(Quoted)) + "\n"));

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") >= 0
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
