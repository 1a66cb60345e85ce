using System.Collections.Immutable;
using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

/// <summary>Quotas met exactly, and missed by the least that there is.</summary>
public class CriterionTests
{
    // 0.55 * 20 in binary fractions is 11.000000000000002, 0.07 * 100 is 7.000000000000001, 0.29 * 100 is 28.999999999999996.
    [Theory]
    [InlineData(20, "0.55", 11)]
    [InlineData(27, "0.55", 15)]
    [InlineData(10, "0.55", 6)]
    [InlineData(40, "0.35", 14)]
    [InlineData(50, "0.14", 7)]
    [InlineData(50, "0.58", 29)]
    [InlineData(9, "0.6666666666666666666666666667", 7)] // two thirds is less than this
    [InlineData(9, "0.6666666666666666666666666666", 6)]
    [InlineData(64, "1", 64)]
    public void A_share_of_equal_members_is_reached_by_the_smallest_number_that_is_not_below_it(int members, string share, int needed)
    {
        var rule = Seated(new Criterion { Quota = Quota.AtLeast(decimal.Parse(share)) }, Equal(members));

        Smallest(rule, members).ShouldBe(needed);
    }

    [Theory]
    [InlineData(20, "0.55", 12)]
    [InlineData(10, "0.5", 6)]
    [InlineData(11, "0.5", 6)]
    [InlineData(9, "0.6666666666666666666666666666", 6)] // two thirds is more than this
    [InlineData(9, "0.6666666666666666666666666667", 7)]
    public void More_than_a_share_is_not_the_share_itself(int members, string share, int needed)
    {
        var rule = Seated(new Criterion { Quota = Quota.MoreThan(decimal.Parse(share)) }, Equal(members));

        Smallest(rule, members).ShouldBe(needed);
    }

    [Theory]
    [InlineData(9, 2, 3, false, 6)]
    [InlineData(10, 2, 3, false, 7)]
    [InlineData(63, 2, 3, false, 42)]
    [InlineData(9, 2, 3, true, 7)]
    [InlineData(10, 2, 3, true, 7)]
    [InlineData(49, 1, 7, false, 7)]
    [InlineData(49, 1, 7, true, 8)]
    [InlineData(10, 1, 1, true, 11)]
    public void A_quotient_is_exactly_that(int members, int dividend, int divisor, bool exceeded, int needed) =>
        Smallest(Seated(new Criterion { Quota = new(dividend, IsCount: false, exceeded) { Divisor = divisor } }, Equal(members)), members).ShouldBe(needed);

    [Theory]
    [InlineData(6_666_663, 3_333_337, false)] // 66.66663 %
    [InlineData(6_666_666, 3_333_334, false)]
    [InlineData(6_666_667, 3_333_333, true)]
    [InlineData(2, 1, true)]
    [InlineData(666_666_666_666_666, 333_333_333_333_333, true)]
    [InlineData(666_666_666_666_665, 333_333_333_333_334, false)]
    public void Two_thirds_of_weights_are_reached_exactly_or_not_at_all(long supporters, long others, bool isReached)
    {
        var roster = Roster.Of(new MemberState { Code = "A", Name = "A", Population = supporters }, new MemberState { Code = "B", Name = "B", Population = others });
        var rule = new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(2) with { Divisor = 3 } };

