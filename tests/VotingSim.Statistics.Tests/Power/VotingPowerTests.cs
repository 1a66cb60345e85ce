using System.Numerics;
using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Rules;
using VotingSim.Statistics.Power;

namespace VotingSim.Statistics.Tests.Power;

/// <summary>Every measure by its definition, and the two ways of counting against one another and against generating functions.</summary>
public class VotingPowerTests
{
    [Fact]
    public void Every_measure_is_what_its_definition_says_under_every_kind_of_rule() => RandomTables.Of(Gen.Int[1, 6], RandomTables.Rules(named: true)).Sample(
        table =>
        {
            var (power, plain) = (VotingPower.Of(table.Rule, table.Roster), new PlainPower(table.Rule, table.Roster));
            var (n, winning) = (table.Roster.Size, (double)plain.Winning);

            power.WinningCoalitions.ShouldBe((UInt128)plain.Winning);
            power.MinimalWinningCoalitions.ShouldBe((UInt128)plain.Minimal);
            power.BlockingCoalitions.ShouldBe((UInt128)plain.Blocking);
            power.PowerToAct.ShouldBe(winning / (1 << n));
            Same(power.TernaryPowerToAct, plain.TernaryPowerToAct());
            var allSwings = Enumerable.Range(0, n).Sum(plain.Swings);
            foreach (var (seat, member) in power.Members.Index())
            {
                var swings = plain.Swings(seat);
                member.Code.ShouldBe(table.Roster.Members[seat].Code);
                member.Swings.ShouldBe((UInt128)swings);
                member.Banzhaf.ShouldBe(swings / (double)(1 << n - 1));
                Same(member.BanzhafNormalized, swings / (double)allSwings);
                Same(member.ShapleyShubik, plain.ShapleyShubik(seat));
                Same(member.Johnston, plain.Johnston(seat));
                Same(member.DeeganPackel, plain.DeeganPackel(seat));
                Same(member.Holler, plain.Holler(seat));
                Same(member.ColemanPrevent, swings / winning);
                Same(member.ColemanInitiate, swings / ((1 << n) - winning));
                Same(member.Ternary!.Whole, plain.Ternary(seat, Ballot.Objection, Ballot.Support));
                Same(member.Ternary.FromAbstention, plain.Ternary(seat, Ballot.Abstention, Ballot.Support));
                Same(member.Ternary.FromObjection, plain.Ternary(seat, Ballot.Objection, Ballot.Abstention));
            }
        },
        iter: 100);

    [Fact]
    public void Bits_and_kinds_of_members_count_the_same() => RandomTables.Of(Gen.Int[1, 13], RandomTables.Rules(named: true)).Sample(
        table =>
        {
            var rule = new SeatedRule(table.Rule, table.Roster, tabulate: false);
            var (bits, kinds) = (WinningBits.Count(rule), new MemberKinds(rule).CountCoalitions());

            bits.Winning.ShouldBe(kinds.Winning);
            bits.Minimal.ShouldBe(kinds.Minimal);
            bits.WinningWith.Cast<UInt128>().ShouldBe(kinds.WinningWith.Cast<UInt128>());
            bits.Critical.Cast<UInt128>().ShouldBe(kinds.Critical.Cast<UInt128>());
            bits.MinimalWith.Cast<UInt128>().ShouldBe(kinds.MinimalWith.Cast<UInt128>());
        },
        iter: 200);

