using System.Runtime.InteropServices;
using VotingSim.Cohorts;
using VotingSim.Rules;
using VotingSim.Vectors;

namespace VotingSim.Deliberation;

/// <summary>T, whom the draft is made for: members ranked by margin (descending, then by seat), taken until the rule would adopt with them in
/// support and the rest objecting. Everybody where this session's own ballots would have been enough.</summary>
/// <remarks>
/// Nothing is sorted: for each member the set of those ranked at or above it is built by comparing pairs, in vector lanes. These sets are nested,
/// so the smallest that
/// suffices is the intersection of all that suffice.
/// </remarks>
internal static class TargetCoalition
{
    /// <summary>Finds it.</summary>
    /// <param name="target">T, a column to be written.</param>
    /// <param name="waits">All bits where the ballots would have been enough, none elsewhere.</param>
    /// <param name="rule">The rule in force.</param>
    /// <param name="replies">The replies, by seat.</param>
    /// <param name="lanes">Number of lanes in use.</param>
    public static void Find(ulong[] target, ulong[] waits, SeatedRule rule, ReadOnlySpan<Reply> replies, int lanes)
    {
        if (rule.NobodyIsDispensable)
        {
            Array.Fill(target, Coalition.AllOf(replies.Length).Members, 0, lanes);
        }
        else if (Width.IsEight)
        {
            Find<EightLanes>(target, waits, rule, replies, lanes);
        }
        else
        {
            Find<FourLanes>(target, waits, rule, replies, lanes);
        }
    }

    private static void Find<T>(ulong[] target, ulong[] waits, SeatedRule rule, ReadOnlySpan<Reply> replies, int lanes)
        where T : unmanaged, ILanes<T>
    {
        var (members, everybody) = (replies.Length, Coalition.AllOf(replies.Length).Members);
        Span<T> margins = stackalloc T[members];
        Span<T> bits = stackalloc T[members];
        Span<T> upTo = stackalloc T[members];
        for (var member = 0; member < members; member++)
        {
            bits[member] = T.OfBits(1UL << member);
        }

        for (var lane = 0; lane < lanes; lane += T.Count)
        {
            var waiting = waits.BitsAt<T>(lane);
            if (T.Signs(waiting) == (1U << T.Count) - 1)
            {
                target.SetBits(lane, waiting & T.OfBits(everybody));
                continue;
            }

            for (var member = 0; member < members; member++)
            {
                margins[member] = replies[member].Margins.At<T>(lane);
            }

            Rank(margins, bits, upTo);
            var sets = MemoryMarshal.Cast<T, ulong>(upTo);
            for (var offset = 0; offset < T.Count; offset++)
            {
                var smallest = everybody;
                for (var place = offset; place < sets.Length; place += T.Count)
                {
                    smallest &= rule.SufficientOrAll(sets[place]);
                }

                target[lane + offset] = smallest | (waits[lane + offset] & everybody);
            }
        }
    }

    // For each member, the set of those at or above it.
    private static void Rank<T>(ReadOnlySpan<T> margins, ReadOnlySpan<T> bits, Span<T> upTo)
        where T : unmanaged, ILanes<T>
    {
        bits.CopyTo(upTo);
        for (var first = 0; first < margins.Length; first++)
        {
            var (margin, bit, above) = (margins[first], bits[first], upTo[first]);
            for (var second = first + 1; second < margins.Length; second++)
            {
                var secondIsAbove = T.Greater(margins[second], margin);
                above |= secondIsAbove & bits[second];
                upTo[second] |= T.Without(bit, secondIsAbove);
            }

            upTo[first] = above;
        }
    }
}
