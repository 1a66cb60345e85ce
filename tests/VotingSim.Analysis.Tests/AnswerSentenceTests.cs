using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Tests;

public class AnswerSentenceTests
{
    [Fact]
    public void A_faster_rule_says_in_how_many_worlds_by_how_much_and_at_what_price() =>
        AnswerSentence.Of(Worlds(71, 22, 7, [-400, -120, -34, 0, 10], [-0.5, -0.3, -0.2, 0, 0.1]), "qmv", "consensus").ShouldBe(
            "qmv decides earlier than consensus in 71 % of worlds, at the same time in 22 %, later in 7 %: 34 days earlier in the middle world,"
            + " 120 days earlier to the same day in the middle half, 400 days earlier to 10 later in nine in ten."
            + " Agreement is lower by 0.20 in the middle world (middle half: -0.30 to 0.00).");

    [Fact]
    public void A_slower_rule_leads_with_the_worlds_in_which_it_is_later() =>
        AnswerSentence.Of(Worlds(20, 10, 70, [-7, 0, 1, 14, 90], [0, 0, 0.03, 0.1, 0.2]), "qmv", "consensus").ShouldBe(
            "qmv decides later than consensus in 70 % of worlds, at the same time in 10 %, earlier in 20 %: 1 day later in the middle world,"
            + " the same day to 14 days later in the middle half, 7 days earlier to 90 later in nine in ten."
            + " Agreement is higher by 0.03 in the middle world (middle half: 0.00 to 0.10).");

