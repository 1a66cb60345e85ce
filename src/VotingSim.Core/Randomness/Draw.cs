using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VotingSim.Randomness;

/// <summary>What a draw is for: the last word of its counter.</summary>
public enum DrawPurpose : uint
{
    /// <summary>A member's true position, around the one that an analyst knows.</summary>
    IdealPoint = 1,

    /// <summary>A member's unexplained inclination, and whether it keeps the one that it had.</summary>
    Ballot = 2,

    /// <summary>How many shocks hit in an interval.</summary>
    Shock = 3,

    /// <summary>How much an issue truly matters to a member, around what an analyst knows.</summary>
    Salience = 4,

    /// <summary>How long a matter waits for the agenda.</summary>
    Agenda = 5,

    /// <summary>An uncertain parameter of a world.</summary>
    Parameter = 6,

    /// <summary>The arrival of a matter in a sequence of them. Reserved.</summary>
    Arrival = 7,

    /// <summary>Whether a member carries a decision out. Reserved.</summary>
    Compliance = 8,
}

/// <summary>The random numbers of a deliberation, for columns of replications.</summary>
/// <remarks>
/// Key: the seed. Counter: (replication, round, member | issue &lt;&lt; 16, purpose). Neither the rule nor the swept parameters are in it:
/// all arms of an experiment meet the same luck (common random numbers; Law 2015, Simulation Modeling and Analysis, ch. 11.2), and any
/// replication can be run alone.
/// </remarks>
/// <param name="seed">The seed of the experiment.</param>
public sealed class Draw(ulong seed)
{
    private readonly ulong[] _schedule = Philox.Schedule(seed);

    /// <summary>Uniform numbers in (0, 1), one for each replication.</summary>
    /// <param name="uniform">The column to be written. Length: at least that of <paramref name="replications"/>.</param>
    /// <param name="replications">The replications, a multiple of four of them. Range of each: below 2^32.</param>
    /// <param name="round">The round.</param>
    /// <param name="member">The member's seat, or 0.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <remarks>A pass of its own: the ten rounds of the generator are one long chain, and short loops let several run at once.</remarks>
    public void Uniform(Span<double> uniform, ReadOnlySpan<ulong> replications, int round, int member, DrawPurpose purpose)
    {
        if (uniform.Length < replications.Length)
        {
            throw new ArgumentException($"A column of {uniform.Length} cannot hold {replications.Length} numbers.", nameof(uniform));
        }

        ReadOnlySpan<ulong> schedule = _schedule;
        ref var source = ref MemoryMarshal.GetReference(replications);
        ref var target = ref MemoryMarshal.GetReference(uniform);
        for (var lane = 0; lane < replications.Length; lane += Vector256<ulong>.Count)
        {
            var (w0, w1, _, _) = Philox.Draw(schedule, Vector256.LoadUnsafe(ref source, (nuint)lane), (uint)round, (uint)member, (uint)purpose);
            ToUnit(w0, w1).StoreUnsafe(ref target, (nuint)lane);
        }
    }

    /// <summary>Both uniform numbers of every replication, u1 and u2 of the same four words; see <see cref="Uniform"/>.</summary>
    /// <param name="first">u1, a column to be written.</param>
    /// <param name="second">u2, a column to be written.</param>
    /// <param name="replications">The replications, a multiple of four of them. Range of each: below 2^32.</param>
    /// <param name="round">The round.</param>
    /// <param name="member">The member's seat, or 0.</param>
    /// <param name="purpose">What the numbers are for.</param>
    public void Pairs(Span<double> first, Span<double> second, ReadOnlySpan<ulong> replications, int round, int member, DrawPurpose purpose)
    {
        if (first.Length < replications.Length || second.Length < replications.Length)
        {
            throw new ArgumentException($"Columns of {first.Length} and {second.Length} cannot hold {replications.Length} numbers.", nameof(first));
        }

        ReadOnlySpan<ulong> schedule = _schedule;
        ref var source = ref MemoryMarshal.GetReference(replications);
        ref var target = ref MemoryMarshal.GetReference(first);
        ref var other = ref MemoryMarshal.GetReference(second);
        for (var lane = 0; lane < replications.Length; lane += Vector256<ulong>.Count)
        {
            var (w0, w1, w2, w3) = Philox.Draw(schedule, Vector256.LoadUnsafe(ref source, (nuint)lane), (uint)round, (uint)member, (uint)purpose);
            ToUnit(w0, w1).StoreUnsafe(ref target, (nuint)lane);
            ToUnit(w2, w3).StoreUnsafe(ref other, (nuint)lane);
        }
    }

    /// <summary>Both uniform numbers for four replications, u1 and u2 of the same four words.</summary>
    /// <param name="replications">The replications, or draws, below 2^32.</param>
    /// <param name="round">The round.</param>
    /// <param name="place">The third word of the counter: member | issue &lt;&lt; 16, or the hash of a name.</param>
    /// <param name="purpose">What the numbers are for.</param>
    internal (Vector256<double> First, Vector256<double> Second) Pair(Vector256<ulong> replications, int round, uint place, DrawPurpose purpose)
    {
        var (w0, w1, w2, w3) = Philox.Draw(_schedule, replications, (uint)round, place, (uint)purpose);
        return (ToUnit(w0, w1), ToUnit(w2, w3));
    }

    /// <summary>Standard normal numbers for four replications, sqrt(-2 ln u1) cos(2 pi u2) (Box &amp; Muller 1958, Ann. Math. Stat. 29(2),
    /// 610-611).</summary>
    public Vector256<double> Normal(Vector256<ulong> replications, int round, int member, int issue, DrawPurpose purpose)
    {
        var (first, second) = Pair(replications, round, (uint)(member | issue << 16), purpose);
        return Normal(first, second);
    }

    /// <summary>Standard normal numbers from two uniform ones.</summary>
    internal static Vector256<double> Normal(Vector256<double> first, Vector256<double> second) =>
        Vector256.Sqrt(Vector256.Create(-2.0) * Elementary.Log(first)) * Elementary.CosOfTurns(second);

    /// <summary>Standard logistic numbers from uniform ones, ln(u / (1 - u)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Logistic(Vector256<double> uniform) => Elementary.Log(uniform / (Vector256<double>.One - uniform));

    /// <summary>((high 2^32 + low) &gt;&gt; 11 + 0.5) 2^-53. The largest of the 2^53 values rounds to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ToUnit(Vector256<ulong> high, Vector256<ulong> low)
    {
        // The 53-bit integer as a sum of two doubles that share no bit: both words are set into the mantissas of 2^84 and 2^52 and the
        // constants taken off.
        var top = Vector256.ShiftRightLogical(high, 11);
        var bottom = (Vector256.ShiftLeft(high, 21) & Vector256.Create(0xFFFFFFFFUL)) | Vector256.ShiftRightLogical(low, 11);
        var integer = ((top | Vector256.Create(0x4530000000000000UL)).AsDouble() - Vector256.Create(19342813113834066795298816.0))
            + ((bottom | Vector256.Create(0x4330000000000000UL)).AsDouble() - Vector256.Create(4503599627370496.0));
        return (integer + Vector256.Create(0.5)) * Vector256.Create(1.1102230246251565e-16);
    }
}
