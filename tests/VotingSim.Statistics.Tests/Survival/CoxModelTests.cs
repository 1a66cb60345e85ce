using CsCheck;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

public class CoxModelTests
{
    private static readonly bool[] Booleans = [false, true];

    // Time, decided, covariates in coarse steps so that rows coincide, entry before time, stratum.
    private static readonly Gen<(int Time, bool Decided, int X, int Y, int Wait, int Stratum)[]> Rows =
        Gen.Select(Gen.Int[2, 9], Gen.Bool, Gen.Int[0, 2], Gen.Int[-1, 1], Gen.Int[1, 12], Gen.Int[0, 1]).Array[30, 90];

    [Theory]
    [InlineData(Ties.Efron)]
    [InlineData(Ties.Breslow)]
    public void Counts_of_equal_rows_are_the_rows_in_any_order(Ties ties) => Rows.Sample(rows =>
    {
        var (one, counted) = (Data(rows), new CoxData(["x", "y"]));
        foreach (var group in rows.GroupBy(row => row).Reverse())
        {
            Add(counted, group.Key, group.Count());
        }

        foreach (var robust in Booleans)
        {
            var (expected, actual) = (CoxModel.Fit(one, ties, robust), CoxModel.Fit(counted, ties, robust));
            ShouldAgree(actual, expected);
            actual.LogLikelihood.ShouldBe(expected.LogLikelihood, 1e-8);
            if (expected.Status == CoxStatus.Converged)
            {
                actual.Proportionality().Global.ChiSquare.ShouldBe(expected.Proportionality().Global.ChiSquare,
                    1e-6 * (1 + expected.Proportionality().Global.ChiSquare));
                actual.Concordance().Value.ShouldBe(expected.Concordance().Value, 0.02, "predictors that are equal but for rounding may tie or not");
            }
        }
    }, iter: 50);

    [Fact]
    public void Units_of_the_covariates_and_of_time_do_not_matter() => Rows.Sample(rows =>
    {
        var (plain, scaled) = (Data(rows), new CoxData(["x", "y"]));
        foreach (var row in rows)
        {
            scaled.Add([5e8 + (row.X * 1e6), row.Y * 1e-6], 365.25 * row.Time, row.Decided, entry: 365.25 * Math.Max(0, row.Time - row.Wait),
                stratum: row.Stratum);
        }

        var (expected, actual) = (CoxModel.Fit(plain), CoxModel.Fit(scaled));
        actual.Status.ShouldBe(expected.Status);
        if (expected.Status == CoxStatus.Converged)
        {
            (actual.Coefficients[0].Value * 1e6).ShouldBe(expected.Coefficients[0].Value, 1e-6);
            (actual.Coefficients[1].Value * 1e-6).ShouldBe(expected.Coefficients[1].Value, 1e-6);
            actual.Coefficients[1].Z.ShouldBe(expected.Coefficients[1].Z, 1e-6 * (1 + Math.Abs(expected.Coefficients[1].Z)));
        }
    }, iter: 50);

    [Fact]
    public void The_estimate_is_the_maximum_of_the_plainly_written_likelihood() =>
        Gen.Select(Gen.Int[1, 8], Gen.Bool, Gen.Double[-1, 1]).Array[20, 40].Sample(rows =>
    {
        var data = new CoxData(["x"]);
        foreach (var (time, decided, x) in rows)
        {
            data.Add([x], time, decided);
        }

        var model = CoxModel.Fit(data);
        if (model.Status != CoxStatus.Converged)
        {
            return;
        }

        var beta = model.Coefficients[0].Value;
        Plain(beta).ShouldBe(model.LogLikelihood, 1e-9 * (1 + Math.Abs(model.LogLikelihood)));
        Plain(0).ShouldBe(model.NullLogLikelihood, 1e-9 * (1 + Math.Abs(model.LogLikelihood)));
        Plain(beta + 0.01).ShouldBeLessThan(model.LogLikelihood);
        Plain(beta - 0.01).ShouldBeLessThan(model.LogLikelihood);

        // Efron (1977) as it stands in the textbook.
        double Plain(double at)
        {
            var sum = 0.0;
            foreach (var time in rows.Where(row => row.Item2).Select(row => row.Item1).Distinct())
            {
                var deciding = rows.Where(row => row.Item2 && row.Item1 == time).ToArray();
                var all = rows.Where(row => row.Item1 >= time).Sum(row => Math.Exp(at * row.Item3));
                sum += deciding.Sum(row => at * row.Item3);
                for (var l = 0; l < deciding.Length; l++)
                {
                    sum -= Math.Log(all - ((double)l / deciding.Length * deciding.Sum(row => Math.Exp(at * row.Item3))));
                }
            }

            return sum;
        }
    }, iter: 100);

