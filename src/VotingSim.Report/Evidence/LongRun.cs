using VotingSim.Analysis.Campaigns;
using VotingSim.Experiments.Plan;

namespace VotingSim.Report.Evidence;

/// <summary>A run of campaigns on the page on evidence.</summary>
/// <param name="Question">What it asks.</param>
/// <param name="Setting">What was set otherwise than the experiment has it; null for nothing.</param>
/// <param name="Plan">The experiment.</param>
/// <param name="Summary">What came of it.</param>
public sealed record LongRun(string Question, string? Setting, ExperimentPlan Plan, CampaignSummary Summary);
