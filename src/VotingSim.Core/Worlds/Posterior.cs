using System.Collections.Immutable;

namespace VotingSim.Worlds;

/// <summary>Parameters that were calibrated together: a row of values is drawn whole.</summary>
public sealed record Posterior
{
    /// <summary>The name whose hash is in the counter of the draw of a row.</summary>
    public const string Name = "posterior";

    /// <summary>The names of the parameters, a column each. A parameter that is named here takes its value from the row and not from its
    /// prior.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The rows, at least one, a value for each column.</summary>
    public required ImmutableArray<ImmutableArray<double>> Rows { get; init; }

    /// <summary>A weight for each row, in proportion to its chance of being drawn. Range: &gt;= 0, some above. Default: none, all rows
    /// alike.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    /// <summary>Whether draw d takes row d, beginning again after the last, and no row is drawn: for whoever has chosen the rows. Weights then count
    /// nothing. Default: false.</summary>
    public bool IsInOrder { get; init; }
}
