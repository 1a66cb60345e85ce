namespace VotingSim.Grains.Tests;

/// <summary>Exact bounds on what chance may do.</summary>
/// <remarks>The seed being fixed, a test passes always or never; were the seed drawn, a right engine would fail it with a probability of at most 1e-9.</remarks>
internal static class Chance
{
    private const double Error = 1e-9;

    /// <summary>A count of successes in independent trials of a known probability.</summary>
    /// <param name="hits">The count.</param>
    /// <param name="trials">N.</param>
    /// <param name="probability">p.</param>
    /// <param name="tests">How many counts share the error of the whole test.</param>
    /// <param name="because">Which count it is.</param>
    /// <remarks>
    /// Chernoff (1952), Ann. Math. Statist. 23(4), 493-507: the share of successes is q or further out, on either side, with a probability of at most
    /// exp(-N KL(q, p)), for every N, p and q; KL(q, p) = q ln(q/p) + (1-q) ln((1-q)/(1-p)).
    /// </remarks>
    public static void ShouldBeBinomial(this int hits, int trials, double probability, int tests, string because)
    {
        var q = (double)hits / trials;
        var divergence = Term(q, probability) + Term(1 - q, 1 - probability);
        (trials * divergence).ShouldBeLessThanOrEqualTo(Math.Log(2 * tests / Error), $"{because}: {hits} of {trials} at a probability of {probability}");

        static double Term(double share, double of) => share == 0 ? 0 : share * Math.Log(share / of);
    }

    /// <summary>The standard normal distribution function.</summary>
    /// <remarks>Marsaglia (2004), J. Stat. Softw. 11(4): 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...).</remarks>
    public static double Normal(double x)
    {
        if (Math.Abs(x) > 7)
        {
            return x < 0 ? 0 : 1;
        }

        var (sum, term) = (0.0, x);
        for (var k = 3; sum + term != sum; k += 2)
        {
            (sum, term) = (sum + term, term * x * x / k);
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }

    /// <summary>The distribution function of a Poisson count.</summary>
    public static double Poisson(double mean, int most)
    {
        var (sum, term) = (0.0, Math.Exp(-mean));
        for (var count = 0; count <= most; count++)
        {
            (sum, term) = (sum + term, term * mean / (count + 1));
        }

        return sum;
    }
}
