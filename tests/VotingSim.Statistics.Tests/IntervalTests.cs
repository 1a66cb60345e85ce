using CsCheck;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace VotingSim.Statistics.Tests;

public class ProportionTests
{
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, Stat. Med. 17, 857-872, table I, method 3 (score).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_matches_the_published_table(long successes, long trials, double low, double high)
    {
        var estimate = Proportion.Wilson(successes, trials);

        estimate.Value.ShouldBe((double)successes / trials);
        estimate.Low.ShouldBe(low, 0.00005);
        estimate.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Wilson_limits_solve_the_score_equation() => Gen.Select(Gen.Long[1, 1_000_000], Gen.Double[0, 1]).Sample((trials, share) =>
    {
        var estimate = Proportion.Wilson((long)(share * trials), trials);
        foreach (var limit in new[] { estimate.Low, estimate.High }.Where(limit => limit is > 0 and < 1))
        {
            var score = Math.Abs(estimate.Value - limit) / Math.Sqrt(limit * (1 - limit) / trials);
            score.ShouldBe(Normal.InvCDF(0, 1, 0.975), 1e-6);
        }
    });

    [Fact]
    public void Without_trials_nothing_is_known() => Proportion.Wilson(0, 0).ShouldBe(Estimate.Undefined);
}

public class MomentsTests
{
    // Student (1908), Biometrika 6(1), table of the Cushny & Peebles sleep data: additional hours of sleep, drug 2 less drug 1.
    private static readonly double[] Sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];

    [Fact]
    public void The_interval_of_Students_own_data_is_the_textbooks()
    {
        var moments = new Moments();
        moments.Add(Sleep);

        // R: t.test(extra ~ group, data = sleep, paired = TRUE) gives mean 1.58, 95 % interval 0.7001142 to 2.4598858.
        var interval = moments.Interval();
        interval.Value.ShouldBe(1.58, 1e-12);
        interval.Low.ShouldBe(0.7001142, 5e-8);
        interval.High.ShouldBe(2.4598858, 5e-8);
    }

    [Fact]
    public void The_test_of_Students_own_data_is_the_textbooks()
    {
        // Additional hours of sleep, drug 1. R: t.test(extra ~ group, data = sleep, paired = TRUE) gives t = 4.062128, df = 9, p = 0.002832890.
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var moments = new Moments();
        moments.AddDifferences(second, first);

        moments.Interval().Value.ShouldBe(1.58, 1e-12);
        moments.ProbabilityOfZeroMean().ShouldBe(0.002832890, 5e-10);
    }

    [Fact]
    public void The_test_is_that_of_the_t_distribution() => Gen.Select(Gen.Double[-6, 6], Gen.Long[1, 100_000]).Sample((t, degrees) =>
        Distributions.StudentTwoSided(t, degrees).ShouldBe(2 * StudentT.CDF(0, 1, degrees, -Math.Abs(t)), 1e-9));

    [Fact]
    public void Numbers_that_are_all_the_same_are_no_evidence_only_where_they_are_zero()
    {
        var (zeros, twos, one) = (new Moments(), new Moments(), new Moments());
        zeros.Add([0, 0, 0]);
        twos.Add([2, 2, 2]);
        one.Add([2]);

        (zeros.ProbabilityOfZeroMean(), twos.ProbabilityOfZeroMean(), one.ProbabilityOfZeroMean()).ShouldBe((1, 0, double.NaN));
    }

    [Fact]
    public void Differences_are_those_of_the_rows_in_which_both_are_defined() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[-10, 10], Gen.Int[0, 5]).Array[0, 70].Sample(rows =>
        {
            var values = rows.Select(row => row.Item3 == 0 ? double.NaN : row.Item1).ToArray();
            var baselines = rows.Select(row => row.Item3 == 1 ? double.NaN : row.Item2).ToArray();
            var (moments, plain) = (new Moments(), rows.Where(row => row.Item3 > 1).Select(row => row.Item1 - row.Item2).ToArray());
            moments.AddDifferences(values, baselines);

            moments.Count.ShouldBe(plain.Length);
            if (plain.Length > 1)
            {
                moments.Mean.ShouldBe(plain.Mean(), 1e-12);
                moments.Variance.ShouldBe(plain.Variance(), 1e-10);
            }
        });

    [Fact]
    public void Columns_add_up_to_the_moments_of_all_numbers_and_undefined_ones_are_passed_over() =>
        Gen.Double[-1000, 1000].Array[2, 300].Array[1, 8].Sample(columns =>
        {
            var moments = new Moments();
            foreach (var column in columns)
            {
                moments.Add([.. column, double.NaN]);
            }

            double[] all = [.. columns.SelectMany(column => column)];
            moments.Count.ShouldBe(all.Length);
            moments.Mean.ShouldBe(all.Mean(), 1e-9);
            moments.Variance.ShouldBe(all.Variance(), 1e-9 * (1 + all.Variance()));
        });

    [Fact]
    public void A_large_offset_does_not_swallow_the_variance()
    {
        var moments = new Moments();
        moments.Add([1e9 + 4, 1e9 + 7]);
        moments.Add([1e9 + 13, 1e9 + 16]);

        moments.Variance.ShouldBe(30, 1e-9);
    }

    [Fact]
    public void One_number_has_no_interval_and_none_no_mean()
    {
        var moments = new Moments();
        moments.Interval().ShouldBe(Estimate.Undefined);
        moments.Add([3]);
        moments.Interval().ShouldBe(new(3, double.NaN, double.NaN));
    }
}
