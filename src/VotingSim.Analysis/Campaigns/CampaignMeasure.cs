namespace VotingSim.Analysis.Campaigns;

/// <summary>What is measured of a campaign: of its matters that ended by its last day.</summary>
public static class CampaignMeasure
{
    /// <summary>The step by which values are counted in distributions.</summary>
    public const double Resolution = 0.0001;

    /// <summary>Names of the measures, in the order in which they are told.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "arisen", "decided_per_year", "consent_per_year", "vote_per_year", "minilateral_per_year", "open_at_end", "mean_days", "carried_out",
        "carried_out_per_year", "effect_per_year", "centrality", "outvoted_per_year", "outvoted_gini", "agreement_index", "positional_cohesion",
        "goodwill_mean", "goodwill_min", "resilience_share", "resilience_days",
        "reformed_share",
    ];
}
