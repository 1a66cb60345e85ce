using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Vectors;

namespace VotingSim.Worlds;

/// <summary>A quantity of the model: a column over lanes where it differs between replications, one number where it does not. A formula reads both
/// alike.</summary>
internal readonly struct Quantity
{
    private readonly double[] _values;
    private readonly int _lanes; // all ones for a column; zero for one number, which stands in the first lanes and is read for all

    /// <summary>One number.</summary>
    public Quantity(double value) => (_values, _lanes) = ([value, value, value, value, value, value, value, value], 0);

    /// <summary>A column.</summary>
    public Quantity(double[] column) => (_values, _lanes) = (column, -1);

    /// <summary>Whether it is one number for all lanes.</summary>
    public bool IsConstant => _lanes == 0;

    /// <summary>The number of one lane.</summary>
    public double this[int lane] => _values[lane & _lanes];

    /// <summary>Whether it is this one number for all lanes: how a mechanism is known to be switched off.</summary>
    public bool Is(double value) => _lanes == 0 && _values[0] == value;

    /// <summary>For a loop over lanes.</summary>
    public Column Column => new(_values, 0, IsConstant);

    /// <summary>The numbers of four lanes, from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> At(int lane) => _values.At(lane & _lanes);

    /// <summary>The numbers of lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(int lane)
        where T : struct, ILanes<T> => _values.At<T>(lane & _lanes);
}
