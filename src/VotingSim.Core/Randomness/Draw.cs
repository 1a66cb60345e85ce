using System.Runtime.Intrinsics;

namespace VotingSim.Randomness;

/// <summary>What a draw is for: the last word of its counter.</summary>
public enum DrawPurpose : uint
{
    /// <summary>A member's true position, around the one that an analyst knows.</summary>
    IdealPoint = 1,

    /// <summary>The noise in a ballot.</summary>
    Ballot = 2,

    /// <summary>Whether a shock hits in a round.</summary>
    Shock = 3,
}

/// <summary>The random numbers of a deliberation, for four replications at a time.</summary>
/// <remarks>
/// Key: the seed. Counter: (replication, round, member | issue &lt;&lt; 16, purpose). Neither the rule nor the swept parameters are in it: all arms of an experiment
/// meet the same luck (common random numbers; Law 2015, Simulation Modeling and Analysis, ch. 11.2), and any replication can be run alone.
/// </remarks>
public static class Draw
{
    /// <summary>A uniform number in (0, 1).</summary>
    public static Vector256<double> Uniform(ulong seed, Vector256<ulong> replications, int round, int member, int issue, DrawPurpose purpose)
    {
        var (w0, w1, _, _) = Philox.Draw(seed, replications, (uint)round, Which(member, issue), (uint)purpose);
        return ToUnit(w0, w1);
    }

    /// <summary>A standard logistic number, ln(u / (1 - u)).</summary>
    public static Vector256<double> Logistic(ulong seed, Vector256<ulong> replications, int round, int member, int issue, DrawPurpose purpose)
    {
        var u = Uniform(seed, replications, round, member, issue, purpose);
        return Elementary.Log(u / (Vector256<double>.One - u));
    }

    /// <summary>A standard normal number, sqrt(-2 ln u1) cos(2 pi u2) (Box &amp; Muller 1958, Ann. Math. Stat. 29(2), 610-611).</summary>
    public static Vector256<double> Normal(ulong seed, Vector256<ulong> replications, int round, int member, int issue, DrawPurpose purpose)
    {
        var (w0, w1, w2, w3) = Philox.Draw(seed, replications, (uint)round, Which(member, issue), (uint)purpose);
        var radius = Vector256.Sqrt(Vector256.Create(-2.0) * Elementary.Log(ToUnit(w0, w1)));
        return radius * Elementary.CosOfTurns(ToUnit(w2, w3));
    }

    private static uint Which(int member, int issue) => (uint)(member | issue << 16);

    /// <summary>((high 2^32 + low) &gt;&gt; 11 + 0.5) 2^-53. The largest of the 2^53 values rounds to 1.</summary>
    private static Vector256<double> ToUnit(Vector256<ulong> high, Vector256<ulong> low)
    {
        // The 53-bit integer as a sum of two doubles that share no bit: both words are set into the mantissas of 2^84 and 2^52 and the constants taken off.
        var top = Vector256.ShiftRightLogical(high, 11);
        var bottom = (Vector256.ShiftLeft(high, 21) & Vector256.Create(0xFFFFFFFFUL)) | Vector256.ShiftRightLogical(low, 11);
        var integer = ((top | Vector256.Create(0x4530000000000000UL)).AsDouble() - Vector256.Create(19342813113834066795298816.0))
            + ((bottom | Vector256.Create(0x4330000000000000UL)).AsDouble() - Vector256.Create(4503599627370496.0));
        return (integer + Vector256.Create(0.5)) * Vector256.Create(1.1102230246251565e-16);
    }
}
