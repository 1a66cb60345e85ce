using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VotingSim.Deliberation;

/// <summary>Whole-vector access to columns, which are padded to whole vectors.</summary>
internal static class Columns
{
    /// <summary>Makes <paramref name="count"/> columns of a length.</summary>
    public static T[][] Create<T>(int count, int lanes)
    {
        var columns = new T[count][];
        for (var i = 0; i < count; i++)
        {
            columns[i] = new T[lanes];
        }

        return columns;
    }

    /// <summary>The four lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> At<T>(this T[] column, int lane)
        where T : unmanaged => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)lane);

    /// <summary>Sets the four lanes from <paramref name="lane"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set<T>(this T[] column, int lane, Vector256<T> value)
        where T : unmanaged => value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)lane);

    /// <summary>Moves the kept lanes to the front, in place.</summary>
    /// <param name="column">The column.</param>
    /// <param name="kept">For each new lane the old one, not below it but in the padding.</param>
    /// <param name="lanes">How many lanes to move.</param>
    public static void Keep<T>(this T[] column, int[] kept, int lanes)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            column[lane] = column[kept[lane]];
        }
    }
}
