using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VotingSim.Vectors;

/// <summary>Four lanes, in 256 bits.</summary>
internal readonly struct FourLanes(Vector256<double> value) : ILanes<FourLanes>
{
    /// <summary>The numbers.</summary>
    public readonly Vector256<double> Value = value;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Of(double number) => new(Vector256.Create(number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes OfBits(ulong bits) => new(Vector256.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Load(ref readonly double column, nuint lane) => new(Vector256.LoadUnsafe(in column, lane));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FourLanes value, ref double column, nuint lane) => value.Value.StoreUnsafe(ref column, lane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes left, FourLanes right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes left, FourLanes right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator *(FourLanes left, FourLanes right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator /(FourLanes left, FourLanes right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator &(FourLanes left, FourLanes right) => new(left.Value & right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator |(FourLanes left, FourLanes right) => new(left.Value | right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator ^(FourLanes left, FourLanes right) => new((left.Value.AsUInt64() ^ right.Value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator ~(FourLanes value) => new(~value.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Min(FourLanes a, FourLanes b) => new(Vector256.Min(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Max(FourLanes a, FourLanes b) => new(Vector256.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Abs(FourLanes a) => new(Vector256.Abs(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Sqrt(FourLanes a) => new(Vector256.Sqrt(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Less(FourLanes a, FourLanes b) => new(Vector256.LessThan(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Greater(FourLanes a, FourLanes b) => new(Vector256.GreaterThan(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes AtLeast(FourLanes a, FourLanes b) => new(Vector256.GreaterThanOrEqual(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Same(FourLanes a, FourLanes b) => new(Vector256.Equals(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Select(FourLanes condition, FourLanes then, FourLanes otherwise) =>
        new(Vector256.ConditionalSelect(condition.Value, then.Value, otherwise.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Without(FourLanes a, FourLanes b) => new(Vector256.AndNot(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Has(FourLanes bits, FourLanes mask) =>
        new(Vector256.Equals((bits.Value & mask.Value).AsInt64(), mask.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Add(FourLanes a, FourLanes b) => new((a.Value.AsInt64() + b.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Subtract(FourLanes a, FourLanes b) => new((a.Value.AsInt64() - b.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Up(FourLanes a, int bits) => new(Vector256.ShiftLeft(a.Value.AsInt64(), bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Down(FourLanes a, int bits) => new(Vector256.ShiftRightLogical(a.Value.AsInt64(), bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes DownSigned(FourLanes a, int bits) => new(Vector256.ShiftRightArithmetic(a.Value.AsInt64(), bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Product(FourLanes a, FourLanes b) => new((Avx2.IsSupported
        ? Avx2.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32())
        : (a.Value.AsUInt64() & Vector256.Create(0xFFFFFFFFUL)) * (b.Value.AsUInt64() & Vector256.Create(0xFFFFFFFFUL))).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Signs(FourLanes a) => (uint)Vector256.ExtractMostSignificantBits(a.Value);
}
