using System.Numerics;

namespace VotingSim.Vectors;

/// <summary>Numbers of several lanes that one instruction works on: what formulas are written in, once for every width. A lane's operations are the
/// same in each, and so are its bits.</summary>
/// <remarks>A comparison gives all bits of a lane where it holds, and none where it does not. Operations on bits read a lane as a whole number of 64
/// bits. A loop over lanes is never inlined where it is called: the compiler has a budget for what it inlines, and one that is spent on callers
/// leaves calls in the loop.</remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal interface ILanes<T> : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IDivisionOperators<T, T, T>,
    IBitwiseOperators<T, T, T>
    where T : struct, ILanes<T>
{
    /// <summary>How many.</summary>
    static abstract int Count { get; }

    /// <summary>One number in every lane.</summary>
    static abstract T Of(double number);

    /// <summary>The same bits in every lane.</summary>
    static abstract T OfBits(ulong bits);

    /// <summary>Reads lanes that lie side by side.</summary>
    static abstract T Load(ref readonly double column, nuint lane);

    /// <summary>Writes lanes side by side.</summary>
    static abstract void Store(T value, ref double column, nuint lane);

    /// <summary>The smaller number.</summary>
    static abstract T Min(T a, T b);

    /// <summary>The larger number.</summary>
    static abstract T Max(T a, T b);

    /// <summary>The number without its sign.</summary>
    static abstract T Abs(T a);

    /// <summary>The square root.</summary>
    static abstract T Sqrt(T a);

    /// <summary>Whether a &lt; b.</summary>
    static abstract T Less(T a, T b);

    /// <summary>Whether a &gt; b.</summary>
    static abstract T Greater(T a, T b);

    /// <summary>Whether a &gt;= b.</summary>
    static abstract T AtLeast(T a, T b);

    /// <summary>Whether a = b, as numbers.</summary>
    static abstract T Same(T a, T b);

    /// <summary>One of two, lane by lane.</summary>
    static abstract T Select(T condition, T then, T otherwise);

    /// <summary>The bits of a that are not in b.</summary>
    static abstract T Without(T a, T b);

    /// <summary>Whether all bits of a mask are set.</summary>
    static abstract T Has(T bits, T mask);

    /// <summary>The sum of whole numbers.</summary>
    static abstract T Add(T a, T b);

    /// <summary>The difference of whole numbers.</summary>
    static abstract T Subtract(T a, T b);

    /// <summary>Bits moved up.</summary>
    static abstract T Up(T a, int bits);

    /// <summary>Bits moved down; zeros follow.</summary>
    static abstract T Down(T a, int bits);

    /// <summary>Bits moved down; the sign follows.</summary>
    static abstract T DownSigned(T a, int bits);

    /// <summary>The products of the lower halves.</summary>
    static abstract T Product(T a, T b);

    /// <summary>The first bit of every lane, that of lane 0 the lowest.</summary>
    static abstract uint Signs(T a);
}
