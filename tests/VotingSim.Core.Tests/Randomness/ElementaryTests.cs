using System.Runtime.Intrinsics;
using CsCheck;
using VotingSim.Randomness;

namespace VotingSim.Core.Tests.Randomness;

/// <summary>The elementary functions against exact arithmetic, on grids, at random (fixed seed) and at the points where an implementation changes branch.</summary>
public class ElementaryTests
{
    private const int Points = 15_000;
    private const double Ulp = 2.220446049250313e-16; // 2^-52, the largest size of a unit in the last place, relative to its number
    private const double SmallestNormal = 2.2250738585072014e-308;

    [Fact]
    public void Log_of_uniforms_and_their_odds_is_within_1_ulp() =>
        WorstOf(Elementary.Log, ExactMath.ErrorOfLog, [.. Grid(0, 1).Skip(1), .. Random(0, 1), .. Random(0, 1).Select(u => u / (1 - u))]).ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void Log_is_within_1_ulp_over_all_magnitudes() =>
        WorstOf(Elementary.Log, ExactMath.ErrorOfLog, Random(-1022, 1024).Select(exponent => Math.Pow(2, exponent))).ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void Log_is_within_1_ulp_at_special_points()
    {
        var points = new[] { 1, Math.Sqrt(2), Math.Sqrt(0.5), 2, 0.5, Math.E, 1 / Math.E, Math.ScaleB(1, -54), 1 - Math.ScaleB(1, -10), 1 + Math.ScaleB(1, -10) };
        var powers = Enumerable.Range(-1021, 2045).Select(exponent => Math.ScaleB(1, exponent));

        WorstOf(Elementary.Log, ExactMath.ErrorOfLog, [.. points.Concat(powers).SelectMany(Neighbours), SmallestNormal, double.MaxValue]).ShouldBeLessThanOrEqualTo(1);
        Elementary.Log(1.0).ShouldBe(0);
        Elementary.Log(double.PositiveInfinity).ShouldBe(1024 * Math.Log(2));
    }

    [Fact]
    public void Exp_is_within_1_ulp() =>
        WorstOf(Elementary.Exp, ExactMath.ErrorOfExp, [.. Grid(-708, 709), .. Random(-708, 709), .. Random(-1, 1)]).ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void Exp_is_within_1_ulp_at_special_points()
    {
        var halves = Enumerable.Range(-2042, 4087).Select(half => half * Math.Log(2) / 2); // where 2^k changes, and where the rest is 0
        var small = Enumerable.Range(1, 70).SelectMany(exponent => new[] { Math.ScaleB(1, -exponent), -Math.ScaleB(1, -exponent) });

        WorstOf(Elementary.Exp, ExactMath.ErrorOfExp, [.. halves.Concat(small).SelectMany(Neighbours), -708, 709]).ShouldBeLessThanOrEqualTo(1);
        Elementary.Exp(0.0).ShouldBe(1);
    }

    [Fact]
    public void Exp_is_clamped_beyond_its_range()
    {
        foreach (var beyond in new[] { -708.0000001, -1000, -1e300, double.NegativeInfinity })
        {
            Elementary.Exp(beyond).ShouldBe(Elementary.Exp(-708.0));
        }

        foreach (var beyond in new[] { 709.0000001, 1000, 1e300, double.PositiveInfinity })
        {
            Elementary.Exp(beyond).ShouldBe(Elementary.Exp(709.0));
        }
    }

    [Fact]
    public void Cos_of_turns_is_within_2_ulp() =>
        WorstOf(Elementary.CosOfTurns, ExactMath.ErrorOfCosOfTurns, [.. Grid(0, 1), .. Random(0, 1), .. Random(-3, 3)]).ShouldBeLessThanOrEqualTo(2);