        Seated(rule, roster).Suffices(Coalition.Of(0)).ShouldBe(isReached);
    }

    [Theory]
    [InlineData("7", false, 7)]
    [InlineData("7", true, 8)]
    [InlineData("6.5", false, 7)]
    [InlineData("6.5", true, 7)]
    [InlineData("0", false, 1)] // nobody is never enough
    public void A_count_is_a_count(string count, bool exceeded, int needed)
    {
        var quota = exceeded ? Quota.MoreThanCount(decimal.Parse(count)) : Quota.AtLeastCount(decimal.Parse(count));

        Smallest(Seated(new Criterion { Quota = quota }, Equal(10)), 10).ShouldBe(needed);
    }

    [Fact]
    public void More_than_everything_is_never_reached() => Smallest(Seated(new Criterion { Quota = Quota.MoreThan(1) }, Equal(13)), 13).ShouldBe(14);

    [Fact]
    public void A_share_of_population_at_the_exact_boundary_is_reached_and_one_person_fewer_is_not()
    {
        // 65 % of 100,000,000 is 65,000,000.
        var criterion = new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(0.65m) };
        var above = criterion with { Quota = Quota.MoreThan(0.65m) };
        var exact = Roster.Of(Some.Member("A", 40_000_000), Some.Member("B", 25_000_000), Some.Member("C", 35_000_000));
        var below = Roster.Of(Some.Member("A", 40_000_000), Some.Member("B", 24_999_999), Some.Member("C", 35_000_001));
        var both = BallotRound.Tally([Ballot.Support, Ballot.Support, Ballot.Objection]);

        Seated(criterion, exact).Adopts(both).ShouldBeTrue();
        Seated(criterion, below).Adopts(both).ShouldBeFalse();
        Seated(above, exact).Adopts(both).ShouldBeFalse();
    }

    // 0.1 + 0.2 is not 0.3 in binary fractions.
    [Fact]
    public void Decimal_weights_add_up_exactly()
    {
        var roster = Some.Roster("A", "B", "C");
        var criterion = new Criterion { Weight = Listed(("A", 0.1m), ("B", 0.2m), ("C", 0.3m)), Quota = Quota.AtLeastCount(0.3m) };
        var two = BallotRound.Tally([Ballot.Support, Ballot.Support, Ballot.Objection]);

        Seated(criterion, roster).Adopts(two).ShouldBeTrue();
        Seated(criterion with { Quota = Quota.AtLeast(0.5m) }, roster).Adopts(two).ShouldBeTrue();
        Seated(criterion with { Quota = Quota.MoreThanCount(0.3m) }, roster).Adopts(two).ShouldBeFalse();
        Seated(criterion with { Quota = Quota.MoreThan(0.5m) }, roster).Adopts(two).ShouldBeFalse();
    }

    [Fact]
    public void Weights_may_have_any_number_of_decimals_and_any_size()
    {
        var roster = Some.Roster("A", "B", "C");
        var criterion = new Criterion { Weight = Listed(("A", 1m / 3), ("B", 1_000_000m), ("C", 22_000_000_000_000_000m)), Quota = Quota.MoreThan(0.5m) };

        Seated(criterion, roster).Adopts(BallotRound.Tally([Ballot.Support, Ballot.Support, Ballot.Objection])).ShouldBeFalse();
        Seated(criterion, roster).Adopts(BallotRound.Tally([Ballot.Objection, Ballot.Objection, Ballot.Support])).ShouldBeTrue();
    }

    [Fact]
    public void A_count_beyond_all_weights_is_never_reached_however_large()
    {
        var roster = Some.Roster("A", "B");
        var criterion = new Criterion { Weight = Listed(("A", 1m / 3), ("B", 2m / 3)), Quota = Quota.AtLeast(1) };
        foreach (var count in new[] { 1.000001m, 1_000_000m, decimal.MaxValue })
        {
            Smallest(Seated(criterion with { Quota = Quota.AtLeastCount(count) }, roster), 2).ShouldBe(3);
            Smallest(Seated(criterion with { Quota = Quota.MoreThanCount(count), OfVoting = true }, roster), 2).ShouldBe(3);
        }
    }

    [Fact]
    public void A_member_that_is_not_listed_has_no_weight()
    {
        var rule = Seated(new Criterion { Weight = Listed(("A", 1)), Quota = Quota.AtLeast(1) }, Some.Roster("A", "B"));

        rule.Suffices(Coalition.Of(0)).ShouldBeTrue();
        rule.Suffices(Coalition.Of(1)).ShouldBeFalse();
    }

    [Fact]
    public void Every_weight_is_the_members_own()
    {
        var member = new MemberState { Code = "A", Name = "A", Population = 144, Gdp = 3.5m, Contribution = 7 };

        new VotingWeight.OneEach().Of(member).ShouldBe(1);
        new VotingWeight.Population().Of(member).ShouldBe(144);
        new VotingWeight.SquareRootOfPopulation().Of(member).ShouldBe(12);
        new VotingWeight.Gdp().Of(member).ShouldBe(3.5m);
        new VotingWeight.Contribution().Of(member).ShouldBe(7);
        Listed(("A", 4.25m)).Of(member).ShouldBe(4.25m);
    }

    [Fact]
    public void An_abstention_counts_as_not_supporting_unless_only_those_voting_count()
    {
        var tally = BallotRound.Tally([Ballot.Support, Ballot.Support, Ballot.Objection, Ballot.Abstention]);
        var criterion = new Criterion { Quota = Quota.MoreThan(0.5m) };

        Seated(criterion, Equal(4)).Adopts(tally).ShouldBeFalse();                         // two of four
        Seated(criterion with { OfVoting = true }, Equal(4)).Adopts(tally).ShouldBeTrue(); // two of three
    }

    [Fact]
    public void Every_wide_table_agrees_with_the_plain_reading() => RandomTables.Of(Gen.Int[17, 64], RandomTables.Rules(named: true)).Sample(table =>
    {
        var seated = Seated(table.Rule, table.Roster);
        foreach (var ballots in table.Rounds)
        {
            seated.Adopts(BallotRound.Tally(ballots)).ShouldBe(PlainRule.Adopts(table.Rule, PlainRule.Votes(table.Roster, ballots)));
        }
    });

    [Fact]
    public void Sixty_four_members_weigh_what_they_weigh() => Gen.Select(Gen.Long[0, 10_000_000].Array[64], Gen.ULong).Sample((populations, supporters) =>
    {
        var roster = Some.Roster(populations.Length, seat => populations[seat]);
        var weight = populations.Where((_, seat) => (supporters >> seat & 1) == 1).Sum();
        var criterion = new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeastCount(weight) };

        Seated(criterion, roster).Suffices(new(supporters)).ShouldBe(supporters != 0);
        Seated(criterion with { Quota = Quota.AtLeastCount(weight + 1) }, roster).Suffices(new(supporters)).ShouldBeFalse();
    });

    private static SeatedRule Seated(DecisionRule rule, Roster roster) => new(rule, roster);

    private static Roster Equal(int members) => Some.Roster(members);


    private static VotingWeight.Listed Listed(params (string Code, decimal Weight)[] weights) => new(weights.ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Weight));

    /// <summary>How many supporters it takes, one more than there are if all are not enough.</summary>
    private static int Smallest(SeatedRule rule, int members) => Enumerable.Range(0, members + 1).Where(count => rule.Suffices(Coalition.AllOf(count))).DefaultIfEmpty(members + 1).First();
}
