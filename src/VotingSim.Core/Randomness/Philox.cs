using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VotingSim.Randomness;

/// <summary>Philox4x32-10, a counter-based generator: a draw depends on what it is for and on nothing else.</summary>
/// <remarks>Salmon, Moraes, Dror &amp; Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC'11, doi:10.1145/2063384.2063405. Every lane holds one 32-bit word.</remarks>
public static class Philox
{
    private const ulong Word = 0xFFFFFFFF;

    /// <summary>The four words of four counters, one counter a lane.</summary>
    /// <param name="key">The 64-bit key: its low word is the generator's first key word.</param>
    /// <param name="c0">First counter word, below 2^32 in every lane.</param>
    /// <param name="c1">Second counter word.</param>
    /// <param name="c2">Third counter word.</param>
    /// <param name="c3">Fourth counter word.</param>
    public static (Vector256<ulong> W0, Vector256<ulong> W1, Vector256<ulong> W2, Vector256<ulong> W3) Draw(
        ulong key, Vector256<ulong> c0, uint c1, uint c2, uint c3)
    {
        var (x0, x1, x2, x3) = (c0, Vector256.Create((ulong)c1), Vector256.Create((ulong)c2), Vector256.Create((ulong)c3));
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        var low = Vector256.Create(Word);
        for (var round = 0; round < 10; round++)
        {
            var p0 = Multiply(x0, Vector256.Create(0xD2511F53UL));
            var p1 = Multiply(x2, Vector256.Create(0xCD9E8D57UL));
            x0 = Vector256.ShiftRightLogical(p1, 32) ^ x1 ^ Vector256.Create((ulong)k0);
            x2 = Vector256.ShiftRightLogical(p0, 32) ^ x3 ^ Vector256.Create((ulong)k1);
            x1 = p1 & low;
            x3 = p0 & low;
            k0 = unchecked(k0 + 0x9E3779B9);
            k1 = unchecked(k1 + 0xBB67AE85);
        }

        return (x0, x1, x2, x3);
    }

    /// <summary>The 64-bit products of 32-bit words.</summary>
    private static Vector256<ulong> Multiply(Vector256<ulong> a, Vector256<ulong> b) =>
        Avx2.IsSupported ? Avx2.Multiply(a.AsUInt32(), b.AsUInt32()) : a * b;
}
