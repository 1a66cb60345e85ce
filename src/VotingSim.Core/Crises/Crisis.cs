using System.Collections.Immutable;
using VotingSim.Calendars;

namespace VotingSim.Crises;

/// <summary>What is to be decided: the issues, what each member of a roster wants, what waiting costs, and who speaks from outside.</summary>
public sealed record Crisis
{
    /// <summary>The largest number of issues.</summary>
    public const int MaximumIssues = 8;

    /// <summary>The largest number of external powers.</summary>
    public const int MaximumExternalPowers = 16;

    /// <summary>Short name, e.g. <c>myanmar-2021</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of matter, any word, e.g. <c>security</c>, for rules that differ by it.</summary>
    public required string Category { get; init; }

    /// <summary>The dimensions of the crisis, K of them, 1 to 8.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }

    /// <summary>What each member wants, in seat order.</summary>
    public required ImmutableArray<Stance> Stances { get; init; }

    /// <summary>What waiting costs.</summary>
    public Urgency Urgency { get; init; } = new();

    /// <summary>Who speaks without a ballot, at most 16. Default: nobody.</summary>
    public ImmutableArray<ExternalPower> ExternalPowers { get; init; } = [];

    /// <summary>How hard the matter presses, which chooses an institution's calendar; null where it is not said. Read by configurations.</summary>
    public Pressure? Pressure { get; init; }

    /// <summary>How long this matter waits for the agenda, where it is known; null for what the institution's calendar says. Read by
    /// configurations.</summary>
    public AgendaWait? Agenda { get; init; }

    /// <summary>What becomes of the matter if it is undecided at the horizon. Default: it stays open.</summary>
    public AtHorizon AtHorizon { get; init; }
}
