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
    private double[] _luck = [];      // u1
    private double[] _steadiness = []; // u2
    private ushort[] _places = [];

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
            (Now, _luck, _steadiness, _places) = (new double[lanes], new double[lanes], new double[lanes], new ushort[lanes + Width.Most]);
        }
    }

    /// <summary>Moves the kept lanes to the front.</summary>
    public void Keep(ReadOnlySpan<int> kept) => Now.Keep(kept);

    /// <summary>Lets the days before a session pass.</summary>
    public void Pass(Brief brief)
    {
        if (Width.IsEight)
        {
            Pass<EightLanes>(brief);
        }
        else
        {
            Pass<FourLanes>(brief);
        }
    }

    private void Pass<T>(Brief brief)
        where T : struct, ILanes<T>
    {
        var replications = brief.Replications.AsSpan(0, brief.Lanes);
        if (brief.Round == 0 || _theta.Is(0))
        {
            _draw.Uniform(_luck, replications, brief.Round, seat, DrawPurpose.Ballot);
            ToLogistic<T>(_luck, Now, brief.Lanes);
            return;
        }

        // The logarithm only where the inclination changes: in a few lanes, which are put side by side for it.
        _draw.Pairs(_luck, _steadiness, replications, brief.Round, seat, DrawPurpose.Ballot);
        var places = _places.AsSpan(0, FindChanges<T>(brief.Lanes));
        var (luck, fresh, now) = (_luck, _steadiness, Now);
        for (var change = 0; change < places.Length; change++)
        {
            fresh[change] = luck[places[change]];
        }

        ToLogistic<T>(fresh, fresh, places.Length);
        for (var change = 0; change < places.Length; change++)
        {
            now[places[change]] = fresh[change];
        }
    }

    // Whole vectors: what is beyond the lanes is rubbish and stays it.
    private static void ToLogistic<T>(double[] uniform, double[] logistic, int lanes)
        where T : struct, ILanes<T>
    {
        for (var lane = 0; lane < lanes; lane += T.Count)
        {
            logistic.Set(lane, Draw.Logistic(uniform.At<T>(lane)));
        }
    }

    /// <returns>How many lanes change; which, stands in the places.</returns>
    private int FindChanges<T>(int lanes)
        where T : struct, ILanes<T>
    {
        var (steadiness, lasts, changes) = (_steadiness, _lasts, 0);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        for (var lane = 0; lane < lanes; lane += T.Count)
        {
            // The places of all bits are written, and those that are not set written over.
            var changed = T.Signs(T.AtLeast(steadiness.At<T>(lane), lasts.At<T>(lane)));
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
