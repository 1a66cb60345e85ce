using System.Collections.Immutable;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Worlds;

/// <summary>A rule against the first rule of the experiment, in one crisis or in all of them, over all design points: what a reader asks of
/// a run.</summary>
public sealed record Contrast
{
    /// <summary>Name of the crisis; null where it is over all crises.</summary>
    public required string? Crisis { get; init; }

    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of the rule that it is compared with, the first one of the experiment.</summary>
    public required string Baseline { get; init; }

    /// <summary>The arms that are compared, each with its baseline of the same crisis and design point; at least one pair.</summary>
    public required ImmutableArray<(Arm Baseline, Arm Arm)> Pairs { get; init; }

    /// <summary>The contrasts of an experiment: over everything where there are several crises, each rule in its order; then crisis by
    /// crisis. Empty for a single rule.</summary>
    public static ImmutableArray<Contrast> Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var known = plan.Arms.ToDictionary(arm => arm.Index);
        var pairs = plan.Arms.Where(arm => arm.Index != arm.Baseline).Select(arm => (Baseline: known[arm.Baseline], Arm: arm)).ToArray();
        var crises = pairs.GroupBy(pair => pair.Arm.Crisis).ToArray();
        return
        [
            .. crises.Length > 1 ? ByRule(null, pairs) : [],
            .. crises.SelectMany(crisis => ByRule(crisis.Key, crisis)),
        ];
    }

    private static IEnumerable<Contrast> ByRule(string? crisis, IEnumerable<(Arm Baseline, Arm Arm)> pairs) => pairs
        .GroupBy(pair => pair.Arm.Rule)
        .Select(rule => new Contrast { Crisis = crisis, Rule = rule.Key, Baseline = rule.First().Baseline.Rule, Pairs = [.. rule] });
}
