using System.Collections.Immutable;
using VotingSim.Analysis.Campaigns;

namespace VotingSim.Analysis.Documents;

/// <summary>The contract of <c>summary.json</c> where the run is of campaigns.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Fingerprint">SHA-256 of the resolved configuration.</param>
/// <param name="Years">How many years a campaign has.</param>
/// <param name="Headline">The answer in words; null for a single rule, and of a sweep.</param>
/// <param name="Arms">What is said of each arm.</param>
/// <param name="Comparisons">Every arm against its baseline.</param>
public sealed record CampaignDocument(
    string Experiment,
    string Fingerprint,
    int Years,
    string? Headline,
    IEnumerable<CampaignArmDocument> Arms,
    IEnumerable<CampaignComparisonDocument> Comparisons);

/// <summary>The campaigns of an arm.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Parameters">Values of the swept parameters.</param>
/// <param name="Replications">Number of campaigns.</param>
/// <param name="Measures">Mean and spread of each measure over worlds.</param>
/// <param name="ByYear">What is said of each year.</param>
/// <param name="Members">What befell each member, in seat order.</param>
/// <param name="Matters">Where its matters went.</param>
public sealed record CampaignArmDocument(
    string Arm,
    string Rule,
    ImmutableSortedDictionary<string, string> Parameters,
    long Replications,
    ImmutableSortedDictionary<string, CampaignMeasureDocument> Measures,
    IEnumerable<CampaignYearDocument> ByYear,
    IEnumerable<CampaignMemberDocument> Members,
    IEnumerable<MatterCount> Matters);

/// <summary>What befell a member in campaigns.</summary>
/// <param name="Code">The member.</param>
/// <param name="Outvoted">How often it was outvoted in a campaign, on average.</param>
/// <param name="LeftOut">How often the willing went on without it.</param>
/// <param name="Goodwill">Its goodwill on the last day of each year, over worlds.</param>
public sealed record CampaignMemberDocument(string Code, double Outvoted, double LeftOut, IEnumerable<CampaignMeasureDocument> Goodwill);

/// <summary>A measure of campaigns over worlds.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="SimulationError">Its 95 % interval, which narrows with more replications.</param>
/// <param name="P05">A twentieth of the worlds lie below it.</param>
/// <param name="P25">Lower end of the middle half.</param>
/// <param name="P50">The middle world.</param>
/// <param name="P75">Upper end of the middle half.</param>
/// <param name="P95">A twentieth of the worlds lie above it.</param>
public sealed record CampaignMeasureDocument(double Mean, LimitsDocument SimulationError, double P05, double P25, double P50, double P75, double P95);

/// <summary>A year of campaigns: means over worlds, and how goodwill is spread over them at its end.</summary>
/// <param name="Year">The year, from 1.</param>
/// <param name="Means">Means of the columns of the file of years.</param>
/// <param name="GoodwillMean">The members' mean goodwill.</param>
/// <param name="GoodwillMin">That of the least contented member.</param>
/// <param name="Decided">The matters decided until its end.</param>
/// <param name="Open">The matters open at its end.</param>
public sealed record CampaignYearDocument(
    int Year,
    ImmutableSortedDictionary<string, double> Means,
    SpreadDocument GoodwillMean,
    SpreadDocument GoodwillMin,
    SpreadDocument Decided,
    SpreadDocument Open);

/// <summary>An arm against its baseline.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Baseline">The arm of the first rule at the same design point.</param>
/// <param name="Differences">The arm's less the baseline's, world by world, for each measure.</param>
/// <param name="Turning">Where what most worlds say of decisions carried out is not so; null where nothing is uncertain.</param>
/// <param name="Surface">In how many worlds the rule carries out fewer decisions, over memory and compliance; null where none of their numbers is
/// uncertain.</param>
public sealed record CampaignComparisonDocument(
    string Arm,
    string Baseline,
    ImmutableSortedDictionary<string, WorldMeasureDocument> Differences,
    CampaignTurningDocument? Turning,
    CampaignSurfaceDocument? Surface);

/// <summary>In how many worlds the rule carries out fewer decisions, over two numbers of memory and compliance.</summary>
/// <param name="Parameters">All uncertain ones, the one that alone explains most first.</param>
/// <param name="Across">Edges of the bins of the first.</param>
/// <param name="Up">Those of the second; empty where only one is uncertain.</param>
/// <param name="CellWorlds">Worlds in each cell: by bin of the second, then of the first.</param>
/// <param name="CellFewer">Share of them in which the rule carries out fewer; null in a cell without worlds.</param>
public sealed record CampaignSurfaceDocument(
    IEnumerable<SurfaceParameterDocument> Parameters,
    IEnumerable<double> Across,
    IEnumerable<double> Up,
    IEnumerable<IEnumerable<int>> CellWorlds,
    IEnumerable<IEnumerable<double>> CellFewer);

/// <summary>What hangs on a number of memory or compliance.</summary>
/// <param name="Parameter">The parameter as in the file.</param>
/// <param name="Scales">Whether its number is a factor of what is configured.</param>
/// <param name="FirstOrder">Share of the variance of the difference in decisions carried out that it alone explains.</param>
/// <param name="RankCorrelation">Its rank correlation with that difference, -1 to 1.</param>
public sealed record SurfaceParameterDocument(string Parameter, bool Scales, EstimateDocument FirstOrder, EstimateDocument RankCorrelation);

/// <summary>Where in the space of parameters what most worlds say of decisions carried out is not so.</summary>
/// <param name="Conclusion">What most worlds say: <c>fewer</c>, <c>same</c> or <c>more</c>.</param>
/// <param name="CaseShare">Share of the worlds in which that is not so. Range: 0 to 1.</param>
/// <param name="TurnsAround">Whether it is not so in most worlds of the box.</param>
/// <param name="Box">The box; null where no parameter's restriction is more than chance.</param>
public sealed record CampaignTurningDocument(string Conclusion, double CaseShare, bool TurnsAround, BoxDocument? Box);
