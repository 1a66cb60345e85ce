using System.Collections.Immutable;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis;

/// <summary>The arms of one crisis and design point: the rules that are compared with one another, the first being the baseline.</summary>
internal sealed record ArmGroup(ImmutableArray<Arm> Arms)
{
    /// <summary>The arm that the others are compared with.</summary>
    public Arm Baseline => Arms[0];

    /// <summary>Whether all pairs are compared in full; otherwise only those with the baseline.</summary>
    public bool IsComparedPairwise => Arms.Length is > 2 and <= Summary.MostRulesComparedPairwise;

    /// <summary>The groups of an experiment, in order.</summary>
    public static ImmutableArray<ArmGroup> Of(ExperimentPlan plan) =>
        [.. plan.Arms.GroupBy(arm => arm.Baseline).Select(arms => new ArmGroup([.. arms]))];

    /// <summary>All pairs of places in the group, the earlier one first.</summary>
    public IEnumerable<(int Baseline, int Arm)> Pairs() =>
        Enumerable.Range(0, Arms.Length)
            .SelectMany(baseline => Enumerable.Range(baseline + 1, Arms.Length - baseline - 1).Select(arm => (baseline, arm)));
}
