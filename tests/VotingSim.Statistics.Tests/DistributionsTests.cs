using MathNet.Numerics.Distributions;

namespace VotingSim.Statistics.Tests;

public class DistributionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(999)]
    [InlineData(65535)]
    public void Student_quantiles_agree_with_an_independent_library(long degrees) =>
        Distributions.StudentQuantile975(degrees).ShouldBe(StudentT.InvCDF(0, 1, degrees, 0.975), 1e-6);

    [Fact]
    public void Student_quantiles_of_one_and_two_degrees_have_a_closed_form()
    {
        Distributions.StudentQuantile975(1).ShouldBe(Math.Tan(Math.PI * 0.475), 1e-9);
        Distributions.StudentQuantile975(2).ShouldBe(0.95 * Math.Sqrt(2 / (1 - (0.95 * 0.95))), 1e-11);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(57)]
    public void Chi_square_tails_agree_with_an_independent_library(int degrees)
    {
        foreach (var x in new[] { 0, 1e-9, 0.01, 0.5, 1, 2, 5, 10, 30, 57, 80, 200, 600 })
        {
            // The library's upper tail is 1 minus the lower one: good to 1e-13 in absolute terms only.
            Distributions.ChiSquareUpperTail(x, degrees).ShouldBe(1 - ChiSquared.CDF(degrees, x), 1e-12);
        }
    }

    [Fact]
    public void Chi_square_tails_of_even_degrees_have_a_closed_form_however_small()
    {
        foreach (var x in new[] { 0.1, 3, 40, 400, 1200 })
        {
            Distributions.ChiSquareUpperTail(x, 2).ShouldBe(Math.Exp(-x / 2), 1e-12 * Math.Exp(-x / 2));
            Distributions.ChiSquareUpperTail(x, 4).ShouldBe(Math.Exp(-x / 2) * (1 + (x / 2)), 1e-12 * Math.Exp(-x / 2) * (1 + (x / 2)));
        }

        Distributions.NormalTwoTails(1.9599639845400542355).ShouldBe(0.05, 1e-14);
        Distributions.ChiSquareUpperTail(double.PositiveInfinity, 3).ShouldBe(0);
        Distributions.ChiSquareUpperTail(double.NaN, 3).ShouldBe(double.NaN);
        Distributions.ChiSquareUpperTail(1, 0).ShouldBe(double.NaN);
    }

    [Fact]
    public void Coin_tails_are_sums_of_binomial_coefficients()
    {
        foreach (var n in new[] { 1, 2, 5, 20, 39, 40, 41, 100, 1000 })
        {
            var sum = System.Numerics.BigInteger.Zero;
            var coefficient = System.Numerics.BigInteger.One;
            for (var k = 0; k < n; k++)
            {
                sum += coefficient;
                var exact = Math.Exp(System.Numerics.BigInteger.Log(sum) - (n * Math.Log(2)));
                CoinTail(k, n).ShouldBe(exact, 1e-11 * Math.Max(exact, 1e-3));
                coefficient = coefficient * (n - k) / (k + 1);
            }
        }
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(1_000_000_000)]
    public void Coin_tails_of_many_coins_approach_the_normal_distribution(long n)
    {
        // Berry-Esseen for symmetric coins with continuity correction: closer than 1/n at two standard deviations.
        var k = (n / 2) - (long)Math.Sqrt(n);
        CoinTail(k, n).ShouldBe(Normal.CDF(0, 1, (k + 0.5 - (n / 2.0)) / Math.Sqrt(n / 4.0)), 1.0 / n + 1e-12);
    }

    // P(B <= k) for n fair coins, k < n, by the incomplete beta function (Abramowitz & Stegun 1964, 26.5.24).
    private static double CoinTail(long k, long n) => Distributions.RegularizedIncompleteBeta(n - k, k + 1, 0.5);
}
