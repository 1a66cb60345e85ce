using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis;

/// <summary>Computes the summary of a run from its stored rows.</summary>
public static class SummaryReader
{
    /// <summary>Computes the summary from the rows of a folder. Memory does not grow with the number of replications.</summary>
    public static async Task<Summary> ReadAsync(ExperimentPlan plan, ResultsFolder folder)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (schema, groups) = (new RunSchema(plan), ArmGroup.Of(plan));
        var (read, powers, pooled) = (new GroupSummary[groups.Length], new PowerOfArms(), new PooledWorlds(plan));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, groups.Length),
            async (index, _) => read[index] = Summarize(
                groups[index], powers, await GroupTally.ReadAsync(plan, groups[index], schema, folder), pooled));
        ImmutableArray<ArmSummary> arms = [.. read.SelectMany(group => group.Arms)];
        var crises = arms.GroupBy(arm => arm.Arm.Crisis).Select(crisis => crisis.ToImmutableArray()).ToArray();
        var models = new HazardModel?[crises.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, crises.Length),
            async (index, _) => models[index] = await HazardReader.ReadAsync(plan, crises[index], folder));
        var contrasts = await pooled.SummarizeAsync(arms, schema, folder);
        return new()
        {
            Headline = Headline.Of(plan, contrasts),
            Contrasts = contrasts,
            Arms = arms,
            Comparisons = Correct(read.SelectMany(group => group.Comparisons.Where(comparison =>
                comparison.Baseline.Index == comparison.Arm.Baseline))),
            Pairwise = Correct(read.SelectMany(group => group.Pairwise)),
            Frontiers = [.. read.SelectMany(group => group.Frontiers)],
            Cox = [.. models.OfType<HazardModel>()],
        };
    }

    private static GroupSummary Summarize(ArmGroup group, PowerOfArms powers, GroupTally tally, PooledWorlds pooled)
    {
        ImmutableArray<ArmSummary> arms = [.. tally.Arms.Zip(group.Arms, (arm, of) => arm.Summarize(powers.Of(of)))];
        var pairs = tally.Pairs.ToArray();
        foreach (var pair in pairs.Where(pair => pair.Baseline == group.Baseline))
        {
            pooled.Add(pair.Arm, pair.Worlds!);
        }

        ImmutableArray<ArmComparison> comparisons =
        [
            .. pairs.Where(pair => group.IsComparedPairwise || pair.Baseline == group.Baseline)
                .Select(pair => pair.Compare())
        ];
        return new(
            arms,
            [.. comparisons.Where(comparison => comparison.Baseline == group.Baseline)],
            group.IsComparedPairwise ? comparisons : [],
            [.. Frontier.Measures.Select(measure => FrontierOf(arms, pairs, measure))]);
    }

    private static Frontier FrontierOf(ImmutableArray<ArmSummary> arms, PairTally[] pairs, FrontierMeasure measure)
    {
        var dominated = pairs
            .SelectMany(pair => new[]
            {
                (pair.Arm, By: pair.Baseline, Days: pair.Days().Negated, Gain: Gain(pair).Negated),
                (Arm: pair.Baseline, By: pair.Arm, Days: pair.Days(), Gain: Gain(pair)),
            })
            .Where(pair => Dominance.Holds(pair.Days, pair.Gain))
            .ToLookup(pair => pair.Arm.Index, pair => pair.By);
        return new()
        {
            Crisis = arms[0].Arm.Crisis,
            Measure = measure,
            Points =
            [
                .. arms.Select(arm => new FrontierPoint
                {
                    Arm = arm.Arm,
                    Days = arm.Spread("days"),
                    Values = arm.Spread(measure.Name),
                    RestrictedMeanDays = arm.RestrictedMeanDays,
                    Mean = arm.Measure(measure.Name),
                    DominatedBy = [.. dominated[arm.Arm.Index].OrderBy(other => other.Index)],
                }),
            ],
        };

        Estimate Gain(PairTally pair) => measure.MoreIsBetter ? pair.Measure(measure.Name) : pair.Measure(measure.Name).Negated;
    }

    /// <summary>Holm's correction over all comparisons of a list that are of the same crisis.</summary>
    private static ImmutableArray<ArmComparison> Correct(IEnumerable<ArmComparison> comparisons) =>
    [
        .. comparisons.GroupBy(comparison => comparison.Arm.Crisis).SelectMany(crisis =>
        {
            var family = crisis.ToArray();
            var ratios = Holm.Adjust([.. family.Select(comparison => comparison.HazardRatioP)]);
            var differences = family[0].Differences
                .Select((_, column) => Holm.Adjust([.. family.Select(comparison => comparison.Differences[column].P)]))
                .ToArray();
            return family.Select((comparison, index) => comparison with
            {
                HolmP = ratios[index],
                Differences = [.. comparison.Differences.Select((difference, column) => difference with { HolmP = differences[column][index] })],
            });
        }),
    ];

    private sealed record GroupSummary(
        ImmutableArray<ArmSummary> Arms,
        ImmutableArray<ArmComparison> Comparisons,
        ImmutableArray<ArmComparison> Pairwise,
        ImmutableArray<Frontier> Frontiers);
}
