using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VotingSim.Vectors;

namespace VotingSim.Randomness;

/// <summary>Philox4x32-10, a counter-based generator: a draw depends on what it is for and on nothing else.</summary>
/// <remarks>Salmon, Moraes, Dror &amp; Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC'11, doi:10.1145/2063384.2063405. Every
/// lane holds one 32-bit word.</remarks>
public static class Philox
{
    private const int Rounds = 10;
    private const ulong Word = 0xFFFFFFFF;

    /// <summary>The round keys of a 64-bit key, whose low word is the generator's first key word.</summary>
    public static ulong[] Schedule(ulong key)
    {
        var schedule = new ulong[2 * Rounds];
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            (schedule[2 * round], schedule[(2 * round) + 1]) = (k0, k1);
            (k0, k1) = (unchecked(k0 + 0x9E3779B9), unchecked(k1 + 0xBB67AE85));
        }

        return schedule;
    }

    /// <summary>The four words of four counters, one counter a lane.</summary>
    /// <param name="schedule">The round keys.</param>
    /// <param name="c0">First counter word, below 2^32 in every lane; or with what is added to the fourth word of the lane in its upper half.</param>
    /// <param name="c1">Second counter word.</param>
    /// <param name="c2">Third counter word.</param>
    /// <param name="c3">Fourth counter word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<ulong> W0, Vector256<ulong> W1, Vector256<ulong> W2, Vector256<ulong> W3) Draw(
        ReadOnlySpan<ulong> schedule, Vector256<ulong> c0, uint c1, uint c2, uint c3)
    {
        var (w0, w1, w2, w3) = Draw(schedule, new FourLanes(c0.AsDouble()), c1, c2, c3);
        return (w0.Value.AsUInt64(), w1.Value.AsUInt64(), w2.Value.AsUInt64(), w3.Value.AsUInt64());
    }

    /// <summary>The four words of a counter in each lane; see the public version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T W0, T W1, T W2, T W3) Draw<T>(ReadOnlySpan<ulong> schedule, T c0, uint c1, uint c2, uint c3)
        where T : struct, ILanes<T>
    {
        // The upper halves of the lanes are left to collect rubbish, which no product reads, and are cleared at the end. Only that of the first word
        // says something: what is added to the fourth in its lane.
        var (x0, x1, x2, x3) = (c0, T.OfBits(c1), T.OfBits(c2), T.Add(T.OfBits(c3), T.Down(c0, 32)));
        for (var round = 0; round < 2 * Rounds; round += 2)
        {
            var p0 = T.Product(x0, T.OfBits(0xD2511F53UL));
            var p1 = T.Product(x2, T.OfBits(0xCD9E8D57UL));
            x0 = T.Down(p1, 32) ^ x1 ^ T.OfBits(schedule[round]);
            x2 = T.Down(p0, 32) ^ x3 ^ T.OfBits(schedule[round + 1]);
            (x1, x3) = (p1, p0);
        }

        var word = T.OfBits(Word);
        return (x0 & word, x1 & word, x2 & word, x3 & word);
    }
}