    [Fact]
    public void Rules_that_never_differ_are_said_to_be_the_same() =>
        AnswerSentence.Of(Worlds(0, 100, 0, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]), "qmv", "consensus").ShouldBe(
            "qmv decides at the same time as consensus in 100 % of worlds, earlier in 0 %, later in 0 %: the same day in the middle world,"
            + " the same day in the middle half, the same day in nine in ten."
            + " Agreement is the same in the middle world (middle half: 0.00 to 0.00).");

    [Fact]
    public void Worlds_without_a_decision_are_named_where_they_are_many() =>
        AnswerSentence.Of(Worlds(40, 60, 0, [-100, -50, 0, 0, 0], null) with { NeitherDecides = Share(12), OnlyRuleDecides = Share(30), OnlyBaselineDecides = Share(4) }, "qmv", "consensus")
            .ShouldEndWith("In 12 % of worlds neither decides before the end of observation, which counts as the same time; in 30 % of worlds only qmv decides.");

    [Fact]
    public void Half_a_per_cent_is_rounded_as_the_figure_beside_the_sentence_rounds_it() =>
        AnswerSentence.Of(Worlds(650, 345, 5, [-400, -120, -34, 0, 10], null), "qmv", "consensus")
            .ShouldStartWith("qmv decides earlier than consensus in 65 % of worlds, at the same time in 35 %, later in 1 %:");

    [Fact]
    public void A_share_that_is_nearly_nothing_or_nearly_all_is_not_said_to_be_it()
    {
        var sentence = AnswerSentence.Of(Worlds(9996, 0, 4, [-9, -8, -7, -6, -5], null), "qmv", "consensus");

        sentence.ShouldContain("in over 99 % of worlds, at the same time in 0 %, later in under 1 %");
    }

    [Fact]
    public void The_whole_answer_says_what_it_hangs_on_and_where_it_turns_around()
    {
        var driver = new WorldDriver("deliberation.patience-days", false, new(0.6, 0.5, 0.7), new(0.41, 0.35, 0.47), Estimate.Undefined, Estimate.Undefined);

        Answer([driver], [new("deliberation.patience-days", false, 118.26, double.PositiveInfinity, 30, 360, 0.001), new("members.holdout", true, double.NegativeInfinity, 0.8125, 0.1, 2, 0.01)], density: 0.9).ShouldEndWith(
            " 62 % of its decisions are by consent. It hangs most on deliberation.patience-days, which alone explains 41 % of what differs between worlds;"
            + " it turns around where deliberation.patience-days is at least 118 and members.holdout is at most 0.812 times as configured (there it holds in 10 % of worlds).");
        Answer([driver], [new("deliberation.patience-days", false, 30, 60, 30, 360, 0.001)], density: 0.4).ShouldEndWith(
            "; it holds least often, in 60 % of worlds, where deliberation.patience-days is 30 to 60.");
        Answer([driver with { FirstOrder = new(0.01, 0, 0.02) }], [], density: double.NaN).ShouldEndWith(
            " No parameter alone explains much of what differs between worlds; no range of the parameters was found in which it turns around.");
        Answer(null, [], double.NaN).ShouldEndWith(" Only luck differs between these worlds: no parameter is uncertain.");
    }

    [Theory]
    [InlineData(-180, -60, "60 to 180 days earlier")]
    [InlineData(-20, 10, "20 days earlier to 10 later")]
    [InlineData(-1, 0, "1 day earlier to the same day")]
    [InlineData(0, 3200, "the same day to 3,200 days later")]
    [InlineData(7, 7.4, "7 days later")]
    [InlineData(double.NaN, double.NaN, "not defined")]
    public void A_range_of_days_is_said_from_its_earliest_end(double low, double high, string words) => AnswerSentence.Range(low, high).ShouldBe(words);

    [Fact]
    public void The_first_sentence_of_the_whole_answer_calls_rules_by_their_titles()
    {
        var lead = AnswerSentence.Lead(Contrast(), rule => $"The {rule}, first");

        lead.ShouldStartWith("Over all 2 crises, “The majority, first” decides earlier than “The consensus, first” in 71 % of worlds");
        lead.Count(letter => letter == '.').ShouldBe(1);
        AnswerSentence.Of(Contrast(), rule => $"The {rule}, first").ShouldStartWith(lead);

        static ContrastSummary Contrast() => new()
        {
            Contrast = Analysis.Worlds.Contrast.Of(RunFixture.Plan(replications: 1))[0], Worlds = AnswerSentenceTests.Worlds(71, 22, 7, [-400, -120, -34, 0, 10], null), ConsentShare = Share(62), Drivers = null,
        };
    }

    private static string Answer(ImmutableArray<WorldDriver>? drivers, ImmutableArray<DiscoveredLimit> limits, double density) => AnswerSentence.Of(new ContrastSummary
    {
        Contrast = Contrast.Of(RunFixture.Plan(replications: 1))[0],
        Worlds = Worlds(71, 22, 7, [-400, -120, -34, 0, 10], null),
        ConsentShare = Share(62),
        Drivers = drivers is null ? null : new()
        {
            Worlds = 100,
            Drivers = drivers.Value,
            Discovery = new() { Conclusion = Conclusion.Earlier, CaseShare = 0.29, Limits = limits, Coverage = 0.5, Density = density, Mass = 0.1 },
            Variance = null,
        },
    }, rule => rule);

    private static WorldComparison Worlds(int earlier, int same, int later, double[] days, double[]? agreement) => new()
    {
        Days = Distribution(earlier, same, later, days),
        NeitherDecides = Share(0),
        OnlyRuleDecides = Share(0),
        OnlyBaselineDecides = Share(0),
        Measures = agreement is null ? [] : [KeyValuePair.Create("agreement_index", Distribution(earlier, same, later, agreement))],
    };

    private static WorldDistribution Distribution(int lower, int same, int higher, double[] quantiles) => new()
    {
        Worlds = lower + same + higher,
        Undefined = 0,
        Censored = 0,
        Lower = Proportion.Wilson(lower, lower + same + higher),
        Same = Proportion.Wilson(same, lower + same + higher),
        Higher = Proportion.Wilson(higher, lower + same + higher),
        P05 = quantiles[0],
        P25 = quantiles[1],
        P50 = quantiles[2],
        P75 = quantiles[3],
        P95 = quantiles[4],
    };

    private static Estimate Share(int percent) => Proportion.Wilson(percent, 100);
}
