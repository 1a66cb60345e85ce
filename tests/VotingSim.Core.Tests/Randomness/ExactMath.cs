using System.Numerics;

namespace VotingSim.Core.Tests.Randomness;

/// <summary>Errors of exp, ln and cos against whole-number arithmetic with 256 binary places, in units in the last place of the number judged.</summary>
internal static class ExactMath
{
    private const int Places = 256;
    private static readonly BigInteger One = BigInteger.One << Places;
    private static readonly BigInteger Ln2 = 2 * Series(One / 3, 9, alternating: false);                                                  // 2 artanh(1/3)
    private static readonly BigInteger Pi = 4 * ((4 * Series(One / 5, 25, alternating: true)) - Series(One / 239, 239 * 239, alternating: true)); // Machin (1706)

    /// <summary>Distance of <paramref name="judged"/> from e^x.</summary>
    public static double ErrorOfExp(double x, double judged)
    {
        var (mantissa, exponent) = Exp(Fixed(x));
        return Error(Math.ScaleB(judged, -exponent), mantissa);
    }

    /// <summary>Distance of <paramref name="judged"/> from ln x, which is ln(x e^-judged) = d - d^2/2 + ... with d = x e^-judged - 1.</summary>
    public static double ErrorOfLog(double x, double judged)
    {
        var scale = Math.ILogB(x);
        var (mantissa, exponent) = Exp(-Fixed(judged));
        var product = Fixed(Math.ScaleB(x, -scale)) * mantissa >> Places;
        var d = (exponent + scale >= 0 ? product << exponent + scale : product >> -(exponent + scale)) - One;
        return Error(judged, Fixed(judged) + d - (d * d >> Places + 1));
    }

    /// <summary>Distance of <paramref name="judged"/> from cos(2 pi u).</summary>
    public static double ErrorOfCosOfTurns(double u, double judged)
    {
        var angle = 2 * Pi * Fixed(Math.IEEERemainder(u, 1)) >> Places;
        var square = angle * angle >> Places;
        var (sum, term) = (BigInteger.Zero, One);
        for (var k = 1; !term.IsZero; k += 2)
        {
            sum += term;
            term = -(term * square >> Places) / (k * (k + 1));
        }

        return Error(judged, sum);
    }

    /// <summary>e^x as a number near 1 and a power of two.</summary>
    private static (BigInteger Mantissa, int Exponent) Exp(BigInteger x)
    {
        var exponent = (int)(((2 * x) + Ln2) / (2 * Ln2)); // about the nearest
        var rest = x - (exponent * Ln2);
        var (sum, term) = (BigInteger.Zero, One);
        for (var k = 1; !term.IsZero; k++)
        {
            sum += term;
            term = (term * rest >> Places) / k;
        }

        return (sum, exponent);
    }

    /// <summary>artanh or arctan of a small x: x + x^3/3 + x^5/5 ..., or with alternating signs. x^2 is 1 / <paramref name="inverseSquare"/>.</summary>
    private static BigInteger Series(BigInteger x, int inverseSquare, bool alternating)
    {
        var sum = BigInteger.Zero;
        for (var k = 1; !x.IsZero; k += 2)
        {
            sum += x / k;
            x = (alternating ? -x : x) / inverseSquare;
        }

        return sum;
    }

    /// <summary>In units in the last place of the number judged, but of 2^-200 where it is smaller than that: an exact 0.</summary>
    private static double Error(double judged, BigInteger exact) =>
        (double)(Fixed(judged) - exact) / (double)BigInteger.Max(One >> 200, Fixed(Math.BitIncrement(Math.Abs(judged)) - Math.Abs(judged)));

    /// <summary>A double, exactly where it is a multiple of 2^-256.</summary>
    private static BigInteger Fixed(double x)
    {
        if (x == 0)
        {
            return BigInteger.Zero;
        }

        var exponent = Math.ILogB(x);
        var whole = new BigInteger(Math.ScaleB(x, 52 - exponent));
        var shift = Places - 52 + exponent;
        return shift >= 0 ? whole << shift : whole >> -shift;
    }
}
