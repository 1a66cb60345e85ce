using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Pages;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>The calculator, against votes that are counted by hand.</summary>
public class CalculatorViewModelTests(SiloFixture silo)
{
    private Convener Convener => new(new() { Folder = Path.GetTempPath() }, silo.Grains);

    [Fact]
    public void Seven_of_ten_are_more_than_half_and_not_eight_tenths()
    {
        var vote = Vote("simple-majority", "asean-10", "SSSSSSSAOO");
        vote.Adopts.ShouldBeTrue();
        vote.HasOtherQuotas.ShouldBeFalse();
        vote.SetQuota(0, "80");
        vote.Adopts.ShouldBeFalse();
        vote.Link.ShouldBe("/calculator?rule=simple-majority&members=asean-10&ballots=SSSSSSSAOO&quota=80");
        vote.ResetQuotas();
        vote.Adopts.ShouldBeTrue();
        vote.Link.ShouldBe("/calculator?rule=simple-majority&members=asean-10&ballots=SSSSSSSAOO");
    }

    [Fact]
    public void Six_of_ten_are_all_pivotal()
    {
        var vote = Vote("simple-majority", "asean-10", "SSSSSSOOOO");
        vote.Pivotal.ShouldBe(Coalition.AllOf(6));
        CalculatorSentences.Pivotal(vote.Roster!, vote.Pivotal, vote.Adopts)
            .ShouldBe("Pivotal: the objection of any one of BRN, KHM, IDN, LAO, MYS or MMR would have stopped it.");
        vote.Turn(6);
        vote.Turn(5);
        vote.Turn(4);
        (vote.Ballots[4], vote.Ballots[5], vote.Ballots[6], vote.Adopts).ShouldBe((Ballot.Abstention, Ballot.Abstention, Ballot.Support, false));
        CalculatorSentences.Counted(vote.Roster!, vote.Tally).ShouldBe("5 support, 2 abstain, 3 object.");
    }

    [Fact]
    public void One_member_alone_and_several_are_told_apart()
    {
        var roster = Vote("consensus", "asean-10", "").Roster!;
        CalculatorSentences.Pivotal(roster, Coalition.Of(3), adopts: true).ShouldBe("Pivotal: the objection of LAO alone would have stopped it.");
        CalculatorSentences.Pivotal(roster, Coalition.Of(3), adopts: false).ShouldBe("Pivotal: the support of LAO alone would have carried it.");
        CalculatorSentences.Pivotal(roster, Coalition.Of(3) | Coalition.Of(5), adopts: false)
            .ShouldBe("Pivotal: the support of any one of LAO or MMR would have carried it.");
        CalculatorSentences.StayingOut(roster, Coalition.Of(3)).ShouldBe("LAO stays out; the decision binds the others.");
        CalculatorSentences.StayingOut(roster, Coalition.Of(3) | Coalition.Of(5)).ShouldBe("LAO and MMR stay out; the decision binds the others.");
    }

    [Fact]
    public void A_ballot_turns_from_support_over_abstention_and_objection_to_support()
    {
        var vote = Vote("consensus", "asean-10", "");
        Ballot[] seen = [.. Enumerable.Range(0, 4).Select(_ =>
        {
            var ballot = vote.Ballots[3];
            vote.Turn(3);
            return ballot;
        })];
        seen.ShouldBe([Ballot.Support, Ballot.Abstention, Ballot.Objection, Ballot.Support]);
        vote.SetAll(Ballot.Objection);
        vote.Tally.Objectors.ShouldBe(Coalition.AllOf(10));
    }

