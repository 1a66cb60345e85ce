using CsCheck;
using VotingSim.Members;
using VotingSim.Rules;
using VotingSim.Statistics.Power;

namespace VotingSim.Statistics.Tests.Power;

/// <summary>What is proved of the indices: sums, symmetry, dummies, transfer, blocs, monotony.</summary>
public class PowerAxiomTests
{
    private static readonly Gen<RandomTable> Tables = RandomTables.Of(Gen.Int[1, 11], RandomTables.Rules(named: true));

    private static readonly Gen<(int[] Weights, int Quota)> Weighted =
        Gen.Int[0, 12].Array[2, 11].SelectMany(weights => Gen.Int[1, Math.Max(1, weights.Sum())].Select(quota => (weights, quota)));

    [Fact]
    public void Shares_sum_to_one() => Tables.Sample(table =>
    {
        var power = VotingPower.Of(table.Rule, table.Roster);
        if (power.WinningCoalitions > 0)
        {
            power.Members.Sum(member => member.BanzhafNormalized).ShouldBe(1, 1e-12);
            power.Members.Sum(member => member.ShapleyShubik).ShouldBe(1, 1e-12);
            power.Members.Sum(member => member.Johnston).ShouldBe(1, 1e-12);
            power.Members.Sum(member => member.DeeganPackel).ShouldBe(1, 1e-12);
            power.Members.Sum(member => member.Holler).ShouldBe(1, 1e-12);
        }
    });

    /// <summary>The absolute measure is the harmonic mean of Coleman's two (Dubey and Shapley 1979).</summary>
    [Fact]
    public void Banzhaf_is_the_harmonic_mean_of_preventing_and_initiating() => Tables.Sample(table =>
    {
        foreach (var member in VotingPower.Of(table.Rule, table.Roster).Members.Where(member => member.Swings > 0))
        {
            member.Banzhaf.ShouldBe(2 / ((1 / member.ColemanPrevent) + (1 / member.ColemanInitiate)), 1e-12);
        }
    });

    [Fact]
    public void Members_that_the_rule_treats_alike_have_the_same_power_to_the_last_bit() => Tables.Sample(table =>
    {
        var rule = new SeatedRule(table.Rule, table.Roster);
        var power = VotingPower.Of(rule);
        foreach (var (seat, first) in rule.Alike.Index())
        {
            power.Members[seat].ShouldBe(power.Members[first] with { Code = power.Members[seat].Code });
        }
    });

    [Fact]
    public void Power_does_not_depend_on_the_seat() => RandomTables.Of(Gen.Int[1, 10], RandomTables.Rules(named: true)).Sample(
        table =>
        {
            var turned = Roster.Of([.. table.Roster.Members.Reverse()]);

            VotingPower.Of(table.Rule, turned).Members.Reverse().ShouldBe(VotingPower.Of(table.Rule, table.Roster).Members);
        },
        iter: 50);

    [Fact]
    public void A_member_without_weight_is_a_dummy_and_changes_nobodys_power() => Weighted.Sample(game =>
    {
        var n = game.Weights.Length;
        var without = VotingPower.Of(Games.Weighted(game.Quota, game.Weights), Some.Roster(n));
        var with = VotingPower.Of(Games.Weighted(game.Quota, [.. game.Weights, 0]), Some.Roster(n + 1));

        with.Dummies.ShouldContain(with.Members[n]);
        foreach (var (member, before) in with.Members.Zip(without.Members))
        {
            member.Banzhaf.ShouldBe(before.Banzhaf);
            Unchanged(member.ShapleyShubik, before.ShapleyShubik);
            Unchanged(member.Johnston, before.Johnston);
            Unchanged(member.DeeganPackel, before.DeeganPackel);
            Unchanged(member.Holler, before.Holler);
            Unchanged(member.Ternary!.Whole, before.Ternary!.Whole);
        }

        // Shares of power are undefined where nobody has any, as in a game that cannot be won, and stay so.
        static void Unchanged(double now, double before)
        {
            if (double.IsNaN(before))
            {
                now.ShouldBe(before);
                return;
            }

            now.ShouldBe(before, 1e-14);
        }
    });

