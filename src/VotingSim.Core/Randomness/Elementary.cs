using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VotingSim.Vectors;

namespace VotingSim.Randomness;

/// <summary>ln, exp and cos as fixed sequences of IEEE 754 additions, multiplications, divisions and comparisons: the same bits on every
/// machine and in every vector lane.</summary>
/// <remarks>
/// The platform's functions differ in the last bit between processors and operating systems. Nothing here is contracted to a fused
/// multiply-add (the runtime never does that unasked). Errors are about 1 ulp, those of cos up to 2. Scalars go through a vector lane, so
/// that there is one sequence only.
/// </remarks>
public static class Elementary
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double RoundToInteger = 6755399441055744.0; // 1.5 * 2^52: adding it leaves the nearest integer in the low bits

    /// <summary>Natural logarithm. Range: positive normal numbers; +infinity gives 1024 ln 2.</summary>
    /// <remarks>x = 2^e m, ln m = 2 artanh(f / (2 + f)) with f = m - 1; minimax coefficients of fdlibm's e_log (Sun Microsystems 1993).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x) => Log(new FourLanes(x)).Value;

    /// <summary>Natural logarithm; see the public version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log<T>(T x)
        where T : struct, ILanes<T>
    {
        // Take off the bits of sqrt(1/2), so that the exponent field changes where the mantissa passes sqrt(2).
        var exponent = T.DownSigned(T.Subtract(x, T.OfBits(0x3FE6A09E_667F3BCDUL)), 52);
        var m = T.Subtract(x, T.Up(exponent, 52));
        var e = T.Add(T.Of(RoundToInteger), exponent) - T.Of(RoundToInteger);

        var f = m - T.Of(1);
        var s = f / (f + T.Of(2.0));
        var z = s * s;
        var w = z * z;
        var even = w * (T.Of(3.999999999940941908e-01) + (w * (T.Of(2.222219843214978396e-01) + (w * T.Of(1.531383769920937332e-01)))));
        var odd = z * (T.Of(6.666666666666735130e-01) + (w * (T.Of(2.857142874366239149e-01)
            + (w * (T.Of(1.818357216161805012e-01) + (w * T.Of(1.479819860511658591e-01)))))));
        var half = f * f * T.Of(0.5);
        return (e * T.Of(Ln2High)) - (half - ((s * (half + (even + odd))) + (e * T.Of(Ln2Low))) - f);
    }

    /// <summary>Exponential function. Range: -708 to 709; beyond it the argument is clamped.</summary>
    /// <remarks>x = k ln 2 + r with |r| &lt;= ln 2 / 2; Taylor series of e^r to r^13, whose remainder is below 2^-57.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x) => Exp(new FourLanes(x)).Value;

    /// <summary>Exponential function; see the public version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exp<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Min(T.Max(x, T.Of(-708.0)), T.Of(709.0));
        var rounded = (x * T.Of(1.44269504088896338700)) + T.Of(RoundToInteger);
        var k = rounded - T.Of(RoundToInteger);
        var r = x - (k * T.Of(Ln2High)) - (k * T.Of(Ln2Low));

        // Estrin's scheme: shorter chains than Horner's, still one fixed order.
        var r2 = r * r;
        var r4 = r2 * r2;
        var a = T.Of(1.0 / 2) + (r * T.Of(1.0 / 6)) + (r2 * (T.Of(1.0 / 24) + (r * T.Of(1.0 / 120))));
        var b = T.Of(1.0 / 720) + (r * T.Of(1.0 / 5040)) + (r2 * (T.Of(1.0 / 40320) + (r * T.Of(1.0 / 362880))));
        var c = T.Of(1.0 / 3628800) + (r * T.Of(1.0 / 39916800)) + (r2 * (T.Of(1.0 / 479001600) + (r * T.Of(1.0 / 6227020800))));
        var series = T.Of(1) + (r + (r2 * (a + (r4 * (b + (r4 * c))))));

        // 2^k, k being in the low bits of the rounded sum.
        return T.Add(series, T.Up(rounded, 52));
    }

    /// <summary>cos(2 pi u): cosine of an angle in turns, so that its reduction is exact. Range of <paramref name="turns"/>: |u| &lt;=
    /// 2^40.</summary>
    /// <remarks>cos or sin of the rest within pi/4; minimax coefficients of fdlibm's k_cos and k_sin (Sun Microsystems 1993).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> CosOfTurns(Vector256<double> turns) => CosOfTurns(new FourLanes(turns)).Value;

    /// <summary>Cosine of an angle in turns; see the public version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T CosOfTurns<T>(T turns)
        where T : struct, ILanes<T>
    {
        var quarters = turns * T.Of(4.0);
        var rounded = quarters + T.Of(RoundToInteger);
        var x = (quarters - (rounded - T.Of(RoundToInteger))) * T.Of(1.57079632679489661923); // within pi/4 of a multiple of pi/2
        var z = x * x;

        var cos = T.Of(1) - (z * T.Of(0.5)) + (z * z * (T.Of(4.16666666666666019037e-02)
            + (z * (T.Of(-1.38888888888741095749e-03) + (z * (T.Of(2.48015872894767294178e-05)
            + (z * (T.Of(-2.75573143513906633035e-07) + (z * (T.Of(2.08757232129817482790e-09)
            + (z * T.Of(-1.13596475577881948265e-11))))))))))));
        var sin = x + (x * z * (T.Of(-1.66666666666666324348e-01)
            + (z * (T.Of(8.33333333332248946124e-03) + (z * (T.Of(-1.98412698298579493134e-04)
            + (z * (T.Of(2.75573137070700676789e-06) + (z * (T.Of(-2.50507602534068634195e-08)
            + (z * T.Of(1.58969099521155010221e-10))))))))))));

        // Quadrants 0..3: cos, -sin, -cos, sin.
        var isOdd = T.Has(rounded, T.OfBits(1));
        var sign = T.Up(T.Add(rounded, T.OfBits(1)) & T.OfBits(2), 62);
        return T.Select(isOdd, sin, cos) ^ sign;
    }

    /// <summary>x^p for x &gt;= 0, as exp(p ln x); 0 for x below the normal numbers. Range of <paramref name="exponent"/>: &gt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Power(Vector256<double> x, double exponent) => Power(new FourLanes(x), exponent).Value;

    /// <summary>x^p; see the public version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Power<T>(T x, double exponent)
        where T : struct, ILanes<T>
    {
        var smallest = T.Of(2.2250738585072014e-308);
        var power = Exp(Log(T.Max(x, smallest)) * T.Of(exponent));
        return T.Select(T.Less(x, smallest), T.Of(0), power);
    }

    /// <summary>Natural logarithm of one number; see the vector version.</summary>
    public static double Log(double x) => Log(Vector256.Create(x)).ToScalar();

    /// <summary>Exponential function of one number; see the vector version.</summary>
    public static double Exp(double x) => Exp(Vector256.Create(x)).ToScalar();

    /// <summary>cos(2 pi u) of one number; see the vector version.</summary>
    public static double CosOfTurns(double turns) => CosOfTurns(Vector256.Create(turns)).ToScalar();

    /// <summary>x^p of one number; see the vector version.</summary>
    public static double Power(double x, double exponent) => Power(Vector256.Create(x), exponent).ToScalar();
}
