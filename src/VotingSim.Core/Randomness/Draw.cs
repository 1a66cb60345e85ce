using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Vectors;

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

    /// <summary>The arrival of a matter in a campaign.</summary>
    Arrival = 7,

    /// <summary>Whether a member carries a decision out.</summary>
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
    /// <param name="replications">The replications, a multiple of four of them. Range of each: below 2^32, but for what is added to the purpose in
    /// the upper half.</param>
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

        ref var source = ref Unsafe.As<ulong, double>(ref MemoryMarshal.GetReference(replications));
        ref var target = ref MemoryMarshal.GetReference(uniform);
        var (counter, lane) = (((uint)round, (uint)member, (uint)purpose), 0);
        if (Width.IsEight)
        {
            lane = Uniform<EightLanes>(ref target, ref source, lane, replications.Length, counter);
        }

        Uniform<FourLanes>(ref target, ref source, lane, replications.Length, counter);
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

        ref var source = ref Unsafe.As<ulong, double>(ref MemoryMarshal.GetReference(replications));
        ref var target = ref MemoryMarshal.GetReference(first);
        ref var other = ref MemoryMarshal.GetReference(second);
        var (counter, lane) = (((uint)round, (uint)member, (uint)purpose), 0);
        if (Width.IsEight)
        {
            lane = Pairs<EightLanes>(ref target, ref other, ref source, lane, replications.Length, counter);
        }

        Pairs<FourLanes>(ref target, ref other, ref source, lane, replications.Length, counter);
    }

    /// <summary>Both uniform numbers for four replications, u1 and u2 of the same four words.</summary>
    /// <param name="replications">The replications, or draws, below 2^32.</param>
    /// <param name="round">The round.</param>
    /// <param name="place">The third word of the counter: member | issue &lt;&lt; 16, or the hash of a name.</param>
    /// <param name="purpose">What the numbers are for.</param>
    internal (Vector256<double> First, Vector256<double> Second) Pair(Vector256<ulong> replications, int round, uint place, DrawPurpose purpose)
    {
        var (first, second) = Pair(new FourLanes(replications.AsDouble()), round, place, purpose);
        return (first.Value, second.Value);
    }

    /// <summary>Standard normal numbers for four replications, sqrt(-2 ln u1) cos(2 pi u2) (Box &amp; Muller 1958, Ann. Math. Stat. 29(2),
    /// 610-611).</summary>
    public Vector256<double> Normal(Vector256<ulong> replications, int round, int member, int issue, DrawPurpose purpose)
    {
        var (first, second) = Pair(replications, round, (uint)(member | issue << 16), purpose);
        return Normal(first, second);
    }

    /// <summary>Standard normal numbers from two uniform ones.</summary>
    internal static Vector256<double> Normal(Vector256<double> first, Vector256<double> second) => Normal(new FourLanes(first), new(second)).Value;

    /// <summary>Standard normal numbers from two uniform ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Normal<T>(T first, T second)
        where T : struct, ILanes<T> => T.Sqrt(T.Of(-2.0) * Elementary.Log(first)) * Elementary.CosOfTurns(second);

    /// <summary>Standard logistic numbers from uniform ones, ln(u / (1 - u)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Logistic(Vector256<double> uniform) => Logistic(new FourLanes(uniform)).Value;

    /// <summary>Standard logistic numbers from uniform ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Logistic<T>(T uniform)
        where T : struct, ILanes<T> => Elementary.Log(uniform / (T.Of(1) - uniform));

    /// <summary>Both uniform numbers of replications whose indices are bits; see the version for four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (T First, T Second) Pair<T>(T replications, int round, uint place, DrawPurpose purpose)
        where T : struct, ILanes<T>
    {
        var (w0, w1, w2, w3) = Philox.Draw(_schedule, replications, (uint)round, place, (uint)purpose);
        return (ToUnit(w0, w1), ToUnit(w2, w3));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Uniform<T>(ref double uniform, ref double replications, int lane, int lanes, (uint Round, uint Member, uint Purpose) counter)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<ulong> schedule = _schedule;
        for (; lane + T.Count <= lanes; lane += T.Count)
        {
            var (w0, w1, _, _) = Philox.Draw(schedule, T.Load(ref replications, (nuint)lane), counter.Round, counter.Member, counter.Purpose);
            T.Store(ToUnit(w0, w1), ref uniform, (nuint)lane);
        }

        return lane;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Pairs<T>(
        ref double first, ref double second, ref double replications, int lane, int lanes, (uint Round, uint Member, uint Purpose) counter)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<ulong> schedule = _schedule;
        for (; lane + T.Count <= lanes; lane += T.Count)
        {
            var (w0, w1, w2, w3) = Philox.Draw(schedule, T.Load(ref replications, (nuint)lane), counter.Round, counter.Member, counter.Purpose);
            T.Store(ToUnit(w0, w1), ref first, (nuint)lane);
            T.Store(ToUnit(w2, w3), ref second, (nuint)lane);
        }

        return lane;
    }

    /// <summary>((high 2^32 + low) &gt;&gt; 11 + 0.5) 2^-53. The largest of the 2^53 values rounds to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ToUnit<T>(T high, T low)
        where T : struct, ILanes<T>
    {
        // The 53-bit integer as a sum of two doubles that share no bit: both words are set into the mantissas of 2^84 and 2^52 and the
        // constants taken off.
        var top = T.Down(high, 11);
        var bottom = (T.Up(high, 21) & T.OfBits(0xFFFFFFFFUL)) | T.Down(low, 11);
        var integer = ((top | T.OfBits(0x4530000000000000UL)) - T.Of(19342813113834066795298816.0))
            + ((bottom | T.OfBits(0x4330000000000000UL)) - T.Of(4503599627370496.0));
        return (integer + T.Of(0.5)) * T.Of(1.1102230246251565e-16);
    }
}
