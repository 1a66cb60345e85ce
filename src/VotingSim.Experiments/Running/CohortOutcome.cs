using VotingSim.Campaigns;
using VotingSim.Deliberation;

namespace VotingSim.Experiments.Running;

/// <summary>What came of a cohort at a table: of one whose crises are single, or of campaigns.</summary>
internal readonly record struct CohortOutcome(CohortResult? Single, CampaignResult? Campaigns);
