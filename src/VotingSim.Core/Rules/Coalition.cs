using System.Numerics;

namespace VotingSim.Rules;

/// <summary>A set of at most 64 members, the member in seat <c>i</c> being bit <c>i</c>.</summary>
public readonly record struct Coalition(ulong Members)
{
    /// <summary>Nobody.</summary>
    public static Coalition Empty => default;

    /// <summary>Number of members in the set.</summary>
    public int Count => BitOperations.PopCount(Members);

    /// <summary>Whether nobody is in the set.</summary>
    public bool IsEmpty => Members == 0;

    /// <summary>Whether the member in seat <paramref name="seat"/> is in the set.</summary>
    public bool Contains(int seat) => (Members >> seat & 1) != 0;

    /// <summary>Whether everybody in <paramref name="other"/> is also in this set.</summary>
    public bool Includes(Coalition other) => (other.Members & ~Members) == 0;

    /// <summary>All members of a roster of <paramref name="size"/>, 0 to 64.</summary>
    public static Coalition AllOf(int size) => new(size == 64 ? ulong.MaxValue : (1UL << size) - 1);

    /// <summary>The member in seat <paramref name="seat"/> alone.</summary>
    public static Coalition Of(int seat) => new(1UL << seat);

    /// <summary>Members of either set.</summary>
    public static Coalition operator |(Coalition a, Coalition b) => new(a.Members | b.Members);

    /// <summary>Members of both sets.</summary>
    public static Coalition operator &(Coalition a, Coalition b) => new(a.Members & b.Members);

    /// <summary>Members of <paramref name="a"/> that are not in <paramref name="b"/>.</summary>
    public static Coalition operator -(Coalition a, Coalition b) => new(a.Members & ~b.Members);
}
