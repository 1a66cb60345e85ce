using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Analysis;
using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Cli.Commands;

internal sealed class CompareCommand : AsyncCommand<CompareCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<results-dir>"), Description("The folder of the run that is compared with.")]
        public required string Baseline { get; init; }

        [CommandArgument(1, "<results-dir>"), Description("The folder of another run: of the same seed, replication by replication; else unpaired.")]
        public required string Other { get; init; }

        [CommandOption("--arm <ID=ID>"), Description("Also compare these arms, of the first run and of the second, whose ids differ. Repeatable.")]
        public string[] Arms { get; init; } = [];

        [CommandOption("--unpaired"), Description("Take runs of the same seed as independent samples too, with all their replications.")]
        public bool Unpaired { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var (baseline, other) = (
            await StoredRun.OpenSingleAsync(options.Baseline, cancellationToken),
            await StoredRun.OpenSingleAsync(options.Other, cancellationToken));
        var named = Named(baseline.Plan, other.Plan, options.Arms);
        var pairs = RunComparison.Pairs(baseline.Plan, other.Plan, named);
        if (pairs.IsEmpty)
        {
            throw new BadInputException($"The runs have no arm in common: {Ids(baseline.Plan.Arms)} there, {Ids(other.Plan.Arms)} here. "
                + "--arm there=here compares two whose ids differ.");
        }

        if (options.Unpaired || baseline.Plan.Seed != other.Plan.Seed)
        {
            await WriteAsync(
                await RunComparison.ReadUnpairedAsync(baseline, other, pairs),
                options.Format,
                SummaryFiles.WriteComparisonsAsync,
                comparisons => RunComparisonView.WriteUnpaired(Terminal.Results, comparisons, (baseline.Plan.Seed, other.Plan.Seed)));
        }
        else
        {
            await WriteAsync(
                await ReadAsync(baseline, other, pairs),
                options.Format,
                SummaryFiles.WriteComparisonsAsync,
                comparisons => RunComparisonView.Write(Terminal.Results, comparisons));
        }

        if (options.Format == OutputFormat.Table)
        {
            WriteLeft(baseline.Plan, other.Plan, pairs);
        }

        return ExitCode.Done;
    }

    private static async Task<ImmutableArray<ArmComparison>> ReadAsync(
        (ExperimentPlan Plan, ResultsFolder Folder) baseline,
        (ExperimentPlan Plan, ResultsFolder Folder) other,
        ImmutableArray<(Arm Baseline, Arm Arm)> pairs)
    {
        ImmutableArray<ArmComparison> comparisons = [];
        await RunProgressBar.ShowAsync(
            isShown: true, async progress => comparisons = await RunComparison.ReadAsync(baseline, other, pairs, progress), "comparing");
        return comparisons;
    }

    private static async Task WriteAsync<T>(
        ImmutableArray<T> comparisons, OutputFormat format, Func<IEnumerable<T>, Stream, Task> json, Action<ImmutableArray<T>> table)
    {
        if (format == OutputFormat.Table)
        {
            table(comparisons);
            return;
        }

        await Terminal.WriteDocumentAsync(output => json(comparisons, output));
    }

    // What only one of the runs has is not passed over in silence.
    private static void WriteLeft(ExperimentPlan baseline, ExperimentPlan other, ImmutableArray<(Arm Baseline, Arm Arm)> pairs)
    {
        Arm[] there = [.. baseline.Arms.Where(arm => pairs.All(pair => pair.Baseline != arm))];
        Arm[] here = [.. other.Arms.Where(arm => pairs.All(pair => pair.Arm != arm))];
        if (there.Length > 0)
        {
            Terminal.Results.WriteLine($"Only the first run has {Ids(there)}.");
        }

        if (here.Length > 0)
        {
            Terminal.Results.WriteLine($"Only the second run has {Ids(here)}.");
        }
    }

    private static (string Baseline, string Arm)[] Named(ExperimentPlan baseline, ExperimentPlan other, string[] arms)
    {
        var (named, problems) = (new List<(string Baseline, string Arm)>(), new List<string>());
        foreach (var text in arms)
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            if (sign < 0)
            {
                problems.Add($"--arm '{text}': expected an arm of the first run and one of the second, e.g. "
                    + $"{baseline.Arms[0].Id}={other.Arms[^1].Id}.");
                continue;
            }

            var (there, here) = (text[..sign], text[(sign + 1)..]);
            Check(baseline, there, "first");
            Check(other, here, "second");
            named.Add((there, here));
        }

        return problems.Count > 0 ? throw new BadInputException(string.Join('\n', problems)) : [.. named];

        void Check(ExperimentPlan plan, string id, string which)
        {
            if (plan.Arms.All(arm => arm.Id != id))
            {
                problems.Add($"--arm: the {which} run has no arm '{id}'. It has {Ids(plan.Arms)}.");
            }
        }
    }

    private static string Ids(IReadOnlyList<Arm> arms) => string.Join(", ", arms.Take(5).Select(arm => arm.Id))
        + (arms.Count > 5 ? $" and {arms.Count - 5} more" : "");
}
