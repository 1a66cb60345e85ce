using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

/// <summary>Axioms: what any institution's rule, or one of a stated kind, must not do.</summary>
public class RulePropertyTests
{
    [Fact]
    public void Nothing_is_adopted_without_a_supporter() => RandomTables.Any.Sample(table =>
    {
        var seated = new SeatedRule(table.Rule, table.Roster, tabulate: false);
        foreach (var ballots in table.Rounds)
        {
            seated.Adopts(BallotRound.Tally(ballots) with { Supporters = Coalition.Empty }).ShouldBeFalse();
        }
    });

    [Fact]
    public void Whoever_turns_to_support_never_harms_a_proposal() => RandomTables.Any.Sample(
        table => Improving(table, from: ballot => ballot != Ballot.Support, to: Ballot.Support), iter: 500);

    /// <summary>Under every kind but the opt-out: whoever objects there stays outside, and whoever abstains takes part without supporting.</summary>
    [Fact]
    public void Whoever_turns_from_objection_to_abstention_never_harms_a_proposal_unless_objectors_may_stay_out() =>
        RandomTables.Of(Gen.Int[1, 16], RandomTables.Combined(named: true, depth: 3)).Sample(table => Improving(table, from: ballot => ballot == Ballot.Objection, to: Ballot.Abstention), iter: 500);

    [Fact]
    public void An_abstention_can_harm_where_an_objector_would_have_stayed_out()
    {
        var seated = new SeatedRule(new OptOut(1, new Unanimity()), Some.Roster(3));

        seated.Adopts(BallotRound.Tally([Ballot.Support, Ballot.Support, Ballot.Objection])).ShouldBeTrue();
        seated.Adopts(BallotRound.Tally([Ballot.Support, Ballot.Support, Ballot.Abstention])).ShouldBeFalse();
    }

    [Fact]
    public void What_unanimity_adopts_consensus_adopts_and_what_that_adopts_consensus_minus_one_adopts() => RandomTables.Any.Sample(table =>
    {
        DecisionRule[] chain = [new Unanimity(), new Consensus(), new ConsensusMinus(1), new ConsensusMinus(2)];
        var seated = chain.Select(rule => new SeatedRule(rule, table.Roster, tabulate: false)).ToArray();
        foreach (var tally in table.Rounds.Select(BallotRound.Tally))
        {
            var adopted = seated.Select(rule => rule.Adopts(tally)).ToArray();
            adopted.ShouldBe(adopted.Order()); // false before true
        }
    });

    [Fact]
    public void Consensus_minus_nobody_is_consensus_and_opting_out_of_consensus_is_consensus_minus() => Gen.Select(RandomTables.Any, Gen.Int[1, 4]).Sample((table, most) =>
    {
        foreach (var tally in table.Rounds.Select(BallotRound.Tally))
        {
            Adopts(new ConsensusMinus(0), table, tally).ShouldBe(Adopts(new Consensus(), table, tally));
            Adopts(new OptOut(most, new Consensus()), table, tally).ShouldBe(Adopts(new ConsensusMinus(most), table, tally));
        }
    });

    [Fact]
    public void Members_alike_are_interchangeable_unless_the_rule_names_them() => Gen.Select(RandomTables.Anonymous, Gen.Int[0, 15], Gen.Int[0, 15]).Sample((table, first, second) =>
    {
        var (a, b) = (first % table.Roster.Size, second % table.Roster.Size);
        var roster = Roster.Of([.. table.Roster.Members.Select((member, seat) => (seat == b ? table.Roster.Members[a] : member) with { Code = Some.Code(seat) })]);
        var seated = new SeatedRule(table.Rule, roster, tabulate: false);
        foreach (var ballots in table.Rounds)
        {
            var swapped = ballots.ToArray();
            (swapped[a], swapped[b]) = (ballots[b], ballots[a]);
            seated.Adopts(BallotRound.Tally(swapped)).ShouldBe(seated.Adopts(BallotRound.Tally(ballots)));
        }
    });

    [Fact]
    public void A_table_seated_in_another_order_decides_alike() => Gen.Select(RandomTables.Any, Gen.Int).Sample((table, seed) =>
    {
        var order = Enumerable.Range(0, table.Roster.Size).ToArray();
        new Random(seed).Shuffle(order);
        var shuffled = new SeatedRule(table.Rule, Roster.Of([.. order.Select(seat => table.Roster.Members[seat])]), tabulate: false);
        foreach (var ballots in table.Rounds)
        {
            shuffled.Adopts(BallotRound.Tally(order.Select(seat => ballots[seat]))).ShouldBe(Adopts(table.Rule, table, BallotRound.Tally(ballots)));
        }
    });

    [Fact]
    public void A_higher_quota_never_adopts_what_a_lower_one_did_not() => Gen.Select(RandomTables.Any, RandomTables.Criteria(named: true), Gen.Decimal[0, 1]).Sample((table, criterion, rise) =>
    {
        var higher = criterion with { Quota = criterion.Quota with { Amount = criterion.Quota.Amount + rise } };
        var exceeded = criterion with { Quota = criterion.Quota with { Exceeded = true } };
        foreach (var tally in table.Rounds.Select(BallotRound.Tally).Where(tally => !Adopts(criterion, table, tally)))
        {
            Adopts(higher, table, tally).ShouldBeFalse();
            Adopts(exceeded, table, tally).ShouldBeFalse();
        }
    });

    private static void Improving(RandomTable table, Func<Ballot, bool> from, Ballot to)
    {
        var seated = new SeatedRule(table.Rule, table.Roster, tabulate: false);
        foreach (var ballots in table.Rounds)
        {
            var adopted = seated.Adopts(BallotRound.Tally(ballots));
            for (var seat = 0; seat < ballots.Length; seat++)
            {
                if (from(ballots[seat]))
                {
                    ballots[seat] = to;
                    var adoptedAfter = seated.Adopts(BallotRound.Tally(ballots));
                    (adopted && !adoptedAfter).ShouldBeFalse();
                    adopted = adoptedAfter;
                }
            }
        }
    }

    private static bool Adopts(DecisionRule rule, RandomTable table, Tally tally) => new SeatedRule(rule, table.Roster, tabulate: false).Adopts(tally);
}
