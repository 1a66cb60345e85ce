namespace VotingSim.Statistics.Power;

/// <summary>What all binary measures are made of: winning coalitions counted by size, member and number of critical members.</summary>
internal sealed class CoalitionCounts(int members)
{
    /// <summary>Number of members, n.</summary>
    public int Members => members;

    /// <summary>Winning coalitions of each size.</summary>
    public UInt128[] Winning { get; } = new UInt128[members + 1];

    /// <summary>Minimal winning coalitions of each size.</summary>
    public UInt128[] Minimal { get; } = new UInt128[members + 1];

    /// <summary>Winning coalitions with a member, of each size. Shape: member, size.</summary>
    public UInt128[,] WinningWith { get; } = new UInt128[members, members + 1];

    /// <summary>Winning coalitions in which a member is critical, by how many members are. Shape: member, number of critical members.</summary>
    public UInt128[,] Critical { get; } = new UInt128[members, members + 1];

    /// <summary>Minimal winning coalitions with a member, of each size. Shape: member, size.</summary>
    public UInt128[,] MinimalWith { get; } = new UInt128[members, members + 1];

    /// <summary>How often a member is critical in a coalition of a size: winning coalitions with it, less those that win without it.</summary>
    /// <remarks>Every kind of rule is monotone: a coalition that wins also wins with one member more.</remarks>
    public UInt128 Swings(int member, int size) => size == 0 ? 0 : WinningWith[member, size] - (Winning[size - 1] - WinningWith[member, size - 1]);
}