    [Fact]
    public void Cos_of_turns_is_within_2_ulp_at_special_points()
    {
        var sixteenths = Enumerable.Range(-32, 65).Select(sixteenth => sixteenth / 16.0).ToArray();
        var near = Enumerable.Range(4, 49).SelectMany(exponent => sixteenths.SelectMany(u => new[] { u + Math.ScaleB(1, -exponent), u - Math.ScaleB(1, -exponent) }));

        WorstOf(Elementary.CosOfTurns, ExactMath.ErrorOfCosOfTurns, [.. sixteenths.SelectMany(Neighbours), .. near]).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Cos_of_whole_half_and_quarter_turns_is_exact()
    {
        foreach (var turns in new[] { 0.0, 1, 5, -7, 1 << 20, Math.ScaleB(1, 40) })
        {
            Elementary.CosOfTurns(turns).ShouldBe(1);
            Elementary.CosOfTurns(turns + 0.5).ShouldBe(-1);
            Elementary.CosOfTurns(turns + 0.25).ShouldBe(0);
            Elementary.CosOfTurns(turns - 0.25).ShouldBe(0);
        }
    }

    // exp(p ln x) carries the 1 ulp of ln and the half of the product into the exponent, and adds its own; Math.Pow is allowed one more.
    [Fact]
    public void Power_is_as_good_as_its_logarithm_allows() =>
        Gen.Select(Gen.Double[1e-12, 1], Gen.Double[0.05, 6]).Sample(
            (x, exponent) => Relative(Elementary.Power(x, exponent), Math.Pow(x, exponent)).ShouldBeLessThanOrEqualTo(Ulp * (2 + (1.5 * Math.Abs(exponent * Math.Log(x))))), iter: Points);

    [Fact]
    public void Power_agrees_with_what_is_known_without_it() => Gen.Double[1e-12, 1].Sample(
        x =>
        {
            var logarithm = Math.Abs(Math.Log(x));
            Relative(Elementary.Power(x, 1), x).ShouldBeLessThanOrEqualTo(Ulp * (1 + (1.5 * logarithm)));
            Relative(Elementary.Power(x, 2), x * x).ShouldBeLessThanOrEqualTo(Ulp * (1.5 + (3 * logarithm)));
            Relative(Elementary.Power(x, 0.5), Math.Sqrt(x)).ShouldBeLessThanOrEqualTo(Ulp * (1.5 + (0.75 * logarithm)));
        },
        iter: Points);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(3.3)]
    public void Power_of_nothing_is_nothing_and_of_one_is_one(double exponent)
    {
        Elementary.Power(0, exponent).ShouldBe(0);
        Elementary.Power(double.Epsilon, exponent).ShouldBe(0);
        Elementary.Power(Math.BitDecrement(SmallestNormal), exponent).ShouldBe(0);
        Elementary.Power(SmallestNormal, 0.5).ShouldBe(Math.Sqrt(SmallestNormal), Math.Sqrt(SmallestNormal) * Ulp * 355 * 1.5);
        Elementary.Power(1, exponent).ShouldBe(1);
    }

    [Fact]
    public void A_scalar_has_the_bits_of_its_lane() => Gen.Double[1e-300, 700].Array[4].Sample(
        numbers =>
        {
            var vector = Vector256.Create(numbers);
            var (log, exp, cos, power) = (Elementary.Log(vector), Elementary.Exp(-vector), Elementary.CosOfTurns(vector), Elementary.Power(vector, 1.7));
            for (var lane = 0; lane < numbers.Length; lane++)
            {
                Bits(Elementary.Log(numbers[lane])).ShouldBe(Bits(log[lane]));
                Bits(Elementary.Exp(-numbers[lane])).ShouldBe(Bits(exp[lane]));
                Bits(Elementary.CosOfTurns(numbers[lane])).ShouldBe(Bits(cos[lane]));
                Bits(Elementary.Power(numbers[lane], 1.7)).ShouldBe(Bits(power[lane]));
            }
        },
        iter: 2000);

    private static double WorstOf(Func<double, double> function, Func<double, double, double> error, IEnumerable<double> points) =>
        points.Max(x => Math.Abs(error(x, function(x))));

    private static IEnumerable<double> Grid(double from, double to) => Enumerable.Range(0, Points).Select(step => from + ((to - from) * step / Points));

    private static IEnumerable<double> Random(double from, double to)
    {
        var random = new Random(7);
        return Enumerable.Range(0, Points).Select(_ => from + ((to - from) * random.NextDouble()));
    }

    private static IEnumerable<double> Neighbours(double x) => [Math.BitDecrement(x), x, Math.BitIncrement(x)];

    private static double Relative(double actual, double expected) => Math.Abs(actual - expected) / expected;

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
