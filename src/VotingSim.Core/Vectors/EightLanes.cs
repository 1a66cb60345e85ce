using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VotingSim.Vectors;

/// <summary>Eight lanes, in 512 bits.</summary>
internal readonly struct EightLanes(Vector512<double> value) : ILanes<EightLanes>
{
    /// <summary>The numbers.</summary>
    public readonly Vector512<double> Value = value;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Of(double number) => new(Vector512.Create(number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes OfBits(ulong bits) => new(Vector512.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Load(ref readonly double column, nuint lane) => new(Vector512.LoadUnsafe(in column, lane));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(EightLanes value, ref double column, nuint lane) => value.Value.StoreUnsafe(ref column, lane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes left, EightLanes right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes left, EightLanes right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator *(EightLanes left, EightLanes right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator /(EightLanes left, EightLanes right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator &(EightLanes left, EightLanes right) => new(left.Value & right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator |(EightLanes left, EightLanes right) => new(left.Value | right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator ^(EightLanes left, EightLanes right) => new((left.Value.AsUInt64() ^ right.Value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator ~(EightLanes value) => new(~value.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Min(EightLanes a, EightLanes b) => new(Vector512.Min(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Max(EightLanes a, EightLanes b) => new(Vector512.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Abs(EightLanes a) => new(Vector512.Abs(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Sqrt(EightLanes a) => new(Vector512.Sqrt(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Less(EightLanes a, EightLanes b) => new(Vector512.LessThan(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Greater(EightLanes a, EightLanes b) => new(Vector512.GreaterThan(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes AtLeast(EightLanes a, EightLanes b) => new(Vector512.GreaterThanOrEqual(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Same(EightLanes a, EightLanes b) => new(Vector512.Equals(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Select(EightLanes condition, EightLanes then, EightLanes otherwise) =>
        new(Vector512.ConditionalSelect(condition.Value, then.Value, otherwise.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Without(EightLanes a, EightLanes b) => new(Vector512.AndNot(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Has(EightLanes bits, EightLanes mask) =>
        new(Vector512.Equals((bits.Value & mask.Value).AsInt64(), mask.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Add(EightLanes a, EightLanes b) => new((a.Value.AsInt64() + b.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Subtract(EightLanes a, EightLanes b) => new((a.Value.AsInt64() - b.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Up(EightLanes a, int bits) => new(Vector512.ShiftLeft(a.Value.AsInt64(), bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Down(EightLanes a, int bits) => new(Vector512.ShiftRightLogical(a.Value.AsInt64(), bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes DownSigned(EightLanes a, int bits) => new(Vector512.ShiftRightArithmetic(a.Value.AsInt64(), bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Product(EightLanes a, EightLanes b) => new((Avx512F.IsSupported
        ? Avx512F.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32())
        : (a.Value.AsUInt64() & Vector512.Create(0xFFFFFFFFUL)) * (b.Value.AsUInt64() & Vector512.Create(0xFFFFFFFFUL))).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Signs(EightLanes a) => (uint)Vector512.ExtractMostSignificantBits(a.Value);
}
