namespace VotingSim.Worlds;

/// <summary>One parameter that nobody knows exactly, drawn anew for every world.</summary>
/// <remarks>Several may stand for the same quantity, e.g. one for all members and one for a single member: they are applied in the order of the
/// list, each to what the one before left.</remarks>
public sealed record UncertainParameter
{
    /// <summary>The name as written in the file, e.g. <c>deliberation.ballot-noise</c>. Its hash is in the counter of its draws, and it names the
    /// column of the rows.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required WorldParameter Parameter { get; init; }

    /// <summary>The member whose it is; null for all members, and where it is nobody's.</summary>
    public int? Seat { get; init; }

    /// <summary>The issue; null for all issues, and where it has none.</summary>
    public int? Issue { get; init; }

    /// <summary>The external power whose it is, by its place in the crisis; null for all, and where it is nobody's.</summary>
    public int? Power { get; init; }

    /// <summary>What it is drawn from; null for one that comes from the rows of a <see cref="Posterior"/>.</summary>
    public Prior? Prior { get; init; }

    /// <summary>Whether what is drawn is a factor of the configured number and does not replace it. Default: it replaces.</summary>
    public bool Scales { get; init; }

    /// <summary>Smallest legal value of the quantity, to which it is clamped after it was scaled.</summary>
    public required double Lowest { get; init; }

    /// <summary>Largest legal value of the quantity, to which it is clamped after it was scaled.</summary>
    public required double Highest { get; init; }
}
