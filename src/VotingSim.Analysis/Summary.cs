using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis;

/// <summary>What a run says: the answer over worlds, what it hangs on, and then estimates of every arm, comparisons of arms and frontiers
/// with their simulation error; all computed from the stored rows.</summary>
public sealed record Summary
{
    /// <summary>Up to this number of rules, all pairs of them are compared, and not only each with the baseline.</summary>
    public const int MostRulesComparedPairwise = 8;

    /// <summary>The answer that everything leads with; null for a single rule.</summary>
    public required Headline? Headline { get; init; }

    /// <summary>Every rule against the first one: over all crises where there are several, then crisis by crisis, pooled over design
    /// points.</summary>
    public required ImmutableArray<ContrastSummary> Contrasts { get; init; }

    /// <summary>The arms, in order.</summary>
    public required ImmutableArray<ArmSummary> Arms { get; init; }

    /// <summary>Every arm against the baseline of its crisis and design point, in the order of arms; no entry for the baselines themselves.</summary>
    public required ImmutableArray<ArmComparison> Comparisons { get; init; }

    /// <summary>Every pair of rules of the same crisis and design point, the earlier arm being the baseline. Empty for more than
    /// <see cref="MostRulesComparedPairwise"/> rules, or fewer than three.</summary>
    public required ImmutableArray<ArmComparison> Pairwise { get; init; }

    /// <summary>The frontiers: for every crisis and design point one for each of <see cref="Frontier.Measures"/>.</summary>
    public required ImmutableArray<Frontier> Frontiers { get; init; }

    /// <summary>A proportional hazards model over all arms of each crisis; none where a crisis has a single arm or nothing can be
    /// estimated.</summary>
    public required ImmutableArray<HazardModel> Cox { get; init; }

    /// <summary>What is said of an arm.</summary>
    public ArmSummary Of(Arm arm) => Arms[arm.Index];

    /// <summary>What is said of a rule against the first one in a crisis, or over all crises for null; null where it is not compared.</summary>
    public ContrastSummary? ContrastOf(string? crisis, string rule) =>
        Contrasts.FirstOrDefault(contrast => contrast.Contrast.Crisis == crisis && contrast.Contrast.Rule == rule);

    /// <summary>An arm against its baseline; null for a baseline.</summary>
    public ArmComparison? ComparisonOf(Arm arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        var (first, end) = (0, Comparisons.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = Comparisons[middle].Arm.Index < arm.Index ? (middle + 1, end) : (first, middle);
        }

        return first < Comparisons.Length && Comparisons[first].Arm.Index == arm.Index ? Comparisons[first] : null;
    }
}
