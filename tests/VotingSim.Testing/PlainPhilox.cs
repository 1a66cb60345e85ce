namespace VotingSim.Testing;

/// <summary>Philox4x32-10 as section 2 of Salmon et al. (2011) writes it, one word at a time.</summary>
public static class PlainPhilox
{
    /// <summary>The four words that a key makes of a counter of four.</summary>
    public static uint[] Words(ulong key, uint c0, uint c1, uint c2, uint c3)
    {
        uint[] counter = [c0, c1, c2, c3];
        uint[] roundKey = [(uint)key, (uint)(key >> 32)];
        for (var round = 0; round < 10; round++)
        {
            var (first, second) = ((UInt128)0xD2511F53U * counter[0], (UInt128)0xCD9E8D57U * counter[2]);
            counter = [High(second) ^ counter[1] ^ roundKey[0], Low(second), High(first) ^ counter[3] ^ roundKey[1], Low(first)];
            roundKey = [Low((UInt128)roundKey[0] + 0x9E3779B9U), Low((UInt128)roundKey[1] + 0xBB67AE85U)];
        }

        return counter;
    }

    /// <summary>((high 2^32 + low) >> 11 + 0.5) 2^-53, from the 54-bit integer that is twice the sum: it becomes a double in one rounding.</summary>
    public static double Unit(uint high, uint low) => Math.ScaleB((double)(((((ulong)high << 32) + low) >> 11 << 1) + 1), -54);

    private static uint High(UInt128 product) => (uint)(product / ((UInt128)1 << 32));

    private static uint Low(UInt128 product) => (uint)(product % ((UInt128)1 << 32));
}
