using CsCheck;
using VotingSim.Statistics.Comparison;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

public class IndependentDurationsTests
{
    /* R 4 with the package survival:
       a <- c(3,5,5,8,12,20,20,30); ea <- c(1,1,1,1,1,1,1,0); b <- c(2,3,3,5,6,9,14,30,30); eb <- c(1,1,1,1,1,1,1,0,0)
       t <- c(a, b); e <- c(ea, eb); g <- c(rep(0, 8), rep(1, 9)); summary(coxph(Surv(t, e) ~ g)); survdiff(Surv(t, e) ~ g); t.test(b, a) */
    [Fact]
    public void Ratio_test_and_means_are_those_of_R()
    {
        var comparison = IndependentDurations.Compare(
            Of([(3, true), (5, true), (5, true), (8, true), (12, true), (20, true), (20, true), (30, false)]),
            Of([(2, true), (3, true), (3, true), (5, true), (6, true), (9, true), (14, true), (30, false), (30, false)]),
            30);

        Close(comparison.HazardRatio, 1.094321682835, 0.382965047121, 3.127021524613);
        comparison.HazardRatioP.ShouldBe(0.866381126619, 1e-9);
        comparison.LogRank.ChiSquare.ShouldBe(0.0546188038405, 1e-9);
        Close(comparison.RestrictedMeanDifference, -1.54166666667, -12.2823827299, 9.1990493966);
    }

    // x <- c(1.2, 3.4, 2.2, 8.1); y <- c(0.3, 0.9, 1.1, 0.2, 0.4); t.test(y, x)
    [Fact]
    public void Means_of_independent_samples_have_the_interval_of_R()
    {
        var test = WelchTest.Of(MomentsOf([1.2, 3.4, 2.2, 8.1]), MomentsOf([0.3, 0.9, 1.1, 0.2, 0.4]));

        Close(test.Difference, 0.58 - 3.725, -7.962400635424, 1.672400635424);
        test.P.ShouldBe(0.130737734852, 1e-9);
        WelchTest.Of(MomentsOf([1, 1]), MomentsOf([1, 1, 1])).ShouldBe(new WelchTest(new(0, 0, 0), 1));
        double.IsNaN(WelchTest.Of(MomentsOf([1]), MomentsOf([1, 2])).P).ShouldBeTrue();
    }

    // Newcombe (1998), table II, example (a): 56 of 70 against 48 of 80, method 10. The p is R's prop.test(correct = FALSE).
    [Fact]
    public void A_difference_of_shares_has_the_published_interval()
    {
        var difference = Proportion.Difference((48, 80), (56, 70));

        (difference.Value, difference.Low, difference.High).ShouldSatisfyAllConditions(
            limits => limits.Item1.ShouldBe(0.2, 1e-12), limits => limits.Item2.ShouldBe(0.0524, 5e-5), limits => limits.Item3.ShouldBe(0.3339, 5e-5));
        Proportion.ProbabilityOfSameShare((48, 80), (56, 70)).ShouldBe(0.0080450813682, 1e-10);
        Proportion.Difference((0, 3), (3, 3)).High.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Who_is_earlier_is_asked_of_every_pair_and_the_error_is_that_of_the_placements() =>
        Gen.Select(Gen.Int[1, 12].Array[2, 12], Gen.Int[1, 12].Array[2, 12]).Sample((a, b) =>
        {
            const int horizon = 9;
            var comparison = IndependentDurations.Compare(
                Of([.. a.Select(day => (Math.Min(day, (double)horizon), day <= horizon))]),
                Of([.. b.Select(day => (Math.Min(day, (double)horizon), day <= horizon))]),
                horizon);
            int Time(int day) => day <= horizon ? day : int.MaxValue;
            foreach (var (estimate, holds) in new[]
            {
                (comparison.Earlier, (Func<int, int, bool>)((one, two) => Time(two) < Time(one))),
                (comparison.Same, (one, two) => Time(two) == Time(one)),
                (comparison.Later, (one, two) => Time(two) > Time(one)),
            })
            {
                var share = a.Average(one => b.Average(two => holds(one, two) ? 1.0 : 0));
                estimate.Value.ShouldBe(share, 1e-12);
                (estimate.Low >= -1e-15 && estimate.High <= 1 + 1e-15 && estimate.Low <= share + 1e-9 && estimate.High >= share - 1e-9).ShouldBeTrue();
                if (share is > 0 and < 1)
                {
                    var error = Math.Sqrt(
                        (Variance([.. a.Select(one => b.Average(two => holds(one, two) ? 1.0 : 0))]) / a.Length)
                        + (Variance([.. b.Select(two => a.Average(one => holds(one, two) ? 1.0 : 0))]) / b.Length));
                    (Math.Log(estimate.High / (1 - estimate.High)) - Math.Log(share / (1 - share))).ShouldBe(1.959963984540054 * error / (share * (1 - share)), 1e-6);
                }
            }

            (comparison.Earlier.Value + comparison.Same.Value + comparison.Later.Value).ShouldBe(1, 1e-12);
        });

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    private static DurationCounts Of((double Days, bool Decided)[] ends)
    {
        var counts = new DurationCounts();
        foreach (var (days, decided) in ends)
        {
            counts.Add(days, decided);
        }

        return counts;
    }

    private static Moments MomentsOf(double[] values)
    {
        var moments = new Moments();
        moments.Add(values);
        return moments;
    }

    private static void Close(Estimate estimate, double value, double low, double high)
    {
        estimate.Value.ShouldBe(value, 1e-8);
        estimate.Low.ShouldBe(low, 1e-8);
        estimate.High.ShouldBe(high, 1e-8);
    }
}
