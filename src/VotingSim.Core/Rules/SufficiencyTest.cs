namespace VotingSim.Rules;

/// <summary>Which of 64 coalitions suffice against the objection of everybody else: bit j answers for the members in
/// <paramref name="others"/> with the subset j of the first six seats.</summary>
/// <param name="others">Members of a coalition in the seventh seat and beyond.</param>
internal delegate ulong SufficiencyTest(Coalition others);

/// <summary>Sets of subsets of the first six seats, 64 bits each: what rules that answer for 64 coalitions at once are made of.</summary>
internal static class Block
{
    /// <summary>How many seats a block spans.</summary>
    public const int Seats = 6;

    /// <summary>How many coalitions it has.</summary>
    public const int Size = 1 << Seats;

    private static readonly ulong[] OfAtLeast = [.. Enumerable.Range(0, Seats + 1).Select(count => Where(subset => subset.Count >= count))];

    /// <summary>The subsets that satisfy a condition.</summary>
    public static ulong Where(Func<Coalition, bool> condition) =>
        Enumerable.Range(0, Size).Where(subset => condition(new((ulong)subset))).Aggregate(0UL, (bits, subset) => bits | 1UL << subset);

    /// <summary>The subsets that bring a coalition to so many members or more.</summary>
    public static ulong OfSizeAtLeast(int count, Coalition others)
    {
        var missing = count - others.Count;
        return missing <= 0 ? ulong.MaxValue : missing > Seats ? 0 : OfAtLeast[missing];
    }

    /// <summary>The subsets with which a coalition is not empty.</summary>
    public static ulong NotEmpty(Coalition others) => others.IsEmpty ? ulong.MaxValue - 1 : ulong.MaxValue;

    /// <summary>Tests for all of these members.</summary>
    public static SufficiencyTest Including(Coalition members)
    {
        var first = Coalition.AllOf(Seats);
        var including = Where(subset => subset.Includes(members & first));
        return others => others.Includes(members - first) ? including : 0;
    }
}
