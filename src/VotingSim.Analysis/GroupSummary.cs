using System.Collections.Immutable;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis;

/// <summary>What is said of a group of arms.</summary>
/// <param name="Arms">Its arms, in order.</param>
/// <param name="Comparisons">Every arm against the baseline, not yet corrected for the number of comparisons.</param>
/// <param name="Pairwise">All pairs; empty where they are not compared.</param>
/// <param name="Frontiers">A frontier for each measure.</param>
internal sealed record GroupSummary(
    ImmutableArray<ArmSummary> Arms,
    ImmutableArray<ArmComparison> Comparisons,
    ImmutableArray<ArmComparison> Pairwise,
    ImmutableArray<Frontier> Frontiers)
{
    /// <summary>Summarises the rows of a group, and adds its worlds to those of all.</summary>
    public static GroupSummary Of(ArmGroup group, PowerOfArms powers, GroupTally tally, PooledWorlds pooled)
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
}