    /// <summary>Dubey (1975), Int. J. Game Theory 4(3), 131-139: of two games, the power in either and in both add up to the powers in
    /// each.</summary>
    [Fact]
    public void Power_is_transferred_between_two_rules_and_their_combinations() => Gen.Select(RandomTables.Of(Gen.Int[1, 10], RandomTables.Combined(named: true, depth: 2)), RandomTables.Combined(named: true, depth: 2)).Sample(
        (table, other) =>
        {
            var (either, both) = (Power(new AnyOf([table.Rule, other])), Power(new AllOf([table.Rule, other])));
            var (first, second) = (Power(table.Rule), Power(other));
            foreach (var seat in Enumerable.Range(0, table.Roster.Size))
            {
                (either.Members[seat].Swings + both.Members[seat].Swings).ShouldBe(first.Members[seat].Swings + second.Members[seat].Swings);
                (either.Members[seat].ShapleyShubik + both.Members[seat].ShapleyShubik)
                    .ShouldBe(first.Members[seat].ShapleyShubik + second.Members[seat].ShapleyShubik, 1e-12);
                (either.Members[seat].Ternary!.Whole + both.Members[seat].Ternary!.Whole)
                    .ShouldBe(first.Members[seat].Ternary!.Whole + second.Members[seat].Ternary!.Whole, 1e-12);
            }

            PowerProfile Power(DecisionRule rule) => VotingPower.Of(rule, table.Roster);
        },
        iter: 50);

    /// <summary>Lehrer (1988), Int. J. Game Theory 17(2), 89-99: two members that act as one have the sum of their absolute measures.</summary>
    [Fact]
    public void A_bloc_of_two_has_the_sum_of_their_Banzhaf_measures() => Weighted.Sample(game =>
    {
        var n = game.Weights.Length;
        var apart = VotingPower.Of(Games.Weighted(game.Quota, game.Weights), Some.Roster(n));
        var together = VotingPower.Of(Games.Weighted(game.Quota, [game.Weights[0] + game.Weights[1], .. game.Weights[2..]]), Some.Roster(n - 1));

        together.Members[0].Banzhaf.ShouldBe(apart.Members[0].Banzhaf + apart.Members[1].Banzhaf, 1e-14);
    });

    [Fact]
    public void More_votes_never_mean_less_power() => Weighted.Sample(game =>
    {
        var members = VotingPower.Of(Games.Weighted(game.Quota, game.Weights), Some.Roster(game.Weights.Length)).Members.Zip(game.Weights).OrderBy(pair => pair.Second).Select(pair => pair.First).ToArray();
        foreach (var (lighter, heavier) in members.Zip(members.Skip(1)))
        {
            heavier.Swings.ShouldBeGreaterThanOrEqualTo(lighter.Swings);
            heavier.ShapleyShubik.ShouldBeGreaterThanOrEqualTo(lighter.ShapleyShubik - 1e-15);
            heavier.Ternary!.Whole.ShouldBeGreaterThanOrEqualTo(lighter.Ternary!.Whole - 1e-15);
        }
    });

    [Fact]
    public void A_dictator_has_all_power_and_the_others_none()
    {
        var power = VotingPower.Of(Games.Weighted(5, 5, 1, 1, 1), Some.Roster(4));

        power.Members[0].ShouldBe(power.Members[0] with { Banzhaf = 1, BanzhafNormalized = 1, ShapleyShubik = 1, Johnston = 1, DeeganPackel = 1,
            Holler = 1, ColemanPrevent = 1, ColemanInitiate = 1 });
        power.Dummies.Count().ShouldBe(3);
        power.MinimalWinningCoalitions.ShouldBe((UInt128)1);
    }
}
