using System.Text;

namespace VotingSim.Grains.Tests;

/// <summary>Section 7 of docs/model.md for one number at a time: Philox4x32-10 in plain integer arithmetic, System.Math for the rest.</summary>
internal readonly struct PlainDraw
{
    private readonly uint[] _words;

    private PlainDraw(ulong seed, uint replication, uint round, uint slot, uint purpose)
    {
        uint[] c = [replication, round, slot, purpose];
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var i = 0; i < 10; i++)
        {
            var (p0, p1) = (0xD2511F53UL * c[0], 0xCD9E8D57UL * c[2]);
            c = [(uint)(p1 >> 32) ^ c[1] ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c[3] ^ k1, (uint)p0];
            (k0, k1) = (unchecked(k0 + 0x9E3779B9), unchecked(k1 + 0xBB67AE85));
        }

        _words = c;
    }

    /// <summary>The draw of a member on an issue in a round.</summary>
    public static PlainDraw Of(ulong seed, uint replication, int round, int member, int issue, uint purpose) =>
        new(seed, replication, (uint)round, (uint)(member | issue << 16), purpose);

    /// <summary>Section 8: the draw of a name, whose 32-bit FNV-1a hash stands in the place of member and issue.</summary>
    public static PlainDraw Of(ulong seed, uint draw, string name)
    {
        var hash = 2166136261;
        foreach (var letter in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return new(seed, draw, 0, hash, 6);
    }

    /// <summary>u1.</summary>
    public double Uniform => Unit(0);

    /// <summary>u2, of the other two words.</summary>
    public double Second => Unit(2);

    /// <summary>Lambda.</summary>
    public double Logistic => Math.Log(Uniform / (1 - Uniform));

    /// <summary>z.</summary>
    public double Normal => Math.Sqrt(-2 * Math.Log(Uniform)) * Math.Cos(2 * Math.PI * Second);

    private double Unit(int at) => ((((ulong)_words[at] << 32 | _words[at + 1]) >> 11) + 0.5) * Math.Pow(2, -53);
}
