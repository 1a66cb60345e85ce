using System.Collections.Immutable;
using VotingSim.Deliberation;

namespace VotingSim.Campaigns;

/// <summary>A stream of matters of one kind: the same crisis, time and again.</summary>
public sealed record StreamOfMatters
{
    /// <summary>What each of them is deliberated on. Roster and seed are the same for all streams of a campaign.</summary>
    public required DeliberationTerms Terms { get; init; }

    /// <summary>What they are deliberated on after a reform: the same under another rule; null, the default, where no reform reaches them.</summary>
    public DeliberationTerms? Reformed { get; init; }

    /// <summary>How many arise in a year, on average. Range: &gt;= 0; default 0. Not read where there are set days.</summary>
    public double PerYear { get; init; }

    /// <summary>The days on which they arise, ascending; empty, the default, where they come at a rate. Unit: days of the campaign.</summary>
    public ImmutableArray<int> Days { get; init; } = [];
}
