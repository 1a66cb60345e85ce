using System.Collections.Immutable;

namespace VotingSim.Configuration.Import;

/// <summary>What the user says of a table of actors; what is not said is found by the names of its columns.</summary>
public sealed record ImportOptions
{
    /// <summary>Name of the crisis. Default: that of the scenario, else of the file.</summary>
    public string? Name { get; init; }

    /// <summary>Category of the crisis. Default: imported.</summary>
    public string Category { get; init; } = "imported";

    /// <summary>The column with the actor.</summary>
    public string? Actor { get; init; }

    /// <summary>The column with the issue, where a row is of an actor and an issue.</summary>
    public string? Issue { get; init; }

    /// <summary>The column with the position.</summary>
    public string? Position { get; init; }

    /// <summary>The column with the salience.</summary>
    public string? Salience { get; init; }

    /// <summary>The column with the influence.</summary>
    public string? Influence { get; init; }

    /// <summary>The column with the status quo of an issue.</summary>
    public string? StatusQuo { get; init; }

    /// <summary>The scale of the positions and the status quo. Default: 0 to 100.</summary>
    public ImportScale Scale { get; init; } = ImportScale.Hundred;

    /// <summary>The scale of the saliences. Default: 0 to 100.</summary>
    public ImportScale SalienceScale { get; init; } = ImportScale.Hundred;

    /// <summary>The issues that are taken. Default: all.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>The sheet of a workbook. Default: the first.</summary>
    public string? Sheet { get; init; }
}
