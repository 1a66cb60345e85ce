using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Vectors;

namespace VotingSim.Cohorts;

/// <summary>A table of numbers with a column per quantity and a lane per replication, read and written in whole vectors.</summary>
/// <remarks>Columns lie one after another in one array. Their length is a multiple of eight, the longest vector, so that no loop needs a remainder.</remarks>
public sealed class Columns
{
    // A cache line between columns: at a power of two, the members of a lane would all fall into one set of the processor's first cache.
    internal const int Gap = 8;

    private readonly int _stride;
    private readonly double[] _values;

    /// <summary>Makes columns of zeros.</summary>
    /// <param name="count">Number of columns.</param>
    /// <param name="lanes">Length of each, a multiple of eight.</param>
    public Columns(int count, int lanes)
    {
        Debug.Assert(lanes % Width.Most == 0, "Columns are whole vectors.");
        (Count, Lanes, _stride) = (count, lanes, lanes + Gap);
        _values = new double[count * _stride];
    }

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>Length of each column, a multiple of eight.</summary>
    public int Lanes { get; }

    /// <summary>One column.</summary>
    public Span<double> this[int column] => _values.AsSpan(column * _stride, Lanes);

    /// <summary>One number.</summary>
    public ref double this[int column, int lane] => ref _values[(column * _stride) + lane];

    /// <summary>Four lanes of a column, from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<double> At(int column, int lane) => _values.At((column * _stride) + lane);

    /// <summary>One column, for a loop over lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Column Column(int column) => new(_values, column * _stride, isConstant: false);

    /// <summary>Lanes of a column, from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T At<T>(int column, int lane)
        where T : struct, ILanes<T> => _values.At<T>((column * _stride) + lane);

    /// <summary>Sets lanes of a column, from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set<T>(int column, int lane, T value)
        where T : struct, ILanes<T> => _values.Set((column * _stride) + lane, value);

    /// <summary>Sets four lanes of a column, from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(int column, int lane, Vector256<double> value) => _values.Set((column * _stride) + lane, value);

    /// <summary>Sets every number.</summary>
    internal void Fill(double value) => Array.Fill(_values, value);

    /// <summary>Moves the kept lanes of all columns to the front; see <see cref="Lane"/>.</summary>
    internal void Keep(ReadOnlySpan<int> kept)
    {
        for (var column = 0; column < Count; column++)
        {
            this[column].Keep(kept);
        }
    }
}

/// <summary>Whole-vector access to single columns.</summary>
internal static class Lane
{
    /// <summary>The four lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> At(this double[] column, int lane)
    {
        Debug.Assert(lane >= 0 && lane + Vector256<double>.Count <= column.Length, "A vector lies within its column.");
        return Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)lane);
    }

    /// <summary>The four lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> At(this ulong[] column, int lane)
    {
        Debug.Assert(lane >= 0 && lane + Vector256<ulong>.Count <= column.Length, "A vector lies within its column.");
        return Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)lane);
    }

    /// <summary>The lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(this double[] column, int lane)
        where T : struct, ILanes<T>
    {
        Debug.Assert(lane >= 0 && lane + T.Count <= column.Length, "A vector lies within its column.");
        return T.Load(ref MemoryMarshal.GetArrayDataReference(column), (nuint)lane);
    }

    /// <summary>The lanes from <paramref name="lane"/> on of a column of bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T BitsAt<T>(this ulong[] column, int lane)
        where T : struct, ILanes<T>
    {
        Debug.Assert(lane >= 0 && lane + T.Count <= column.Length, "A vector lies within its column.");
        return T.Load(ref Unsafe.As<ulong, double>(ref MemoryMarshal.GetArrayDataReference(column)), (nuint)lane);
    }

    /// <summary>Sets the lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set<T>(this double[] column, int lane, T value)
        where T : struct, ILanes<T>
    {
        Debug.Assert(lane >= 0 && lane + T.Count <= column.Length, "A vector lies within its column.");
        T.Store(value, ref MemoryMarshal.GetArrayDataReference(column), (nuint)lane);
    }

    /// <summary>Sets the lanes from <paramref name="lane"/> on of a column of bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetBits<T>(this ulong[] column, int lane, T value)
        where T : struct, ILanes<T>
    {
        Debug.Assert(lane >= 0 && lane + T.Count <= column.Length, "A vector lies within its column.");
        T.Store(value, ref Unsafe.As<ulong, double>(ref MemoryMarshal.GetArrayDataReference(column)), (nuint)lane);
    }

    /// <summary>Sets the four lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(this double[] column, int lane, Vector256<double> value)
    {
        Debug.Assert(lane >= 0 && lane + Vector256<double>.Count <= column.Length, "A vector lies within its column.");
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)lane);
    }

    /// <summary>Moves the kept lanes to the front, in place.</summary>
    /// <param name="column">The column.</param>
    /// <param name="kept">For each new lane the old one, in ascending order; the padding repeats the last.</param>
    public static void Keep<T>(this Span<T> column, ReadOnlySpan<int> kept)
    {
        for (var lane = 0; lane < kept.Length; lane++)
        {
            column[lane] = column[kept[lane]];
        }
    }

    /// <summary>Moves the kept lanes to the front, in place.</summary>
    public static void Keep<T>(this T[] column, ReadOnlySpan<int> kept) => column.AsSpan().Keep(kept);
}