    [Fact]
    public void Without_ties_the_score_test_of_groups_is_the_log_rank_test_also_with_delayed_entry_and_strata() =>
        Gen.Select(Gen.Double[1, 100], Gen.Bool, Gen.Int[0, 2], Gen.Double[1, 80], Gen.Int[0, 1]).Array[40, 60].Sample(rows =>
        {
            var data = new CoxData(["one", "two"]);
            var strata = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 3).Select(_ => new DurationCounts()).ToArray()).ToArray();
            foreach (var (index, (drawn, decided, group, wait, stratum)) in rows.Index())
            {
                var time = drawn + (1e-6 * index); // no two alike
                data.Add([group == 1 ? 1 : 0, group == 2 ? 1 : 0], time, decided, entry: time - wait, stratum: stratum);
                strata[stratum][group].Add(time, decided, entry: time - wait);
            }

            var (score, logRank) = (CoxModel.Fit(data).Score, LogRank.Stratified(strata).Test);
            score.DegreesOfFreedom.ShouldBe(logRank.DegreesOfFreedom);
            score.ChiSquare.ShouldBe(logRank.ChiSquare, 1e-8 * (1 + score.ChiSquare));
        }, iter: 100);

    [Fact]
    public void Constant_effects_written_as_changing_ones_give_the_same_model() => Rows.Sample(rows =>
    {
        var data = Data(rows);
        var (constant, moving) =
            (CoxModel.Fit(data, robust: true), CoxModel.Fit(data, robust: true, terms: [new("x", 0, _ => 1), new("y", 1, _ => 1)]));
        ShouldAgree(moving, constant);
        moving.Score.ChiSquare.ShouldBe(constant.Score.ChiSquare, 1e-8 * (1 + constant.Score.ChiSquare));
    }, iter: 50);

    [Theory]
    [InlineData(false, double.PositiveInfinity)]
    [InlineData(true, double.NegativeInfinity)]
    public void Where_one_group_never_decides_the_coefficient_is_infinite_and_the_others_are_those_without_it(bool turned, double expected)
    {
        var (both, without) = (new CoxData(["group", "x"]), new CoxData(["x"]));
        for (var i = 0; i < 60; i++)
        {
            var (decides, x) = (i % 2 == 0, Math.Sin(i));
            both.Add([decides != turned ? 1 : 0, x], 1 + (i % 17), decides);
            if (decides)
            {
                without.Add([x], 1 + (i % 17), decides);
            }
        }

        var model = CoxModel.Fit(both);

        model.Status.ShouldBe(CoxStatus.Infinite);
        model.Coefficients[0].Value.ShouldBe(expected);
        model.Coefficients[0].HazardRatio.ShouldBe(new(double.IsPositive(expected) ? double.PositiveInfinity : 0, double.NaN, double.NaN));
        model.Coefficients[0].P.ShouldBe(double.NaN);
        model.Wald.ChiSquare.ShouldBe(double.NaN);
        model.LikelihoodRatio.P.ShouldBeLessThan(1e-4);
        model.Coefficients[1].Value.ShouldBe(CoxModel.Fit(without).Coefficients[0].Value, 1e-6);
        model.Coefficients[1].StandardError.ShouldBe(CoxModel.Fit(without).Coefficients[0].StandardError, 1e-6);
        model.Proportionality().Global.ChiSquare.ShouldBe(double.NaN);
        model.Concordance().Value.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void A_covariate_that_depends_on_others_is_left_out_and_the_others_stay()
    {
        var (three, two) = (new CoxData(["x", "sum", "y"]), new CoxData(["x", "y"]));
        for (var i = 0; i < 50; i++)
        {
            var (x, y) = (Math.Sin(i), Math.Cos(3 * i));
            three.Add([x, (2 * x) + 1, y], 1 + (i % 11), i % 3 != 0);
            two.Add([x, y], 1 + (i % 11), i % 3 != 0);
        }

        var (model, expected) = (CoxModel.Fit(three), CoxModel.Fit(two));

        model.Status.ShouldBe(CoxStatus.Converged);
        model.Coefficients[1].Value.ShouldBe(double.NaN);
        model.Coefficients[0].Value.ShouldBe(expected.Coefficients[0].Value, 1e-9);
        model.Coefficients[2].StandardError.ShouldBe(expected.Coefficients[1].StandardError, 1e-9);
        model.LikelihoodRatio.DegreesOfFreedom.ShouldBe(2);
        model.Proportionality().Global.DegreesOfFreedom.ShouldBe(2);
    }

    [Fact]
    public void Without_decisions_or_differences_there_is_no_information()
    {
        var data = new CoxData(["x"]);
        CoxModel.Fit(data).Status.ShouldBe(CoxStatus.NoInformation);
        data.Add([1], 3, decided: false);
        data.Add([2], 4, decided: false);
        CoxModel.Fit(data).ShouldSatisfyAllConditions(
            model => model.Status.ShouldBe(CoxStatus.NoInformation),
            model => model.Coefficients[0].HazardRatio.ShouldBe(Estimate.Undefined),
            model => model.Wald.P.ShouldBe(double.NaN),
            model => model.Concordance().Value.ShouldBe(double.NaN));

        var equal = new CoxData(["x"]);
        equal.Add([1], 3, decided: true, count: 5);
        CoxModel.Fit(equal).Status.ShouldBe(CoxStatus.NoInformation);
    }

    [Fact]
    public void Millions_of_tied_decisions_are_a_matter_of_their_counts()
    {
        // Two exponential groups seen on five days, at their exact expected shares: twice the hazard. Breslow's and Efron's answers lie on known
        // sides of it.
        var data = new CoxData(["group"]);
        foreach (var (group, hazard) in new[] { (0, 0.1), (1, 0.2) })
        {
            for (var day = 1; day <= 5; day++)
            {
                data.Add([group], day, decided: true, (long)(1e7 * (Math.Exp(-hazard * (day - 1)) - Math.Exp(-hazard * day))));
            }

            data.Add([group], 5, decided: false, (long)(1e7 * Math.Exp(-hazard * 5)));
        }

        var efron = CoxModel.Fit(data).Coefficients[0].HazardRatio;
        var breslow = CoxModel.Fit(data, Ties.Breslow).Coefficients[0].HazardRatio;
        efron.Value.ShouldBe(2, 0.01);
        breslow.Value.ShouldBe((1 - Math.Exp(-0.2)) / (1 - Math.Exp(-0.1)), 1e-5, "the ratio of the daily chances");
        (efron.High - efron.Low).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void A_drift_with_ln_time_needs_times_after_zero_and_constant_effects_are_needed_for_tests_of_them()
    {
        var data = Data([(0, true, 1, 0, 5, 0), (1, true, 0, 1, 5, 0), (2, true, 1, 1, 5, 0)]);
        Should.Throw<ArgumentException>(() => CoxModel.Fit(data, terms: [CoxTerm.LogTime(data, 0)]));

        var moving = CoxModel.Fit(data, terms: [CoxTerm.Between(data, 0, -1, 5)]);
        Should.Throw<InvalidOperationException>(() => moving.Concordance());
        Should.Throw<InvalidOperationException>(() => moving.Proportionality());
    }

    private static CoxData Data(IEnumerable<(int Time, bool Decided, int X, int Y, int Wait, int Stratum)> rows)
    {
        var data = new CoxData(["x", "y"]);
        foreach (var row in rows)
        {
            Add(data, row, 1);
        }

        return data;
    }

    private static void Add(CoxData data, (int Time, bool Decided, int X, int Y, int Wait, int Stratum) row, long count) =>
        data.Add([row.X, row.Y], row.Time, row.Decided, count, Math.Max(-1, row.Time - row.Wait), row.Stratum);

    private static void ShouldAgree(CoxModel actual, CoxModel expected)
    {
        actual.Status.ShouldBe(expected.Status);
        for (var k = 0; k < expected.Coefficients.Length; k++)
        {
            Close(actual.Coefficients[k].Value, expected.Coefficients[k].Value);
            Close(actual.Coefficients[k].StandardError, expected.Coefficients[k].StandardError);
        }

        static void Close(double value, double wanted)
        {
            if (double.IsFinite(wanted))
            {
                value.ShouldBe(wanted, 1e-6 * (1 + Math.Abs(wanted)));
            }
            else
            {
                value.ShouldBe(wanted);
            }
        }
    }
}
