using CsCheck;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class KernelDensityTests
{
    private const double Floor = 1e-4 / 100;

    private static readonly Gen<(KernelDensity Kernel, WeightedSample Sample)> Some =
        Gen.Select(Gen.Double[2, 15], Gen.Bool, Gen.Double[0, 100].Array[1, 6], Gen.Bool).Select((bandwidth, truncated, values, never) =>
            (new KernelDensity(bandwidth, 0, 100) { IsTruncated = truncated },
                WeightedSample.Of(never ? [.. values, double.PositiveInfinity] : values)));

    [Fact]
    public void Of_a_point_it_is_normal_around_it() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100], Gen.Double[0.5, 30]).Sample((value, y, bandwidth) =>
        {
            var kernel = new KernelDensity(bandwidth, 0, 100);
            var bound = Math.Min(y, 99.9); // a bound lies below the upper end

            kernel.Log(WeightedSample.Point(value), y).ShouldBe(Math.Log((0.9999 * Normal.PDF(value, bandwidth, y)) + Floor), 1e-9);
            kernel.LogProbabilityAbove(WeightedSample.Point(value), bound)
                .ShouldBe(Math.Log((0.9999 * Normal.CDF(-value, bandwidth, -bound)) + (Floor * (100 - bound))), 1e-9);
        });

    [Fact]
    public void Truncated_it_is_a_density_between_the_ends() =>
        Gen.Select(Gen.Double[0, 100].Array[1, 6], Gen.Double[2, 40]).Sample((values, bandwidth) =>
        {
            var (kernel, sample) = (new KernelDensity(bandwidth, 0, 100) { IsTruncated = true }, WeightedSample.Of(values));

            GaussLegendreRule.Integrate(y => Math.Exp(kernel.Log(sample, y)), 0, 100, 256).ShouldBe(1, 1e-9);
            kernel.LogProbabilityAbove(sample, 0).ShouldBe(0, 1e-12);
        });

    [Fact]
    public void The_density_is_what_the_probability_above_loses() =>
        Gen.Select(Some, Gen.Double[0, 99], Gen.Double[0, 99]).Sample((some, one, other) =>
        {
            var (kernel, sample) = some;
            var (low, high) = (Math.Min(one, other), Math.Max(one, other));
            var between = GaussLegendreRule.Integrate(y => Math.Exp(kernel.Log(sample, y)), low, high, 256);

            between.ShouldBe(Math.Exp(kernel.LogProbabilityAbove(sample, low)) - Math.Exp(kernel.LogProbabilityAbove(sample, high)), 1e-9);
        });

    [Fact]
    public void What_never_happens_is_above_every_bound_and_dense_nowhere()
    {
        var (kernel, sample) = (new KernelDensity(1, 0, 100), WeightedSample.Of([5, double.PositiveInfinity]));

        Math.Exp(kernel.LogProbabilityAbove(sample, 99)).ShouldBe((0.9999 * 0.5) + Floor, 1e-12);
        Math.Exp(kernel.Log(sample, 5)).ShouldBe((0.9999 * 0.5 * Normal.PDF(0, 1, 0)) + Floor, 1e-12);
    }

    [Fact]
    public void No_case_costs_more_than_the_floor()
    {
        var (kernel, sample) = (new KernelDensity(0.01, 0, 100) { IsTruncated = true }, WeightedSample.Of([20, 1e9]));

        kernel.Log(sample, 60).ShouldBe(Math.Log(Floor), 1e-12);
        kernel.LogProbabilityAbove(WeightedSample.Point(20), 60).ShouldBe(Math.Log(Floor * 40), 1e-9);
    }

    [Fact]
    public void What_cannot_be_observed_is_refused_and_what_was_not_is_undefined()
    {
        var (kernel, sample) = (new KernelDensity(5, 0, 100), WeightedSample.Point(50));

        kernel.Log(sample, double.NaN).ShouldBe(double.NaN);
        kernel.LogProbabilityAbove(sample, double.NaN).ShouldBe(double.NaN);
        Should.Throw<ArgumentOutOfRangeException>(() => kernel.Log(sample, 101));
        Should.Throw<ArgumentOutOfRangeException>(() => kernel.Log(sample, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => kernel.LogProbabilityAbove(sample, 100));
        Should.Throw<ArgumentOutOfRangeException>(() => new KernelDensity(0, 0, 100));
        Should.Throw<ArgumentOutOfRangeException>(() => new KernelDensity(5, 100, 0));
    }
}
