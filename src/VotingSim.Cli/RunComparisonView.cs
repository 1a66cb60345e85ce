using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Cli;

/// <summary>Two runs side by side, for reading: a table with a row per arm, and what it says in words.</summary>
internal static class RunComparisonView
{
    /// <summary>Runs that met the same luck.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ArmComparison> comparisons)
    {
        var table = Table("earlier\n%", "same\n%", "later\n%", "days\n(middle half)", "agreement\n(middle half)", "outvoted\n(middle half)");
        foreach (var comparison in comparisons)
        {
            var worlds = comparison.Worlds;
            Row(
                table,
                Name(comparison.Baseline.Id, comparison.Arm.Id),
                Percent(worlds.Earlier.Value),
                Percent(worlds.Same.Value),
                Percent(worlds.Later.Value),
                Spread(worlds.Days, "F0"),
                Spread(worlds.Measure("agreement_index"), "F3"),
                Spread(worlds.Measure("outvoted"), "0.#"));
        }

        console.WriteLine($"The second run less the first, world by world: {Text(comparisons[0].Replications, "N0")} worlds, the same for both");
        console.Write(table);
        foreach (var comparison in comparisons)
        {
            console.WriteLine(AnswerSentence.Of(
                comparison.Worlds, $"{comparison.Arm.Id} in the second run", In(comparison.Baseline.Id, comparison.Arm.Id)));
            console.WriteLine($"  Simulation error: the mean difference is {Full(comparison.RestrictedMeanDifference, "F1")} days, 95 %.");
        }

        console.WriteLine("Days below 0 are earlier in the second run. What is undecided at the horizon is censored there and counts as that day.");
    }

    /// <summary>Runs that met different luck.</summary>
    public static void WriteUnpaired(IAnsiConsole console, IReadOnlyList<UnpairedComparison> comparisons, (ulong First, ulong Second) seeds)
    {
        var table = Table("decided, points", "mean days", "hazard ratio", "p, Holm", "agreement", "outvoted");
        foreach (var comparison in comparisons)
        {
            Row(
                table,
                Name(comparison.Baseline.Id, comparison.Arm.Id),
                Full(comparison.Difference("decided").Mean, "F1", 100),
                Full(comparison.Days.RestrictedMeanDifference, "F1"),
                Full(comparison.Days.HazardRatio, "F2"),
                SignificantDigits.Probability(comparison.HolmP),
                Full(comparison.Difference("agreement_index").Mean, "F3"),
                Full(comparison.Difference("outvoted").Mean, "F2"));
        }

        var (first, second) = (comparisons[0].BaselineReplications, comparisons[0].Replications);
        console.WriteLine($"The second run ({Text(second, "N0")} replications) less the first ({Text(first, "N0")}), unpaired; in brackets 95 %");
        console.WriteLine(seeds.First == seeds.Second
            ? "They are taken as independent samples as asked for, although they met the same luck: as a rule the intervals are too wide."
            : $"Their seeds differ, {seeds.First} and {seeds.Second}: they did not meet the same luck, so that means are compared and not worlds. "
                + "The luck that differs is in these intervals; with --seed both can meet the same, and differences are then surer.");
        console.Write(table);
        foreach (var comparison in comparisons)
        {
            var days = comparison.Days;
            console.WriteLine(
                $"Of two worlds drawn at random, {comparison.Arm.Id} in the second run decides earlier than "
                + $"{In(comparison.Baseline.Id, comparison.Arm.Id)} with a chance of {Full(days.Earlier, "F1", 100)} %, on the same day or "
                + $"neither of them {Full(days.Same, "F1", 100)} %, later {Full(days.Later, "F1", 100)} %.");
        }

        console.WriteLine(
            "Below 0 is fewer, earlier or less in the second run; a hazard ratio above 1 decides faster. Intervals are Newcombe's of shares, "
            + "Welch's of means, Wald's of hazard ratios, and of Mann and Whitney's probability of being earlier.");
    }

    private static Table Table(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("arm") { NoWrap = true });
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(heading) { NoWrap = true, Alignment = Justify.Right });
        }

        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string Name(string baseline, string arm) => baseline == arm ? arm : $"{arm}\nless {baseline}";

    private static string In(string baseline, string arm) => baseline == arm ? "in the first" : $"{baseline} in the first";

    // The middle world, and the middle half below it.
    private static string Spread(WorldDistribution? distribution, string format) => distribution is not { Worlds: > 0 } ? SignificantDigits.Dash
        : $"{Text(distribution.P50, format)}\n({Text(distribution.P25, format)} to {Text(distribution.P75, format)})";

    private static string Full(Estimate estimate, string format, double scale = 1) => double.IsNaN(estimate.Low)
        ? Text(estimate.Value * scale, format)
        : $"{Text(estimate.Value * scale, format)} [{Text(estimate.Low * scale, format)}, {Text(estimate.High * scale, format)}]";

    private static string Percent(double share) => Text(share * 100, "F1");

    private static string Text(double value, string format) => SignificantDigits.Text(value, format);
}
