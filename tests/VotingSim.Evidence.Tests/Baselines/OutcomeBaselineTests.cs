using VotingSim.Evidence.Baselines;
using VotingSim.Rules;
using Case = VotingSim.Configuration.Cases.Case;

namespace VotingSim.Evidence.Tests.Baselines;

public class OutcomeBaselineTests
{
    // Positions 10, 30, 40, 80; saliences 10, 20, 30, 40; status quo 20.
    private static readonly Case Small = SomeCase.Of([10, 30, 40, 80], saliences: [10, 20, 30, 40], rule: new Criterion { Quota = Quota.AtLeast(0.75m) });

    [Fact]
    public void Means_and_medians_of_four_members_by_hand()
    {
        Point(new PlainMean()).ShouldBe(40, 1e-12);
        Point(new MedianMember()).ShouldBe(35, 1e-12);
        Point(new StatusQuo()).ShouldBe(20);
        Point(new AlwaysTheMiddle()).ShouldBe(50);
        Point(new SalienceMean(withPowers: false)).ShouldBe((100 + 600 + 1200 + 3200) / 100.0, 1e-12);
        Point(new CompromiseModel()).ShouldBe(51, 1e-12); // all influences are 1
    }

    [Fact]
    public void Powers_with_a_voice_in_the_draft_and_a_salience_are_voices_of_weight_one()
    {
        var heard = SomeCase.Of([10, 30], saliences: [10, 30], powers:
        [
            SomeCase.Power("Commission", 100, draftWeight: 2, salience: 60), SomeCase.Power("Parliament", 0, draftWeight: 1),
            SomeCase.Power("Elsewhere", 0, draftWeight: 0, salience: 90),
        ]);

        Point(new SalienceMean(withPowers: true), heard).ShouldBe((100 + 900 + 6000) / 100.0, 1e-12);
        new SalienceMean(withPowers: true).IsOf([heard]).ShouldBeTrue();
        new SalienceMean(withPowers: true).IsOf([Small]).ShouldBeFalse();

        // Tickets: a member one, Commission two, Parliament one; who only speaks has none.
        var lottery = new PositionLottery().Of(heard, []).Outcome[0];
        lottery.Cdf(0).ShouldBe(1 / 5.0, 1e-12);
        lottery.Cdf(30).ShouldBe(3 / 5.0, 1e-12);
        lottery.Mean.ShouldBe((10 + 30 + 200 + 0) / 5.0, 1e-12);
    }

    [Fact]
    public void The_last_member_that_the_rule_needs_decides_or_the_status_quo_stays()
    {
        // Three of four are needed: 80, 40 and then 30. All four: the last wants to go the other way.
        Point(new MostReluctant()).ShouldBe(30);
        Point(new MostReluctant(), SomeCase.Of([10, 30, 40, 80])).ShouldBe(20);
        Point(new MostReluctant(), SomeCase.Of([25, 30, 40, 80])).ShouldBe(25);

        // Below the status quo the order is the other way round.
        Point(new MostReluctant(), SomeCase.Of([10, 30, 40, 50], statusQuo: 60)).ShouldBe(50);
    }

    [Fact]
    public void The_agenda_setter_gets_as_near_as_the_rule_lets_it()
    {
        // Under consensus all must accept: the most reluctant on the upper side is at 30 and accepts up to 40, twice as far as it wants.
        Case consensus = SomeCase.Of([30, 40, 80], statusQuo: 20, powers: [SomeCase.Power("European Commission", 90, draftWeight: 1)]);
        Point(new AgendaSetter(), consensus).ShouldBe(40, 1e-9);

        // Two of three are enough: the member at 40 accepts up to 60.
        Point(new AgendaSetter(), consensus with { Terms = consensus.Terms with { Rule = new Criterion { Quota = Quota.AtLeast(0.6m) } } }).ShouldBe(60, 1e-9);

        // Without a Commission members propose by lot: 30 and 40 get what they want, 80 gets 40.
        var lot = new AgendaSetter().Of(SomeCase.Of([30, 40, 80]), []).Outcome[0];
        lot.Cdf(30).ShouldBe(1 / 3.0, 1e-12);
        lot.Quantile(1).ShouldBe(40, 1e-9);
    }

    [Fact]
    public void The_bargain_of_two_members_divides_their_gains_evenly()
    {
        // From 0 on gains are x for whom wants 60, and x up to 40 and then 80 - x for whom wants 40: x (80 - x) is greatest at 40.
        Point(new NashBargaining(), SomeCase.Of([40, 60], statusQuo: 0)).ShouldBe(40, 1e-9);
        // A member at the status quo gains nowhere and does not count.
        Point(new NashBargaining(), SomeCase.Of([0, 40, 60], statusQuo: 0)).ShouldBe(40, 1e-9);
        Point(new NashBargaining(), SomeCase.Of([20, 20])).ShouldBe(20);
    }

    [Fact]
    public void The_pull_to_the_status_quo_is_fitted_to_the_others_alone()
    {
        Case[] others =
        [
            SomeCase.Of([40], statusQuo: 0, outcome: 20, name: "a"), // half of the way, weight 40
            SomeCase.Of([80], statusQuo: 0, outcome: 20, name: "b"), // a quarter, weight 80
            SomeCase.Of([90], statusQuo: 0, outcome: 90, name: "c"), // all of it, weight 90
            SomeCase.Of([90], statusQuo: null, outcome: 0, name: "d"), // nobody knows
        ];

        // Ratios 0.25 (80), 0.5 (40), 1 (90): half of 210 is passed at 0.5.
        Point(new PulledMean(), SomeCase.Of([60], statusQuo: 20, outcome: 99), others).ShouldBe(40, 1e-12);
        Point(new PulledMean(), SomeCase.Of([60], statusQuo: 20, outcome: 1), others).ShouldBe(40, 1e-12);
        Point(new PulledMean(), SomeCase.Of([60]), []).ShouldBe(60);
    }

    [Fact]
    public void Without_a_status_quo_nothing_is_said_by_what_needs_it()
    {
        var unknown = SomeCase.Of([10, 30, 40], statusQuo: null);
        foreach (var baseline in AllBaselines.Of([unknown]).OfType<OutcomeBaseline>())
        {
            baseline.Of(unknown, []).Outcome.IsEmpty.ShouldBe(baseline is StatusQuo or PulledMean or MostReluctant or NashBargaining or AgendaSetter, baseline.Name);
        }
    }

    private static double Point(Baseline baseline, Case? one = null, IReadOnlyList<Case>? others = null)
    {
        var said = baseline.Of(one ?? Small, others ?? []).Outcome.ShouldHaveSingleItem();
        said.Values.Distinct().ShouldHaveSingleItem(baseline.Name);
        return said.Mean;
    }
}
