using System.Collections.Concurrent;

namespace VotingSim.Statistics;

/// <summary>The distribution functions that the estimates need.</summary>
internal static class Distributions
{
    /// <summary>97.5 % quantile of the standard normal distribution.</summary>
    public const double NormalQuantile975 = 1.9599639845400542355;

    // The same few degrees of freedom recur in thousands of arms, and a bisection takes as long as a hundred deliberations.
    private const int MostQuantiles = 10_000;

    private static readonly ConcurrentDictionary<double, double> Quantiles = new();

    /// <summary>97.5 % quantile of Student's t distribution.</summary>
    /// <param name="degrees">Degrees of freedom, whole or not. Range: &gt;= 1.</param>
    /// <remarks>Bisection on P(T &gt; t) = I_x(v/2, 1/2) / 2 with x = v / (v + t²) (Abramowitz &amp; Stegun 1964, 26.7.1); above 10^7 degrees the
    /// normal quantile, which differs by less than 10^-6 of itself.</remarks>
    public static double StudentQuantile975(double degrees)
    {
        if (degrees > 10_000_000)
        {
            return NormalQuantile975;
        }

        if (Quantiles.TryGetValue(degrees, out var known))
        {
            return known;
        }

        var quantile = ComputeStudentQuantile975(degrees);
        if (Quantiles.Count < MostQuantiles)
        {
            Quantiles.TryAdd(degrees, quantile);
        }

        return quantile;
    }

    /// <summary>P(|T| >= |t|) for Student's t distribution.</summary>
    /// <param name="t">A value of the statistic.</param>
    /// <param name="degrees">Degrees of freedom. Range: &gt;= 1; beyond 10^7 those of 10^7 are taken, which differ from more in less than 10^-6 of
    /// t².</param>
    /// <remarks>I_x(v/2, 1/2) with x = v / (v + t²) (Abramowitz &amp; Stegun 1964, 26.7.1).</remarks>
    public static double StudentTwoSided(double t, double degrees)
    {
        var v = Math.Min(degrees, 10_000_000);
        return double.IsInfinity(t) ? 0 : RegularizedIncompleteBeta(v / 2, 0.5, v / (v + (t * t)));
    }

