using CsCheck;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Statistics.Tests.Forecasts;

public class BrierTests
{
    private static readonly RNumbers R = new("Forecasts", "forecasts");

    [Theory]
    [InlineData(0, 90)]
    [InlineData(1, 365)]
    [InlineData(2, 500)]
    public void It_is_that_of_R_on_the_lung_data(int place, double day)
    {
        var rows = Lung.Rows;
        var brier = Brier.Of([.. rows.Select(row => row.Age / 100)], [.. rows.Select(row => row.Observed)], day);

        brier.Score.ShouldBe(R["brier"][place], 1e-12);
        brier.Known.ShouldBe(rows.Count(row => row.Observed.Decided || row.Observed.Time >= day));
        brier.Parts.Average().ShouldBe(brier.Score);
    }

    [Fact]
    public void Without_censoring_it_is_the_mean_square() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 20]).Array[1, 30].Sample(cases =>
            Brier.Of([.. cases.Select(each => each.Item1)], [.. cases.Select(each => new ObservedDuration(each.Item2, true))], 10).Score
                .ShouldBe(cases.Average(each => Math.Pow((each.Item2 <= 10 ? 1 : 0) - each.Item1, 2)), 1e-12));

    [Fact]
    public void One_half_for_every_case_has_a_quarter_and_the_end_of_the_record_costs_nothing()
    {
        ObservedDuration[] observed = [new(3, true), new(10, false), new(10, false), new(12, true)];

        Brier.Of([0.5, 0.5, 0.5, 0.5], observed, 10).Score.ShouldBe(0.25);
        Brier.Of([1, 0, 0, 0], observed, 10).Score.ShouldBe(0);
    }

    // Two of four are censored on day 4 and 6: those of day 5 and 9 count 1 / (3/4) and 1 / (3/4 x 1/2).
    [Fact]
    public void The_weight_of_what_is_unknown_goes_to_what_was_observed_longer()
    {
        var brier = Brier.Of([1, 0, 1, 0.5], [new(4, false), new(5, true), new(6, false), new(9, false)], 8);

        brier.Parts.ShouldBe([0, 4.0 / 3, 0, 0.25 * 8 / 3], 1e-12);
        brier.Known.ShouldBe(2);
    }

    [Fact]
    public void Nothing_is_known_of_no_cases() => Brier.Of([], [], 8).Score.ShouldBe(double.NaN);
}

public class TimeConcordanceTests
{
    [Fact]
    public void It_is_that_of_R_on_the_lung_data()
    {
        var (rows, r) = (Lung.Rows, new RNumbers("Forecasts", "forecasts"));
        double[] predicted = [.. rows.Select(row => 1000 - (10 * row.Age))];
        ObservedDuration[] observed = [.. rows.Select(row => row.Observed)];

        TimeConcordance.Of(predicted, observed).Value.ShouldBe(r["concordance.all"][0], 1e-12);
        TimeConcordance.Of(predicted, observed, [.. rows.Select(row => row.Sex)]).Value.ShouldBe(r["concordance.within"][0], 1e-12);
    }

    [Fact]
    public void The_right_order_has_1_the_opposite_0_and_none_one_half()
    {
        ObservedDuration[] observed = [new(1, true), new(2, true), new(2, false), new(5, true), new(7, false), new(8, false)];

        // 5 after the first, 4 after the second, one of them at its very time, 2 after the fourth.
        TimeConcordance.Of([1, 2, 3, 4, 5, double.PositiveInfinity], observed).ShouldBe(new TimeConcordance(1, 11));
        TimeConcordance.Of([6, 5, 4, 3, 2, 1], observed).ShouldBe(new TimeConcordance(0, 11));
        TimeConcordance.Of([3, 3, 3, 3, 3, 3], observed).ShouldBe(new TimeConcordance(0.5, 11));
        TimeConcordance.Of([double.NaN, 2, 3, 4, 5, 6], observed).ShouldBe(new TimeConcordance(1, 6));
        TimeConcordance.Of([1, 2], [new(1, false), new(2, true)]).Value.ShouldBe(double.NaN);
    }
}

/// <summary>The lung data of R's package survival, which the tests of survival read too.</summary>
internal static class Lung
{
    public static (ObservedDuration Observed, double Age, string Sex)[] Rows { get; } =
        [.. File.ReadLines(RepositoryRoot.In("tests", "VotingSim.Statistics.Tests", "Survival", "R", "lung.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(words => (new ObservedDuration(double.Parse(words[1]), words[2] == "1"), double.Parse(words[7]), words[6]))];
}