    [Fact]
    public void Who_can_block_is_counted()
    {
        // Five of ten: as many groups as there are ways to choose them, 10! / (5! 5!).
        var half = Vote("simple-majority", "asean-10", "");
        half.Blocking.Count.ShouldBe(252);
        CalculatorSentences.Blocking(half.Roster!, half.Blocking)
            .ShouldBe("It takes 5 members at least: 252 groups of that size can, against all others.");
        var all = Vote("consensus", "asean-10", "");
        CalculatorSentences.Blocking(all.Roster!, all.Blocking).ShouldBe("Every member alone.");
        CalculatorSentences.Blocking(all.Roster!, []).ShouldBe("No small group was found that can block, or none can.");
        CalculatorSentences.Blocking(all.Roster!, [Coalition.Of(0) | Coalition.Of(2)])
            .ShouldBe("BRN and IDN can, against all others, and no other group as small.");
        CalculatorSentences.Blocking(all.Roster!, [Coalition.Of(0), Coalition.Of(2)]).ShouldBe("2 members each alone.");
    }

    [Fact]
    public void A_rule_that_changes_is_looked_at_one_stage_at_a_time()
    {
        var vote = Vote("consensus-then-qmv", "asean-10", "OSSSSSSSSS");
        vote.Stages.Select(CalculatorSentences.InForce).ShouldBe(["all other matters, until day 180", "all other matters, after day 180"]);
        (vote.Stage, vote.Adopts).ShouldBe((0, false));
        vote.LinkToStage("1").ShouldBe("/calculator?rule=consensus-then-qmv&members=asean-10&stage=1");
        vote.Read("consensus-then-qmv", "asean-10", "OSSSSSSSSS", null, "1");
        (vote.Stage, vote.Adopts).ShouldBe((1, true));
        vote.Read("consensus-then-qmv", "asean-10", null, null, "99");
        vote.Stage.ShouldBe(1);
        vote.Link.ShouldEndWith("&ballots=SSSSSSSSSS&stage=1");
    }

    [Theory]
    [InlineData("eu-lisbon", "eu-27", "SAO", "72-", "0")]
    [InlineData("asean-qmv", "asean-11", "OOOO", "-50", "0")]
    [InlineData("consensus-then-qmv", "asean-10", "AAA", "60-70", "1")]
    public void What_an_address_says_is_what_it_becomes_again(string rule, string members, string ballots, string quotas, string stage)
    {
        var vote = new CalculatorViewModel(Convener);
        vote.Read(rule, members, ballots, quotas, stage);
        var query = System.Web.HttpUtility.ParseQueryString(vote.Link.Split('?')[1]);
        query["quota"].ShouldBe(quotas);
        var again = new CalculatorViewModel(Convener);
        again.Read(query["rule"], query["members"], query["ballots"], query["quota"], query["stage"]);

        again.Link.ShouldBe(vote.Link);
        again.Ballots.ShouldBe(vote.Ballots);
        again.Criteria.Select(criterion => criterion.Quota).ShouldBe(vote.Criteria.Select(criterion => criterion.Quota));
    }

    [Fact]
    public void What_does_not_exist_is_told_and_forgotten_with_what_does()
    {
        var vote = Vote("no-such-rule", "asean-10", "");
        vote.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("no rule of the name");
        vote.Criteria.ShouldBeEmpty();
        vote.Read(null, null, null, null, null);
        vote.Problems.ShouldBeEmpty();
        (vote.Rule, vote.Members).ShouldBe((CalculatorViewModel.UsualRule, TableChoice.DefaultMembers));
    }

    [Fact]
    public void A_quota_is_asked_for_in_the_words_of_its_weight()
    {
        var criteria = Vote("asean-qmv", "asean-10", "").Criteria;
        CalculatorSentences.QuotaLabel(criteria[1]).ShouldBe($"{ClassroomWording.Capital(criteria[1].Weight.Label)}, at least (%)");
        CalculatorSentences.QuotaMeaning(criteria[1]).ShouldBe("What the supporters' weight must reach");
        var majority = Vote("simple-majority", "asean-10", "").Criteria[0];
        CalculatorSentences.QuotaLabel(majority).ShouldEndWith(", more than (%)");
        CalculatorSentences.QuotaMeaning(majority).ShouldBe("What the supporters' weight must exceed");
    }

    private CalculatorViewModel Vote(string rule, string members, string ballots)
    {
        var vote = new CalculatorViewModel(Convener);
        vote.Read(rule, members, ballots, null, null);
        return vote;
    }
}
