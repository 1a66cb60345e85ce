using VotingSim.Configuration;
using VotingSim.Evidence.Baselines;
using Case = VotingSim.Configuration.Cases.Case;

namespace VotingSim.Evidence.Tests.Baselines;

public class TimeBaselineTests
{
    private static readonly Case[] Others =
    [
        SomeCase.Of([50], name: "a", days: 10, kind: "acute"),
        SomeCase.Of([50], name: "b", days: 1000, kind: "acute"),
        SomeCase.Of([50], name: "c", days: 100, kind: "slow"),
        SomeCase.Of([50], name: "c2", cluster: "c", days: 100, kind: "slow"), // another issue of the same proposal
        SomeCase.Of([50], name: "d", days: 10_000, kind: "slow", ending: RecordedEnding.Open),
        SomeCase.Of([50], name: "e", days: 5, kind: "slow", ending: RecordedEnding.Failed),
        SomeCase.Of([50], name: "f", kind: "slow"), // no dates
    ];

    private static readonly Case Slow = SomeCase.Of([50], name: "x", kind: "slow", days: 77);

    [Fact]
    public void The_geometric_mean_counts_a_shared_time_once_an_open_case_as_it_stands_and_a_failed_one_not()
    {
        new GeometricMean(withinClass: true).Of(Slow, Others).Days!.Mean.ShouldBe(1000, 1e-9); // 100 and 10,000
        new GeometricMean(withinClass: false).Of(Slow, Others).Days!.Mean.ShouldBe(Math.Pow(10, (1 + 3 + 2 + 4) / 4.0), 1e-9);
    }

    [Fact]
    public void A_class_without_others_is_likened_to_all()
    {
        var alone = SomeCase.Of([50], name: "y", kind: "pressing");

        new GeometricMean(withinClass: true).Of(alone, Others).Days!.Mean.ShouldBe(Math.Pow(10, 2.5), 1e-9);
        new GeometricMean(withinClass: true).Of(alone, []).Days.ShouldBeNull();
    }

    [Fact]
    public void The_lognormal_has_mean_and_deviation_of_the_logs()
    {
        var said = new LognormalOfClass().Of(Slow, Others).Days!;
        var logs = said.Values.Select(Math.Log10).ToArray();
        var mean = logs.Zip(said.Weights, (log, weight) => log * weight).Sum();

        mean.ShouldBe(3, 1e-9);
        Math.Sqrt(logs.Zip(said.Weights, (log, weight) => weight * (log - mean) * (log - mean)).Sum()).ShouldBe(Math.Sqrt(2), 1e-3); // 2 and 4, n - 1
    }

    [Fact]
    public void The_curve_of_the_others_is_never_for_as_many_as_it_leaves_undecided()
    {
        // Failed at 5 and open at 10,000 are censored: of five at risk one fails, and then four, three and two are left to decide.
        var said = new SurvivalOfOthers(withinClass: false).Of(Slow, Others).Days!;

        said.Cdf(10).ShouldBe(1 / 4.0, 1e-12);
        said.Cdf(100).ShouldBe(2 / 4.0, 1e-12);
        said.Cdf(1000).ShouldBe(3 / 4.0, 1e-12);
        said.Cdf(1e9).ShouldBe(3 / 4.0, 1e-12);
        said.Quantile(0.9).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Contest_orders_by_salience_times_spread()
    {
        var one = SomeCase.Of([0, 100], saliences: [40, 40]);
        var other = SomeCase.Of([0, 100, 100], saliences: [30, 60, 0]);

        new Contest().Of(one, []).Order.ShouldBe(40 * 50, 1e-9);
        new Contest().Of(other, []).Order.ShouldBe(30 * Math.Sqrt(((30 * 66.6666666667 * 66.6666666667) + (60 * 33.3333333333 * 33.3333333333)) / 90), 1e-6);
    }
}
