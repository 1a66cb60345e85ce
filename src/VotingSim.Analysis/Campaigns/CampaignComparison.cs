using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Campaigns;

/// <summary>The campaigns of an arm against those of its baseline, world by world.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Baseline">The arm of the first rule at the same design point.</param>
/// <param name="Differences">For each of <see cref="CampaignMeasure.Names"/> the arm's less the baseline's.</param>
/// <param name="Turning">Where in the space of parameters what most worlds say of decisions carried out is not so; null where
/// nothing is uncertain.</param>
/// <param name="Surface">In how many worlds the rule carries out fewer decisions, over memory and compliance; null where none of their numbers is
/// uncertain.</param>
public sealed record CampaignComparison(
    CampaignArm Arm,
    CampaignArm Baseline,
    ImmutableSortedDictionary<string, WorldDistribution> Differences,
    Discovery? Turning,
    TurningSurface? Surface);
