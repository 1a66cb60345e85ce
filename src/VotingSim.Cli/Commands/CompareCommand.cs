using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Analysis;
using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Cli.Commands;

internal sealed class CompareCommand : AsyncCommand<CompareCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<results-dir>"), Description("The folder of the run that is compared with.")]
        public required string Baseline { get; init; }

        [CommandArgument(1, "<results-dir>"), Description("The folder of another run of the same seed.")]
        public required string Other { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var (baseline, other) = (
            await StoredRun.OpenFinishedAsync(options.Baseline, cancellationToken),
            await StoredRun.OpenFinishedAsync(options.Other, cancellationToken));
        if (baseline.Plan.Seed != other.Plan.Seed)
        {
            throw new BadInputException($"The runs have different seeds, {baseline.Plan.Seed} and {other.Plan.Seed}: they did not meet the same "
                + "luck and cannot be compared replication by replication. Run one of them again with --seed.");
        }

        ImmutableArray<ArmComparison> comparisons = [];
        await RunProgressBar.ShowAsync(
            Terminal.IsWatched, async progress => comparisons = await RunComparison.ReadAsync(baseline, other, progress), "comparing");
        if (comparisons.IsEmpty)
        {
            throw new BadInputException($"The runs have no arm in common: {Ids(baseline.Plan)} there, {Ids(other.Plan)} here.");
        }

        if (options.Format == OutputFormat.Json)
        {
            await using var output = Console.OpenStandardOutput();
            await SummaryFiles.WriteComparisonsAsync(comparisons, output);
            await output.WriteAsync("\n"u8.ToArray(), CancellationToken.None);
            return ExitCode.Done;
        }

        Write(Terminal.Results, comparisons);
        return ExitCode.Done;
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<ArmComparison> comparisons)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("arm") { NoWrap = true });
        foreach (var heading in new[] { "earlier\n%", "same\n%", "later\n%", "days\n(middle half)", "agreement\n(middle half)",
            "outvoted\n(middle half)" })
        {
            table.AddColumn(new TableColumn(heading) { NoWrap = true, Alignment = Justify.Right });
        }

        foreach (var comparison in comparisons)
        {
            var worlds = comparison.Worlds;
            table.AddRow(
                Markup.Escape(comparison.Arm.Id),
                Text(worlds.Earlier.Value * 100, "F1"),
                Text(worlds.Same.Value * 100, "F1"),
                Text(worlds.Later.Value * 100, "F1"),
                Spread(worlds.Days, "F0"),
                Spread(worlds.Measure("agreement_index"), "F3"),
                Spread(worlds.Measure("outvoted"), "F0"));
        }

        console.WriteLine($"The second run less the first, world by world: {Text(comparisons[0].Replications, "N0")} worlds, the same for both");
        console.Write(table);
        foreach (var comparison in comparisons)
        {
            console.WriteLine(AnswerSentence.Of(comparison.Worlds, $"{comparison.Arm.Id} in the second run", "in the first"));
            console.WriteLine($"  Simulation error: the mean difference is {Full(comparison.RestrictedMeanDifference, "F1")} days, 95 %.");
        }

        console.WriteLine("Days below 0 are earlier in the second run. What is undecided at the horizon is censored there and counts as that day.");
    }

    private static string Ids(ExperimentPlan plan) => string.Join(", ", plan.Arms.Take(5).Select(arm => arm.Id))
        + (plan.Arms.Length > 5 ? ", ..." : "");

    // The middle world, and the middle half below it.
    private static string Spread(WorldDistribution? distribution, string format) => distribution is not { Worlds: > 0 } ? "-"
        : $"{Text(distribution.P50, format)}\n({Text(distribution.P25, format)} to {Text(distribution.P75, format)})";

    private static string Full(Estimate estimate, string format) =>
        $"{Text(estimate.Value, format)} [{Text(estimate.Low, format)}, {Text(estimate.High, format)}]";

    private static string Text(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
