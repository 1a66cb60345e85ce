using System.Collections.Immutable;

namespace VotingSim.Crises;

/// <summary>A dimension of the crisis: a scale from 0 to 100 with both ends worded.</summary>
/// <remarks>The scale of the Decision-making in the European Union project: Thomson, Stokman, Achen &amp; König (eds., 2006), The European
/// Union Decides.</remarks>
public sealed record Issue
{
    /// <summary>Short name, e.g. <c>intervention</c>. Names the columns <c>outcome_*</c> and <c>shift_*</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What 0 means.</summary>
    public required string Low { get; init; }

    /// <summary>What 100 means.</summary>
    public required string High { get; init; }

    /// <summary>What places on the scale mean, ascending; no number depends on them. Default: none, so that only the ends are worded. A
    /// configuration that is read for a run leaves them out.</summary>
    public ImmutableArray<ScalePoint> Points { get; init; } = [];

    /// <summary>q_k: what stands if nothing is decided. Unit: issue scale, 0 to 100.</summary>
    public required double StatusQuo { get; init; }
}
