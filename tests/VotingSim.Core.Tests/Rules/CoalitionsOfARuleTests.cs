using System.Collections.Immutable;
using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

/// <summary>What a rule says of itself: of 64 coalitions at once, whom it treats alike, what an abstention is, when it is in force.</summary>
public class CoalitionsOfARuleTests
{
    [Fact]
    public void A_block_answers_for_64_coalitions_what_a_plain_reading_answers_for_each() => RandomTables.Of(Gen.Int[1, 9], RandomTables.Rules(named: true)).Sample(
        table =>
        {
            var seated = new SeatedRule(table.Rule, table.Roster);
            for (var coalition = 0; coalition < Math.Max(64, 1 << table.Roster.Size); coalition++)
            {
                var expected = coalition < 1 << table.Roster.Size && PlainRule.Suffices(table.Rule, table.Roster, seat => (coalition >> seat & 1) == 1);
                (seated.SufficientInBlock((ulong)coalition / 64) >> (coalition % 64) & 1).ShouldBe(expected ? 1UL : 0);
            }
        },
        iter: 200);

    [Fact]
    public void A_block_of_a_wide_table_agrees_with_a_plain_reading() => Gen.Select(RandomTables.Of(Gen.Int[17, 40], RandomTables.Rules(named: true)), Gen.ULong).Sample(
        (table, random) =>
        {
            var coalition = random & Coalition.AllOf(table.Roster.Size).Members;
            (new SeatedRule(table.Rule, table.Roster).SufficientInBlock(coalition / 64) >> (int)(coalition % 64) & 1)
                .ShouldBe(PlainRule.Suffices(table.Rule, table.Roster, seat => (coalition >> seat & 1) == 1) ? 1UL : 0);
        },
        iter: 2000);

    [Fact]
    public void Members_that_are_alike_may_exchange_their_ballots() => RandomTables.Any.Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster, tabulate: false);
        foreach (var (seat, first) in seated.Alike.Index())
        {
            foreach (var ballots in table.Rounds)
            {
                var exchanged = ballots.ToArray();
                (exchanged[seat], exchanged[first]) = (ballots[first], ballots[seat]);
                seated.Adopts(BallotRound.Tally(exchanged)).ShouldBe(seated.Adopts(BallotRound.Tally(ballots)));
            }
        }
    });

    [Fact]
    public void Members_are_alike_by_weight_and_veto()
    {
        var roster = Some.Roster(5, seat => seat % 2 == 0 ? 5 : 3);
        var weighted = new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.MoreThan(0.5m) };

        Alike(new Consensus()).ShouldBe([0, 0, 0, 0, 0]);
        Alike(new OptOut(2, weighted)).ShouldBe([0, 1, 0, 1, 0]);
        Alike(new Veto([Some.Code(2), "nobody"], new AllOf([weighted, new ConsensusMinus(2)]))).ShouldBe([0, 1, 2, 1, 0]);

        ImmutableArray<int> Alike(DecisionRule rule) => new SeatedRule(rule, roster).Alike;
    }

    [Fact]
    public void Where_abstention_is_taken_for_objection_the_one_may_stand_for_the_other() => RandomTables.Any.Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster, tabulate: false);
        foreach (var ballots in table.Rounds.Where(_ => seated.TakesAbstentionForObjection))
        {
            var strict = ballots.Select(ballot => ballot == Ballot.Abstention ? Ballot.Objection : ballot);
            seated.Adopts(BallotRound.Tally(strict)).ShouldBe(seated.Adopts(BallotRound.Tally(ballots)));
        }
    });

    [Fact]
    public void Abstention_is_objection_under_quotas_of_all_and_not_where_only_objections_block()
    {
        var roster = Some.Roster(3);
        var ofAll = new Criterion { Quota = Quota.MoreThan(0.5m) };

        Takes(new AnyOf([ofAll, new Unanimity()])).ShouldBeTrue();
        Takes(new Veto(["elsewhere"], ofAll)).ShouldBeTrue();
        Takes(new Veto([Some.Code(0)], ofAll)).ShouldBeFalse();
        Takes(new AllOf([ofAll, new Consensus()])).ShouldBeFalse();
        Takes(ofAll with { OfVoting = true }).ShouldBeFalse();
        Takes(new OptOut(1, ofAll)).ShouldBeFalse();

        bool Takes(DecisionRule rule) => new SeatedRule(rule, roster).TakesAbstentionForObjection;
    }

    [Fact]
    public void Stages_are_the_rules_in_force_by_category_and_day()
    {
        var (consensus, majority, unanimity) = (new Consensus(), new Criterion { Quota = Quota.MoreThan(0.5m) }, new Unanimity());
        var rule = new ByCategory(
            ImmutableSortedDictionary<string, DecisionRule>.Empty.Add("security", consensus),
            new Sequence(unanimity, 90, new Sequence(consensus, 30, majority)));

        rule.Stages().ShouldBe(
        [
            new("security", 0, 30, consensus), new("security", 30, 90, consensus), new("security", 90, double.PositiveInfinity, consensus),
            new(null, 0, 30, unanimity), new(null, 30, 90, unanimity), new(null, 90, double.PositiveInfinity, majority),
        ]);
        majority.Stages().ShouldBe([new(null, 0, double.PositiveInfinity, majority)]);
    }
}
