using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
    /// <param name="c0">First counter word, below 2^32 in every lane.</param>
    /// <param name="c1">Second counter word.</param>
    /// <param name="c2">Third counter word.</param>
    /// <param name="c3">Fourth counter word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<ulong> W0, Vector256<ulong> W1, Vector256<ulong> W2, Vector256<ulong> W3) Draw(
        ReadOnlySpan<ulong> schedule, Vector256<ulong> c0, uint c1, uint c2, uint c3)
    {
        // The upper halves of the lanes are left to collect rubbish, which no product reads, and are cleared at the end.
        var (x0, x1, x2, x3) = (c0, Vector256.Create((ulong)c1), Vector256.Create((ulong)c2), Vector256.Create((ulong)c3));
        for (var round = 0; round < 2 * Rounds; round += 2)
        {
            var p0 = Product(x0, Vector256.Create(0xD2511F53UL));
            var p1 = Product(x2, Vector256.Create(0xCD9E8D57UL));
            x0 = Vector256.ShiftRightLogical(p1, 32) ^ x1 ^ Vector256.Create(schedule[round]);
            x2 = Vector256.ShiftRightLogical(p0, 32) ^ x3 ^ Vector256.Create(schedule[round + 1]);
            (x1, x3) = (p1, p0);
        }

        var word = Vector256.Create(Word);
        return (x0 & word, x1 & word, x2 & word, x3 & word);
    }

    /// <summary>The 64-bit products of the lower halves of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> a, Vector256<ulong> b) =>
        Avx2.IsSupported ? Avx2.Multiply(a.AsUInt32(), b.AsUInt32()) : (a & Vector256.Create(Word)) * b;
}
