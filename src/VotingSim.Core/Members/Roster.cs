using System.Collections.Immutable;

namespace VotingSim.Members;

/// <summary>The ordered set of members at the table, and how much each listens to each. A member's place in it is its seat, and its bit in
/// a <see cref="Rules.Coalition"/>.</summary>
public sealed record Roster
{
    /// <summary>The largest number of members: a coalition is a 64-bit mask.</summary>
    public const int MaximumSize = 64;

    /// <summary>The members in the order of seats.</summary>
    public required ImmutableArray<MemberState> Members { get; init; }

    /// <summary>a_ij: how much the member in seat i listens to the one in seat j. Shape: n x n, row-major; range: &gt;= 0; a_ii = 1.
    /// Default: 1 throughout.</summary>
    public required ImmutableArray<double> Affinity { get; init; }

    /// <summary>Number of members, n.</summary>
    public int Size => Members.Length;

    /// <summary>How much the member in seat <paramref name="listener"/> listens to the one in seat <paramref name="speaker"/>.</summary>
    public double AffinityOf(int listener, int speaker) => Affinity[(listener * Size) + speaker];

    /// <summary>A roster in which everybody listens to everybody alike.</summary>
    /// <exception cref="ArgumentException">No member, more than 64, or one code twice.</exception>
    public static Roster Of(params ReadOnlySpan<MemberState> members)
    {
        if (members.Length is 0 or > MaximumSize)
        {
            throw new ArgumentException($"A roster has 1 to {MaximumSize} members, not {members.Length}.", nameof(members));
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!codes.Add(member.Code))
            {
                throw new ArgumentException($"{member.Code} sits twice.", nameof(members));
            }
        }

        return new() { Members = [.. members], Affinity = [.. Enumerable.Repeat(1.0, members.Length * members.Length)] };
    }
}