    /// <summary>A quantile of the F distribution.</summary>
    /// <param name="share">Probability below the quantile. Range: 0 to 1, both excluded.</param>
    /// <param name="first">Degrees of freedom of the numerator. Range: &gt;= 1; beyond 10^7 those of 10^7 are taken.</param>
    /// <param name="second">Degrees of freedom of the denominator, likewise.</param>
    /// <remarks>Bisection on P(F &lt;= f) = I_x(d1/2, d2/2), x = d1 f / (d1 f + d2) (Abramowitz &amp; Stegun 1964, 26.6.2), over the exponent of
    /// f.</remarks>
    public static double FQuantile(double share, long first, long second)
    {
        var (d1, d2) = ((double)Math.Min(first, 10_000_000), (double)Math.Min(second, 10_000_000));
        var (low, high) = (-60.0, 60.0);
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            var f = Math.Exp(middle);
            (low, high) = RegularizedIncompleteBeta(d1 / 2, d2 / 2, d1 * f / ((d1 * f) + d2)) < share ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>P(X &gt;= successes) for X binomial.</summary>
    /// <param name="successes">Range: 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Range: &gt;= 0.</param>
    /// <param name="probability">Of a success in each trial. Range: 0 to 1.</param>
    /// <remarks>I_p(k, n - k + 1) (Abramowitz &amp; Stegun 1964, 26.5.24).</remarks>
    public static double BinomialUpperTail(long successes, long trials, double probability) =>
        successes <= 0 ? 1 : RegularizedIncompleteBeta(successes, trials - successes + 1, probability);

    /// <summary>P(X &gt;= x) for X chi-square distributed. NaN where x is, or without degrees of freedom.</summary>
    /// <remarks>Q(v/2, x/2) (Abramowitz &amp; Stegun 1964, 26.4.19).</remarks>
    public static double ChiSquareUpperTail(double x, int degrees) =>
        degrees < 1 || double.IsNaN(x) ? double.NaN : RegularizedUpperGamma(degrees / 2.0, x / 2);

    /// <summary>P(|Z| &gt;= |z|) for Z standard normal. NaN where z is.</summary>
    public static double NormalTwoTails(double z) => ChiSquareUpperTail(z * z, 1);

    /// <summary>P(Z &gt; z) for Z standard normal. NaN where z is.</summary>
    public static double NormalUpperTail(double z) => z >= 0 ? NormalTwoTails(z) / 2 : 1 - (NormalTwoTails(z) / 2);

    /// <summary>Q(a, x), the regularised upper incomplete gamma function. Ranges: a &gt; 0; x.</summary>
    /// <remarks>The series DLMF 8.11.4 where x is small, else the continued fraction 8.9.2 by Lentz's method; good in relative terms far into the
    /// tail.</remarks>
    public static double RegularizedUpperGamma(double a, double x)
    {
        if (x <= 0 || double.IsPositiveInfinity(x))
        {
            return x <= 0 ? 1 : 0;
        }

        var front = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1)
        {
            var (term, sum) = (1 / a, 1 / a);
            for (var n = 1; term > sum * 1e-17; n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            return 1 - (front * sum);
        }

        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var (c, d) = (1 / Tiny, 1 / b);
        var fraction = d;
        for (var n = 1; n < 100_000; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = b + (numerator * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (numerator / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            fraction *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-15)
            {
                break;
            }
        }

        return front * fraction;
    }

    /// <summary>I_x(a, b), the regularised incomplete beta function. Ranges: a, b &gt; 0; 0 &lt;= x &lt;= 1.</summary>
    /// <remarks>Continued fraction (DLMF 8.17.22) by Lentz's method, from the side on which it converges fast.</remarks>
    public static double RegularizedIncompleteBeta(double a, double b, double x)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        if (x > (a + 1) / (a + b + 2))
        {
            return 1 - RegularizedIncompleteBeta(b, a, 1 - x);
        }

        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - LogBeta(a, b)) / a;
        const double Tiny = 1e-300;
        var (fraction, c, d) = (1.0, 1.0, 0.0);
        for (var step = 0; step < 1_000_000; step++)
        {
            var m = step / 2;
            var numerator = step == 0 ? 1
                : step % 2 == 0 ? m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)))
                : -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 + (numerator * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (numerator / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            fraction *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-15)
            {
                break;
            }
        }

        return front * (fraction - 1);
    }

    private static double ComputeStudentQuantile975(double degrees)
    {
        var (low, high) = (NormalQuantile975, 13.0); // 12.706 for one degree of freedom
        for (var step = 0; step < 60; step++)
        {
            var t = (low + high) / 2;
            var upperTail = RegularizedIncompleteBeta(degrees / 2.0, 0.5, degrees / (degrees + (t * t))) / 2;
            (low, high) = upperTail > 0.025 ? (t, high) : (low, t);
        }

        return (low + high) / 2;
    }

    private static double LogBeta(double a, double b)
    {
        if (a < 20 || b < 20)
        {
            return LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        }

        // Large arguments cancel: take Stirling's formula apart.
        var (sum, ratio) = (a + b, a / (a + b));
        return (0.5 * Math.Log(2 * Math.PI)) - (0.5 * Math.Log(sum)) + ((a - 0.5) * Math.Log(ratio)) + ((b - 0.5) * Math.Log(b / sum))
            + StirlingRemainder(a) + StirlingRemainder(b) - StirlingRemainder(sum);
    }

    // ln of the gamma function for x > 0: Stirling's series (DLMF 5.11.1) above 20, the recurrence below.
    private static double LogGamma(double x)
    {
        var product = 1.0;
        for (; x < 20; x++)
        {
            product *= x;
        }

        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + StirlingRemainder(x) - Math.Log(product);
    }

    private static double StirlingRemainder(double x)
    {
        var z = 1 / (x * x);
        return ((1.0 / 12) - (z * ((1.0 / 360) - (z * ((1.0 / 1260) - (z * ((1.0 / 1680) - (z / 1188)))))))) / x;
    }
}
