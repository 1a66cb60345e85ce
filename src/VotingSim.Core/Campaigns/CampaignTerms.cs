using System.Collections.Immutable;

namespace VotingSim.Campaigns;

/// <summary>Everything that fixes a campaign but luck: matters over years under one rule, in which members remember and decisions are carried out or
/// not. Model.md 9.</summary>
/// <remarks>Equality is by reference to the parts: terms are made once for an arm and passed on.</remarks>
public sealed record CampaignTerms
{
    /// <summary>Days of a year.</summary>
    public const double DaysOfYear = 365.25;

    /// <summary>How long matters arise. Range: 1 to 100.</summary>
    public required int Years { get; init; }

    /// <summary>Where they come from. Range: 1 to 64 streams.</summary>
    public required ImmutableArray<StreamOfMatters> Streams { get; init; }

    /// <summary>How many matters are to be expected in a campaign.</summary>
    public double ExpectedMatters => Streams.Sum(stream => stream.Days.IsEmpty ? stream.PerYear * Years : stream.Days.Length);

    /// <summary>How the bloc may change its rule; null, the default, where it does not.</summary>
    public Reform? Reform { get; init; }

    /// <summary>What members remember and carry out.</summary>
    public Conduct Conduct { get; init; } = new();
}
