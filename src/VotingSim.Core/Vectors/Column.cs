using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VotingSim.Vectors;

/// <summary>Where the lanes of a column begin, for a loop over them; or where one number stands that is read for all of them.</summary>
/// <remarks>Nothing is checked: the loop ends where the column does.</remarks>
internal readonly ref struct Column
{
    private readonly ref double _first;
    private readonly nuint _lanes; // all bits for a column, none for one number

    /// <summary>A column.</summary>
    public Column(double[] values)
    {
        _first = ref MemoryMarshal.GetArrayDataReference(values);
        _lanes = nuint.MaxValue;
    }

    /// <summary>Part of an array.</summary>
    /// <param name="values">The array.</param>
    /// <param name="start">Where the column begins.</param>
    /// <param name="isConstant">Whether it is one number, in as many lanes as any machine works on.</param>
    public Column(double[] values, int start, bool isConstant)
    {
        _first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), start);
        _lanes = isConstant ? 0 : nuint.MaxValue;
    }

    /// <summary>The lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(nuint lane)
        where T : struct, ILanes<T> => T.Load(ref _first, lane & _lanes);

    /// <summary>Sets the lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(nuint lane, T value)
        where T : struct, ILanes<T> => T.Store(value, ref _first, lane);
}
