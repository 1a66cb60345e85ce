using CsCheck;

namespace VotingSim.Statistics.Tests;

public class BoundedMeanTests
{
    // R 4: x <- c(.2, .9, 1, .7, .95); m <- mean(x); se <- sd(x) / sqrt(5); plogis(qlogis(m) + c(-1, 1) * qt(.975, 4) * se / (m * (1 - m)))
    // and x <- c(0, 1, 0, 4); exp(log(mean(x)) + c(-1, 1) * qt(.975, 3) * sd(x) / sqrt(4) / mean(x))
    [Fact]
    public void Limits_are_those_of_R()
    {
        BoundedMean.Of(Of([0.2, 0.9, 1, 0.7, 0.95])).ShouldBeClose(0.75, 0.2549044301, 0.9633798230);
        BoundedMean.Of(Of([0, 1, 0, 4]), 0, double.PositiveInfinity).ShouldBeClose(1.25, 0.1123017426, 13.9134083183);
    }

    [Fact]
    public void Limits_lie_within_the_bounds_on_either_side_of_the_mean_and_move_with_the_scale() =>
        Gen.Double[0, 1].Array[2, 30].Sample(values =>
        {
            var (unit, turned, percent) = (BoundedMean.Of(Of(values)), BoundedMean.Of(Of([.. values.Select(value => 1 - value)])),
                BoundedMean.Of(Of([.. values.Select(value => 20 + (80 * value))]), 20, 100));
            return unit.Low >= 0 && unit.High <= 1 && unit.Low <= unit.Value && unit.Value <= unit.High
                && Math.Abs(turned.Low - (1 - unit.High)) < 1e-9 && Math.Abs(percent.Low - (20 + (80 * unit.Low))) < 1e-7;
        });

    [Fact]
    public void Of_many_numbers_the_interval_is_that_of_the_mean()
    {
        var moments = Of([.. Enumerable.Range(0, 100_000).Select(index => 0.3 + (0.4 * (index % 100) / 99))]);

        var (bounded, plain) = (BoundedMean.Of(moments), moments.Interval());

        bounded.Low.ShouldBe(plain.Low, plain.HalfWidth * 0.01);
        bounded.High.ShouldBe(plain.High, plain.HalfWidth * 0.01);
    }

    [Fact]
    public void Numbers_that_are_all_alike_leave_no_doubt_and_one_number_no_interval()
    {
        BoundedMean.Of(Of([1, 1, 1])).ShouldBe(new Estimate(1, 1, 1));
        BoundedMean.Of(Of([0, 0])).ShouldBe(new Estimate(0, 0, 0));
        BoundedMean.Of(Of([0.4])).ShouldBe(new Estimate(0.4, double.NaN, double.NaN));
    }

    private static Moments Of(double[] values)
    {
        var moments = new Moments();
        moments.Add(values);
        return moments;
    }
}

file static class Limits
{
    public static void ShouldBeClose(this Estimate estimate, double value, double low, double high)
    {
        estimate.Value.ShouldBe(value, 1e-12);
        estimate.Low.ShouldBe(low, 1e-7);
        estimate.High.ShouldBe(high, 1e-7);
    }
}
