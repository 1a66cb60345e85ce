using System.Collections.Immutable;

namespace VotingSim.Analysis.Data;

/// <summary>Which columns of a table say what about durations.</summary>
public sealed record SurvivalColumns
{
    /// <summary>Time until the event or until the end of observation; null where <see cref="Start"/> and <see cref="End"/> say it.</summary>
    public string? Time { get; init; }

    /// <summary>Whether it happened.</summary>
    public required string Event { get; init; }

    /// <summary>The date from which time is counted; null where <see cref="Time"/> says it.</summary>
    public string? Start { get; init; }

    /// <summary>The date of the event or of the end of observation. Times are then in days.</summary>
    public string? End { get; init; }

    /// <summary>When the row came under observation, a time or, with <see cref="Start"/>, a date. Default: from the start.</summary>
    public string? Entry { get; init; }

    /// <summary>What several rows are spells of. Default: every row is for itself.</summary>
    public string? Id { get; init; }

    /// <summary>The groups to compare. Default: none.</summary>
    public string? Group { get; init; }

    /// <summary>Strata, each with a baseline hazard of its own. Default: one.</summary>
    public string? Strata { get; init; }

    /// <summary>What rows belong to that may depend on each other. Default: rows are independent.</summary>
    public string? Cluster { get; init; }

    /// <summary>How many equal rows a row stands for. Default: 1.</summary>
    public string? Weights { get; init; }

    /// <summary>Covariates of Cox's model: numbers, or words.</summary>
    public ImmutableArray<string> Covariates { get; init; } = [];

    /// <summary>The group to compare with, or <c>column=word</c> for a covariate. Default: the first in the file.</summary>
    public ImmutableArray<string> Baselines { get; init; } = [];

    /// <summary>Whether rows with a missing value are left out instead of being an error.</summary>
    public bool DropMissing { get; init; }

    /// <summary>How the event is coded.</summary>
    public EventCodes Codes { get; init; } = EventCodes.Usual;
}
