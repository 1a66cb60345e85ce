using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

/// <summary>What a rule tells people about a tally, against the plain reading of the model.</summary>
public class RuleReadingTests
{
    [Fact]
    public void A_reading_is_met_where_the_rule_adopts() => RandomTables.Any.Sample(
        table =>
        {
            var seated = new SeatedRule(table.Rule, table.Roster, tabulate: false);
            foreach (var ballots in table.Rounds)
            {
                seated.Read(BallotRound.Tally(ballots)).IsMet.ShouldBe(PlainRule.Adopts(table.Rule, PlainRule.Votes(table.Roster, ballots)));
            }
        },
        iter: 1000);

    [Fact]
    public void A_quota_is_met_where_its_bar_reaches_the_line_or_too_few_withhold_support() => RandomTables.Any.Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster, tabulate: false);
        foreach (var tally in table.Rounds.Select(BallotRound.Tally).Where(tally => !tally.Supporters.IsEmpty))
        {
            foreach (var quota in seated.Read(tally).Quotas)
            {
                quota.IsMet.ShouldBe(quota.Reached >= quota.Needed || quota.Withholding < quota.BlockingMinority);
                quota.Reached.ShouldBeInRange(0, quota.Whole);
            }
        }
    });

    [Fact]
    public void A_member_is_pivotal_where_its_turning_round_alone_turns_the_decision() => RandomTables.Small.Sample(
        table =>
        {
            var seated = new SeatedRule(table.Rule, table.Roster);
            foreach (var ballots in table.Rounds)
            {
                var adopted = PlainRule.Adopts(table.Rule, PlainRule.Votes(table.Roster, ballots));
                for (var seat = 0; seat < ballots.Length; seat++)
                {
                    var turned = ballots.ToArray();
                    turned[seat] = adopted ? Ballot.Objection : Ballot.Support;
                    seated.Pivotal(BallotRound.Tally(ballots)).Contains(seat).ShouldBe(PlainRule.Adopts(table.Rule, PlainRule.Votes(table.Roster, turned)) != adopted);
                }
            }
        },
        iter: 200);

    [Fact]
    public void The_smallest_blocking_groups_are_all_groups_of_the_least_size_whose_objection_prevents_adoption() => RandomTables.Small.Sample(
        table =>
        {
            var size = table.Roster.Size;
            var blocking = Enumerable.Range(1, (1 << size) - 1)
                .Where(group => !PlainRule.Suffices(table.Rule, table.Roster, seat => (group >> seat & 1) == 0))
                .GroupBy(group => int.PopCount(group)).MinBy(groups => groups.Key)?.Select(group => new Coalition((ulong)group)) ?? [];

            new SeatedRule(table.Rule, table.Roster).SmallestBlocking().ShouldBe(blocking);
        },
        iter: 200);

    [Fact]
    public void A_search_for_blocking_groups_that_takes_too_long_is_given_up()
    {
        var roster = Some.Roster(64);

        new SeatedRule(new Criterion { Quota = Quota.MoreThan(0.5m) }, roster).SmallestBlocking(1000).ShouldBeEmpty();
        new SeatedRule(new Unanimity(), roster).SmallestBlocking(1000).Count.ShouldBe(64);
    }
}
