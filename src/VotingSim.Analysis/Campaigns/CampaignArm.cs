using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Analysis.Campaigns;

/// <summary>What is said of the campaigns of an arm.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Replications">Number of campaigns.</param>
/// <param name="Measures">Each of <see cref="CampaignMeasure.Names"/>: mean and spread over worlds.</param>
/// <param name="Years">What is said of each year.</param>
/// <param name="Members">What befell each member, in seat order.</param>
/// <param name="Matters">Where its matters went, in the order of <see cref="MatterCount.Endings"/>.</param>
public sealed record CampaignArm(
    Arm Arm,
    long Replications,
    ImmutableSortedDictionary<string, CampaignEstimate> Measures,
    ImmutableArray<CampaignYear> Years,
    ImmutableArray<CampaignMember> Members,
    ImmutableArray<MatterCount> Matters);

/// <summary>A measure of campaigns.</summary>
/// <param name="Mean">Its mean, with its simulation error.</param>
/// <param name="Spread">How it is spread over worlds.</param>
public sealed record CampaignEstimate(Estimate Mean, WorldSpread Spread);

/// <summary>A year of campaigns.</summary>
/// <param name="Year">The year, from 1.</param>
/// <param name="Means">Mean of each column of the file of years.</param>
/// <param name="GoodwillMean">How the members' mean goodwill is spread over worlds at its end.</param>
/// <param name="GoodwillMinimum">How that of the least contented member is.</param>
/// <param name="Decided">How the matters decided until its end are, by consent or by vote.</param>
/// <param name="Open">How the matters are that have arisen and not ended by then.</param>
public sealed record CampaignYear(
    int Year,
    ImmutableSortedDictionary<string, double> Means,
    WorldSpread GoodwillMean,
    WorldSpread GoodwillMinimum,
    WorldSpread Decided,
    WorldSpread Open);

/// <summary>What befell a member in campaigns.</summary>
/// <param name="Code">The member.</param>
/// <param name="Outvoted">How often it was outvoted in a campaign, on average.</param>
/// <param name="LeftOut">How often the willing went on without it.</param>
/// <param name="Goodwill">Its goodwill on the last day of each year: mean, with its simulation error, and spread over worlds.</param>
public sealed record CampaignMember(string Code, double Outvoted, double LeftOut, ImmutableArray<CampaignEstimate> Goodwill);
