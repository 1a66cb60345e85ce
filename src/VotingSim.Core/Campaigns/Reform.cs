using System.Collections.Immutable;
using VotingSim.Rules;

namespace VotingSim.Campaigns;

/// <summary>A bloc that changes its rule by its own rule: model.md 9.</summary>
/// <remarks>Equality is by reference to the parts, as that of <see cref="CampaignTerms"/>.</remarks>
public sealed record Reform
{
    /// <summary>The category of a matter by which a rule is read when it decides on itself.</summary>
    public const string Category = "institutional";

    /// <summary>The rule by which the members decide on the reform: as it reads on the first day of an institutional matter.</summary>
    public required DecisionRule By { get; init; }

    /// <summary>Days on which it is put to them, ascending: when the first matter arises on or after such a day. Unit: days of the campaign; default
    /// none.</summary>
    public ImmutableArray<int> Days { get; init; } = [];

    /// <summary>It is put to them as well whenever a matter arises while so many have died or stand open. Range: &gt;= 0; default 0, never.</summary>
    public int Backlog { get; init; }

    /// <summary>How long it lasts, after which the rule from before is back. Unit: years; range: &gt;= 0; default 0, for good.</summary>
    public double SunsetYears { get; init; }
}
