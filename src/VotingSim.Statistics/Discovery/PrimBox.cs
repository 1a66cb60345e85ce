using System.Collections.Immutable;

namespace VotingSim.Statistics.Discovery;

/// <summary>A box in the space of parameters, with what it holds.</summary>
public sealed record PrimBox
{
    /// <summary>The restricted parameters, in their order; none for the whole space.</summary>
    public required ImmutableArray<PrimRestriction> Restrictions { get; init; }

    /// <summary>Number of points inside.</summary>
    public required int Points { get; init; }

    /// <summary>Number of cases inside: points with the outcome in question.</summary>
    public required int Cases { get; init; }

    /// <summary>Share of all cases that the box holds. Range: 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Share of the box's points that are cases. Range: 0 to 1.</summary>
    public required double Density { get; init; }

    /// <summary>Share of all points that the box holds. Range: 0 to 1.</summary>
    public required double Mass { get; init; }

    /// <summary>Harmonic mean of coverage and density. Range: 0 to 1; the larger, the better the box stands for the cases.</summary>
    public double Score => Cases == 0 ? 0 : 2 * Coverage * Density / (Coverage + Density);
}