    // Coefficients of prod (1 + x^weight z), x for the votes and z for the members. Wide enough that words are counted in several chunks.
    [Theory]
    [InlineData(20, 7)]
    [InlineData(24, 11)]
    public void A_double_majority_has_the_swings_of_its_generating_function(int members, int seed)
    {
        int[] weights = [.. Enumerable.Range(1, members).Select(seat => 1 + (seat * seat * seed % 31))];
        var (total, count) = (weights.Sum(), (members * 55 + 99) / 100);
        var quota = (total * 65 + 99) / 100;
        var rule = new AllOf([new Criterion { Quota = Quota.AtLeast(0.55m) }, Games.Weighted(quota, weights)]);

        var power = VotingPower.Of(rule, Some.Roster(members));

        BigInteger[] factorials = [.. Enumerable.Range(0, members + 1)
            .Select(k => Enumerable.Range(1, k).Aggregate(BigInteger.One, (product, factor) => product * factor))];
        power.WinningCoalitions.ShouldBe((UInt128)Coefficients(weights).Where(term => term.Size >= count && term.Weight >= quota)
            .Sum(term => term.Ways));
        foreach (var (seat, member) in power.Members.Index())
        {
            // Coalitions of the others that lose, and win with the member.
            var swings = Coefficients([.. weights.Where((_, other) => other != seat)])
                .Where(term => (term.Size < count || term.Weight < quota) && term.Size + 1 >= count && term.Weight + weights[seat] >= quota)
                    .ToArray();
            member.Swings.ShouldBe((UInt128)swings.Sum(term => term.Ways));
            var pivots = swings.Aggregate(BigInteger.Zero, (sum, term) =>
                sum + (term.Ways * factorials[term.Size] * factorials[members - 1 - term.Size]));
            member.ShapleyShubik.ShouldBe(Math.Exp(BigInteger.Log(pivots) - BigInteger.Log(factorials[members])), 1e-13);
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(64)]
    public void Tables_beyond_thirty_have_power_where_their_members_are_alike(int members)
    {
        var roster = Some.Roster(members);
        var majority = VotingPower.Of(Games.Majority(members), roster);
        var consensus = VotingPower.Of(new Consensus(), roster);

        // Decisive where exactly half of the others support: C(n - 1, n/2) of 2^(n - 1).
        var swings = Enumerable.Range(1, members / 2).Aggregate(BigInteger.One, (ways, k) => ways * (members - k) / k);
        majority.Members.ShouldAllBe(member => member.Swings == (UInt128)swings && member.ShapleyShubik == majority.Members[0].ShapleyShubik);
        majority.Members[0].ShapleyShubik.ShouldBe(1.0 / members, 1e-15);
        majority.Members[0].Banzhaf.ShouldBe((double)swings / Math.Pow(2, members - 1), 1e-15);
        consensus.Members.ShouldAllBe(member => member.Swings == 1 && member.ColemanPrevent == 1);
        consensus.BlockingCoalitions.ShouldBe((UInt128)((BigInteger.One << members) - 1));
    }

    [Fact]
    public void A_table_that_is_too_large_is_refused_with_the_limit()
    {
        var members = Some.Roster(31, seat => 1 << seat);
        var rule = new SeatedRule(new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.MoreThan(0.5m) }, members);

        VotingPower.IsWithinReach(rule).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => VotingPower.Of(rule)).Message.ShouldContain("at most 30");
        VotingPower.IsWithinReach(new(new Consensus(), members)).ShouldBeTrue();
    }

    [Fact]
    public void Where_nothing_is_ever_adopted_everybody_is_a_dummy_and_shares_are_undefined()
    {
        var power = VotingPower.Of(Games.Weighted(10, 1, 2, 3), Some.Roster(3));

        (power.WinningCoalitions, power.PowerToAct, power.TernaryPowerToAct).ShouldBe(((UInt128)0, 0, 0));
        power.Vetoers.ShouldBeEmpty();
        power.Dummies.Count().ShouldBe(3);
        foreach (var member in power.Members)
        {
            (member.Banzhaf, member.ShapleyShubik, member.ColemanInitiate).ShouldBe((0, 0, 0));
            new[] { member.BanzhafNormalized, member.Johnston, member.DeeganPackel, member.Holler, member.ColemanPrevent }.ShouldAllBe(share =>
                double.IsNaN(share));
        }
    }

    private static void Same(double actual, double expected)
    {
        double.IsNaN(actual).ShouldBe(double.IsNaN(expected));
        (double.IsNaN(actual) || Math.Abs(actual - expected) < 1e-12).ShouldBeTrue($"{actual} is not {expected}");
    }

    private static IEnumerable<(int Size, int Weight, long Ways)> Coefficients(int[] weights)
    {
        var ways = new long[weights.Length + 1, weights.Sum() + 1];
        ways[0, 0] = 1;
        foreach (var weight in weights)
        {
            for (var size = weights.Length - 1; size >= 0; size--)
            {
                for (var sum = ways.GetLength(1) - 1 - weight; sum >= 0; sum--)
                {
                    ways[size + 1, sum + weight] += ways[size, sum];
                }
            }
        }

        return Enumerable.Range(0, ways.GetLength(0))
            .SelectMany(size => Enumerable.Range(0, ways.GetLength(1)), (size, sum) => (size, sum, ways[size, sum])).Where(term => term.Item3 > 0);
    }
}
