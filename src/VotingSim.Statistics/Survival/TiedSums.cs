namespace VotingSim.Statistics.Survival;

/// <summary>The sums that Efron's ties are made of: over the l-th of d tied decisions, l from 0 to d - 1, of powers of u = l/d and of 1/(S - D
/// u).</summary>
/// <param name="Inverse">Of 1/(S - D u).</param>
/// <param name="InverseU">Of u/(S - D u).</param>
/// <param name="Square">Of 1/(S - D u)².</param>
/// <param name="SquareU">Of u/(S - D u)².</param>
/// <param name="SquareUU">Of u²/(S - D u)².</param>
/// <param name="Logarithm">Of ln(S - D u).</param>
/// <remarks>
/// Up to a hundred or so, terms are summed one by one. Of more, all but the last are summed by blocks, with Gauss's quadrature for sums: 12 nodes
/// and weights that are exact for polynomials of degree 23 over N equidistant points (Gautschi 2004, Orthogonal Polynomials, sect. 1.5.2 and 3.1).
/// A block is at most half as long as what is left, and so at least its own length away from the pole, which makes the error less than rounding. A
/// million tied decisions take some hundred terms.
/// </remarks>
internal readonly record struct TiedSums(double Inverse, double InverseU, double Square, double SquareU, double SquareUU, double Logarithm)
{
    private const int Nodes = 12;
    private const int ShortestBlock = 64;

    // By the logarithm of the length.
    private static readonly (double At, double Weight)[]?[] Rules = new (double, double)[]?[63];

    /// <summary>The sums.</summary>
    /// <param name="decided">d, a whole number. Range: &gt;= 1.</param>
    /// <param name="s">Weight of those at risk. Range: &gt; 0.</param>
    /// <param name="d">Weight of those deciding. Range: &gt; 0, at most <paramref name="s"/>.</param>
    public static TiedSums Of(double decided, double s, double d)
    {
        var (first, count) = (0L, (long)decided);
        var sums = default(TiedSums);
        while (count - first >= 2 * ShortestBlock)
        {
            var power = long.Log2((count - first) / 2);
            foreach (var (at, weight) in Rules[power] ??= Rule(1L << (int)power))
            {
                sums = sums.Plus((first + at) / decided, weight, s, d);
            }

            first += 1L << (int)power;
        }

        for (; first < count; first++)
        {
            sums = sums.Plus(first / decided, 1, s, d);
        }

        return sums;
    }

    private TiedSums Plus(double u, double weight, double s, double d)
    {
        var denominator = s - (d * u);
        var inverse = weight / denominator;
        var square = inverse / denominator;
        return new(Inverse + inverse, InverseU + (u * inverse), Square + square, SquareU + (u * square), SquareUU + (u * u * square),
            Logarithm + (weight * Math.Log(denominator)));
    }

    /// <summary>Gauss's nodes and weights for the sum over 0, 1, ..., length - 1: the zeros of the discrete Chebyshev polynomial, by Newton's
    /// method from those of Legendre's.</summary>
    private static (double At, double Weight)[] Rule(long length)
    {
        var n = (double)length;
        var rule = new (double, double)[Nodes];
        for (var node = 0; node < Nodes; node++)
        {
            var x = n / 2 * Math.Cos(Math.PI * (node + 0.75) / (Nodes + 0.5)); // from the middle of the points
            for (var step = 0; step < 20; step++)
            {
                var (value, slope, _) = Polynomial(x, n);
                x -= value / slope;
            }

            rule[node] = (x + ((n - 1) / 2), 1 / Polynomial(x, n).Squares);
        }

        return rule;
    }

    // The orthonormal polynomials by their recurrence: the last one, its slope, and the sum of the squares of those before.
    private static (double Value, double Slope, double Squares) Polynomial(double x, double n)
    {
        var (before, value) = (0.0, 1 / Math.Sqrt(n));
        var (slopeBefore, slope) = (0.0, 0.0);
        var (root, squares) = (0.0, 0.0);
        for (var k = 1; k <= Nodes; k++)
        {
            squares += value * value;
            var next = Math.Sqrt((double)k * k * ((n * n) - ((double)k * k)) / (4 * ((4.0 * k * k) - 1)));
            (before, value, slopeBefore, slope) =
                (value, ((x * value) - (root * before)) / next, slope, (value + (x * slope) - (root * slopeBefore)) / next);
            root = next;
        }

        return (value, slope, squares);
    }
}
