using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Randomness;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>Lambda_i, what nobody can explain in a member's ballots. It stays what it is until something at home changes it, which happens at rate
/// 1 / theta: model.md 3.0.</summary>
internal sealed class Inclination(int seat, DeliberationSettings settings, ulong seed)
{
    private static readonly ulong[] PlacesOfBits = [.. Enumerable.Range(0, 1 << Width.Most).Select(PlacesOf)];

    private readonly Draw _draw = new(seed);
    private Quantity _theta;
    private Quantity _lasts;          // exp(-L / theta)
    private readonly double[] _luck = new double[Width.Strip];       // u1 of a strip
    private readonly double[] _steadiness = new double[Width.Strip]; // u2 of a strip
    private readonly ushort[] _places = new ushort[Width.Strip + Width.Most];

    /// <summary>Lambda_i, a column.</summary>
    public double[] Now { get; private set; } = [];

    /// <summary>Begins with another cohort.</summary>
    public void Open(WorldDraws worlds, int lanes)
    {
        var interval = Vector256.Create(-settings.Calendar.RoundDays);
        _theta = worlds.Of(WorldParameter.DispositionDays, settings.DispositionDays);
        _lasts = worlds.From(_theta, theta => Elementary.Exp(interval / theta)); // theta = 0: the smallest normal number, which no draw is below
        if (Now.Length < lanes)
        {
            Now = new double[lanes];
        }
    }

    /// <summary>Moves the kept lanes to the front.</summary>
    public void Keep(ReadOnlySpan<int> kept) => Now.Keep(kept);

    /// <summary>Lets the days before a session pass, for a strip of lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Pass<T>(Brief brief, int from, int to)
        where T : struct, ILanes<T>
    {
        var replications = brief.Replications.AsSpan(from, to - from);
        if (brief.Round == 0 || _theta.Is(0))
        {
            _draw.Uniform(_luck, replications, brief.Round, seat, DrawPurpose.Ballot);
            ToLogistic<T>(_luck, Now.AsSpan(from, to - from));
            return;
        }

        // The logarithm only where the inclination changes: in a few lanes, which are put side by side for it.
        _draw.Pairs(_luck, _steadiness, replications, brief.Round, seat, DrawPurpose.Ballot);
        var places = _places.AsSpan(0, FindChanges<T>(from, to));
        var now = Now.AsSpan(from, to - from);
        var (luck, fresh) = (_luck, _steadiness);
        for (var change = 0; change < places.Length; change++)
        {
            fresh[change] = luck[places[change]];
        }

        ToLogistic<T>(fresh, fresh.AsSpan(0, (places.Length + T.Count - 1) / T.Count * T.Count));
        for (var change = 0; change < places.Length; change++)
        {
            now[places[change]] = fresh[change];
        }
    }

    // Whole vectors; what stands beyond the lanes that are wanted is rubbish and stays it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ToLogistic<T>(double[] uniform, Span<double> logistic)
        where T : struct, ILanes<T>
    {
        ref var target = ref MemoryMarshal.GetReference(logistic);
        for (var lane = 0; lane < logistic.Length; lane += T.Count)
        {
            T.Store(Draw.Logistic(uniform.At<T>(lane)), ref target, (nuint)lane);
        }
    }

    /// <returns>How many lanes of the strip change; which, stands in the places, from its beginning.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindChanges<T>(int from, int to)
        where T : struct, ILanes<T>
    {
        var (steadiness, lasts, changes) = (_steadiness, _lasts, 0);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        for (var lane = 0; lane < to - from; lane += T.Count)
        {
            // The places of all bits are written, and those that are not set written over.
            var changed = T.Signs(T.AtLeast(steadiness.At<T>(lane), lasts.At<T>(from + lane)));
            var at = Vector128.WidenLower(Vector128.CreateScalar(PlacesOfBits[changed]).AsByte()) + Vector128.Create((ushort)lane);
            at.StoreUnsafe(ref Unsafe.Add(ref places, changes));
            changes += BitOperations.PopCount(changed);
        }

        return changes;
    }

    // A byte for each bit that is set: its place.
    private static ulong PlacesOf(int bits)
    {
        var (places, found) = (0UL, 0);
        for (var place = 0; place < Width.Most; place++)
        {
            places |= (bits >> place & 1) != 0 ? (ulong)place << (8 * found++) : 0;
        }

        return places;
    }
}
