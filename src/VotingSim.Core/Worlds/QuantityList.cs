using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Vectors;

namespace VotingSim.Worlds;

/// <summary>Several quantities side by side, such as one for each member: columns where any of them is one, numbers otherwise. A formula reads
/// both alike.</summary>
internal readonly struct QuantityList
{
    private readonly double[] _values;
    private readonly int _stride;
    private readonly int _lanes; // as in Quantity

    /// <summary>Puts quantities side by side, in an array that the caller owns.</summary>
    /// <param name="quantities">The quantities.</param>
    /// <param name="values">Room for <paramref name="stride"/> numbers of each.</param>
    /// <param name="stride"><see cref="Width.Most"/> where all are constant; otherwise at least <paramref name="lanes"/>.</param>
    /// <param name="lanes">Number of lanes in use.</param>
    public QuantityList(ReadOnlySpan<Quantity> quantities, double[] values, int stride, int lanes)
    {
        (_values, _stride, _lanes) = (values, stride, stride == Width.Most ? 0 : -1);
        for (var index = 0; index < quantities.Length; index++)
        {
            for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
            {
                values.Set((index * stride) + lane, quantities[index].At(lane));
            }
        }
    }

    /// <summary>The number of one lane.</summary>
    public double this[int index, int lane] => _values[(index * _stride) + (lane & _lanes)];

    /// <summary>One of them, for a loop over lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Column Column(int index) => new(_values, index * _stride, _lanes == 0);

    /// <summary>The numbers of four lanes, from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> At(int index, int lane) => _values.At((index * _stride) + (lane & _lanes));

    /// <summary>The numbers of lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(int index, int lane)
        where T : struct, ILanes<T> => _values.At<T>((index * _stride) + (lane & _lanes));
}
