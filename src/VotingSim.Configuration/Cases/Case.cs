using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Cases;

/// <summary>A real matter: who wanted what, under which rule, and what came of it.</summary>
public sealed record Case
{
    /// <summary>Name of its crisis, by which tables call it.</summary>
    public required string Name { get; init; }

    /// <summary>A title for people; the name where there is none.</summary>
    public required string Title { get; init; }

    /// <summary>The file that it was read from, as the user sees it.</summary>
    public required string File { get; init; }

    /// <summary>What it belongs to with other cases, such as a proposal; its own name where it stands alone.</summary>
    public required string Cluster { get; init; }

    /// <summary>What its time is compared within: how hard it presses, or its category where that is not said.</summary>
    public required string Class { get; init; }

    /// <summary>Name of the rule in force.</summary>
    public required string RuleName { get; init; }

    /// <summary>Who sat at the table, on what, without a structure, luck or uncertainty: terms that baselines read positions, saliences,
    /// influence and the status quo from.</summary>
    public required Deliberation.DeliberationTerms Terms { get; init; }

    /// <summary>The status quo on each issue as the file gives it; null where nobody knows it: then the terms have a stand-in for it.</summary>
    public required ImmutableArray<double?> StatusQuo { get; init; }

    /// <summary>What really happened.</summary>
    public required CaseRecord Record { get; init; }

    /// <summary>The members, the crisis and the rule, resolved, as an experiment takes them in place: of the rule only what concerns those that
    /// sat at the table.</summary>
    public required (JsonObject Members, JsonObject Crisis, JsonObject Rule) Parts { get; init; }
}
