using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

/// <summary>Every kind of rule, look-up and computation, against the plain reading of the model.</summary>
public class SeatedRuleTests
{
    [Fact]
    public void A_rule_adopts_what_its_plain_reading_adopts() => RandomTables.Any.Sample(
        table =>
        {
            var computed = new SeatedRule(table.Rule, table.Roster, tabulate: false);
            foreach (var ballots in table.Rounds)
            {
                computed.Adopts(BallotRound.Tally(ballots)).ShouldBe(PlainRule.Adopts(table.Rule, PlainRule.Votes(table.Roster, ballots)));
            }
        },
        iter: 1000);

    [Fact]
    public void A_look_up_answers_what_the_computation_answers() => RandomTables.Any.Sample(
        table =>
        {
            var (tabulated, computed) = (new SeatedRule(table.Rule, table.Roster), new SeatedRule(table.Rule, table.Roster, tabulate: false));
            foreach (var tally in table.Rounds.Select(BallotRound.Tally))
            {
                tabulated.Adopts(tally).ShouldBe(computed.Adopts(tally));
                tabulated.Suffices(tally.Supporters).ShouldBe(computed.Suffices(tally.Supporters));
                tabulated.Dispensable(tally.Objectors).ShouldBe(computed.Dispensable(tally.Objectors));
                tabulated.OptedOut(tally).ShouldBe(computed.OptedOut(tally));
            }

            tabulated.NobodyIsDispensable.ShouldBe(computed.NobodyIsDispensable);
        },
        iter: 200);

    [Fact]
    public void At_a_small_table_all_ballots_agree_with_the_plain_reading() => RandomTables.Of(Gen.Int[1, 5], RandomTables.Rules(named: true)).Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster);
        foreach (var ballots in BallotRound.All(table.Roster.Size))
        {
            seated.Adopts(BallotRound.Tally(ballots)).ShouldBe(PlainRule.Adopts(table.Rule, PlainRule.Votes(table.Roster, ballots)));
        }
    });

    [Fact]
    public void The_largest_table_with_look_ups_and_the_next_agree_with_the_plain_reading()
    {
        foreach (var size in new[] { SeatedRule.LargestTabulated, SeatedRule.LargestTabulated + 1 })
        {
            RandomTables.Of(Gen.Const(size), RandomTables.Rules(named: true)).Sample(
                table =>
                {
                    var seated = new SeatedRule(table.Rule, table.Roster);
                    foreach (var ballots in table.Rounds)
                    {
                        seated.Adopts(BallotRound.Tally(ballots)).ShouldBe(PlainRule.Adopts(table.Rule, PlainRule.Votes(table.Roster, ballots)));
                    }
                },
                iter: 5);
        }
    }

    [Fact]
    public void A_coalition_suffices_that_adopts_against_the_objection_of_all_others() => RandomTables.Small.Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster);
        foreach (var coalition in Coalitions(table))
        {
            seated.Suffices(coalition).ShouldBe(PlainRule.Suffices(table.Rule, table.Roster, coalition.Contains));
        }
    });

    [Fact]
    public void A_member_is_dispensable_if_the_rule_adopts_where_it_and_the_objectors_object_and_all_others_support() => RandomTables.Small.Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster);
        foreach (var objectors in Coalitions(table))
        {
            for (var member = 0; member < table.Roster.Size; member++)
            {
                seated.Dispensable(objectors).Contains(member).ShouldBe(PlainRule.Suffices(table.Rule, table.Roster, seat => seat != member && !objectors.Contains(seat)));
            }
        }
    });

    [Fact]
    public void Nobody_is_dispensable_if_only_all_members_together_suffice() => RandomTables.Small.Sample(table =>
        new SeatedRule(table.Rule, table.Roster).NobodyIsDispensable
            .ShouldBe(!Coalitions(table).Where(coalition => coalition.Count < table.Roster.Size).Any(coalition => PlainRule.Suffices(table.Rule, table.Roster, coalition.Contains))));

    [Fact]
    public void Objectors_opt_out_of_a_decision_up_to_X_of_them_and_never_under_another_rule() => RandomTables.Any.Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster, tabulate: false);
        foreach (var ballots in table.Rounds)
        {
            var objectors = Enumerable.Range(0, ballots.Length).Where(seat => ballots[seat] == Ballot.Objection).ToList();
            var expected = table.Rule is OptOut optOut && objectors.Count <= optOut.AtMost ? objectors : [];

            Enumerable.Range(0, 64).Where(seated.OptedOut(BallotRound.Tally(ballots)).Contains).ShouldBe(expected);
        }
    });

    private static IEnumerable<Coalition> Coalitions(RandomTable table) => Enumerable.Range(0, 1 << table.Roster.Size).Select(members => new Coalition((ulong)members));
}
