namespace VotingSim.Grains.Tests;

/// <summary>Section 7 of docs/model.md for one number at a time: Philox4x32-10 in plain integer arithmetic, System.Math for the rest.</summary>
internal static class PlainDraw
{
    public static double Uniform(ulong seed, uint replication, int round, int member, int issue, uint purpose) =>
        Unit(Words(seed, replication, round, member, issue, purpose), 0);

    public static double Logistic(ulong seed, uint replication, int round, int member, int issue, uint purpose)
    {
        var u = Uniform(seed, replication, round, member, issue, purpose);
        return Math.Log(u / (1 - u));
    }

    public static double Normal(ulong seed, uint replication, int round, int member, int issue, uint purpose)
    {
        var words = Words(seed, replication, round, member, issue, purpose);
        return Math.Sqrt(-2 * Math.Log(Unit(words, 0))) * Math.Cos(2 * Math.PI * Unit(words, 2));
    }

    private static double Unit(uint[] words, int at) => ((((ulong)words[at] << 32 | words[at + 1]) >> 11) + 0.5) * Math.Pow(2, -53);

    private static uint[] Words(ulong seed, uint replication, int round, int member, int issue, uint purpose)
    {
        uint[] c = [replication, (uint)round, (uint)(member | issue << 16), purpose];
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var i = 0; i < 10; i++)
        {
            var (p0, p1) = (0xD2511F53UL * c[0], 0xCD9E8D57UL * c[2]);
            c = [(uint)(p1 >> 32) ^ c[1] ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c[3] ^ k1, (uint)p0];
            (k0, k1) = (unchecked(k0 + 0x9E3779B9), unchecked(k1 + 0xBB67AE85));
        }

        return c;
    }
}
