using System.Runtime.InteropServices;

namespace VotingSim.Deliberation;

/// <summary>Turns the ballots of members, a byte for each lane, into sets of members, a word for each lane.</summary>
/// <remarks>Eight members of eight lanes at a time: a byte of a word is a lane, and a bit of it a member. No lane is looked at alone before its
/// byte is full.</remarks>
internal static class BallotMasks
{
    private const int Lanes = sizeof(ulong);
    private const ulong FirstBits = 0x0101010101010101;

    /// <summary>Reads the ballots of all members.</summary>
    /// <param name="replies">The replies, by seat.</param>
    /// <param name="supporters">Who supports, a column to be written.</param>
    /// <param name="objectors">Who objects, a column to be written.</param>
    /// <param name="lanes">Number of lanes in use, a multiple of eight.</param>
    public static void Read(ReadOnlySpan<Reply> replies, ulong[] supporters, ulong[] objectors, int lanes)
    {
        for (var first = 0; first < replies.Length; first += Lanes)
        {
            Read(replies[first..Math.Min(first + Lanes, replies.Length)], first, supporters.AsSpan(0, lanes), objectors.AsSpan(0, lanes));
        }
    }

    private static void Read(ReadOnlySpan<Reply> eight, int first, Span<ulong> supporters, Span<ulong> objectors)
    {
        for (var lane = 0; lane < supporters.Length; lane += Lanes)
        {
            var (support, objection) = (0UL, 0UL);
            for (var member = 0; member < eight.Length; member++)
            {
                var ballots = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(eight[member].Ballots.AsSpan(lane, Lanes)));
                support |= (ballots & FirstBits) << member;
                objection |= ((ballots >> 1) & FirstBits) << member;
            }

            for (var offset = 0; offset < Lanes; offset++, support >>= 8, objection >>= 8)
            {
                supporters[lane + offset] = (first == 0 ? 0 : supporters[lane + offset]) | (support & byte.MaxValue) << first;
                objectors[lane + offset] = (first == 0 ? 0 : objectors[lane + offset]) | (objection & byte.MaxValue) << first;
            }
        }
    }
}
