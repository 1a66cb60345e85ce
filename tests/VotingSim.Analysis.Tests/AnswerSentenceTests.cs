using VotingSim.Statistics;

namespace VotingSim.Analysis.Tests;

public class AnswerTests
{
    [Fact]
    public void A_faster_rule_says_by_how_much_how_often_and_at_what_price() => Sentence(new(-41, -44, -38), earlier: 0.87, agreement: new(-0.08, -0.09, -0.07))
        .ShouldBe("qmv decides 41 days earlier than consensus on average [38, 44], in 87 % of the same worlds, and lowers agreement by 0.08 [0.07, 0.09].");

    [Fact]
    public void A_slower_rule_counts_the_worlds_in_which_it_is_later() => Sentence(new(3.25, 1.04, 5.46), earlier: 0.3, agreement: new(0.02, 0.004, 0.036))
        .ShouldBe("qmv decides 3.2 days later than consensus on average [1.0, 5.5], in 60 % of the same worlds, and raises agreement by 0.020 [0.004, 0.036].");

    [Fact]
    public void What_is_not_shown_is_not_claimed() => Sentence(new(-1, -3, 1), earlier: 0.5, agreement: new(0.001, -0.002, 0.004))
        .ShouldBe("qmv is not shown to decide earlier or later than consensus (difference in days -1.0 [-3.0, 1.0]), and is not shown to change agreement (by 0.001 [-0.002, 0.004]).");

    [Fact]
    public void Rules_that_never_differ_are_said_to_be_the_same() => Sentence(new(0, 0, 0), earlier: 0, agreement: new(0, 0, 0))
        .ShouldBe("qmv takes as long as consensus in every replication, and leaves agreement as it is.");

    [Fact]
    public void The_most_telling_comparison_is_the_one_that_is_furthest_apart()
    {
        ArmComparison[] comparisons = [Comparison(new(-5, -6, -4), 0, default), Comparison(new(9, 8, 10), 0, default), Comparison(new(-8, -9, -7), 0, default)];

        AnswerSentence.MostTelling(comparisons).ShouldBe(comparisons[1]);
        AnswerSentence.MostTelling([]).ShouldBeNull();
    }

    private static string Sentence(Estimate days, double earlier, Estimate agreement) => AnswerSentence.Of(Comparison(days, earlier, agreement), "qmv", "consensus");

    private static ArmComparison Comparison(Estimate days, double earlier, Estimate agreement)
    {
        var arms = RunFixture.Plan(replications: 1).Arms;
        return new()
        {
            Baseline = arms[0],
            Arm = arms[1],
            IsPaired = true,
            Replications = 100,
            HazardRatio = Estimate.Undefined,
            HazardRatioP = double.NaN,
            HolmP = double.NaN,
            LogRank = new(double.NaN, 1),
            RestrictedMeanDifference = days,
            Earlier = new(earlier, earlier, earlier),
            Same = new(0.1, 0.1, 0.1),
            Later = new(0.9 - earlier, 0.9 - earlier, 0.9 - earlier),
            Differences = [new("agreement_index", 100, agreement, double.NaN, double.NaN)],
        };
    }
}
