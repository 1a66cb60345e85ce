using VotingSim.Rules;
using VotingSim.Statistics.Power;

namespace VotingSim.Statistics.Tests.Power;

/// <summary>Closed forms of power with abstention, every ballot one of three with probability 1/3.</summary>
public class TernaryPowerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(27)]
    [InlineData(64)]
    public void Consensus_needs_nobody_to_object_and_one_to_support(int n)
    {
        var power = VotingPower.Of(new Consensus(), Some.Roster(n));

        power.TernaryPowerToAct.ShouldBe(Math.Pow(2 / 3.0, n) - Math.Pow(1 / 3.0, n), 1e-15);
        foreach (var member in power.Members)
        {
            member.Ternary!.Whole.ShouldBe(Math.Pow(2 / 3.0, n - 1), 1e-15);
            member.Ternary.FromAbstention.ShouldBe(Math.Pow(1 / 3.0, n - 1), 1e-15); // nobody else supports
            member.Ternary.FromObjection.ShouldBe(Math.Pow(2 / 3.0, n - 1) - Math.Pow(1 / 3.0, n - 1), 1e-15);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(30)]
    public void Unanimity_needs_everybody_to_support(int n)
    {
        var power = VotingPower.Of(new Unanimity(), Some.Roster(n));

        power.TernaryPowerToAct.ShouldBe(Math.Pow(1 / 3.0, n), 1e-15);
        power.Members.ShouldAllBe(member => member.Ternary! == new TernaryPower(Math.Pow(3, 1 - n), Math.Pow(3, 1 - n), 0));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 3)]
    public void Consensus_minus_some_is_a_binomial_sum(int n, int objectors)
    {
        var power = VotingPower.Of(new ConsensusMinus(objectors), Some.Roster(n));

        // j object and the rest do not, less those rounds where nobody supports.
        power.TernaryPowerToAct.ShouldBe(Enumerable.Range(0, objectors + 1).Sum(j => Choose(n, j) * (Math.Pow(2, n - j) - 1)) / Math.Pow(3, n),
            1e-14);
    }

    // A simple majority of those voting with three equal members, by hand: S beats O in 10 of 27 rounds (SSS, 3 SSA, 3 SSO, 3 SAA); SAO and the
    // like are ties.
    [Fact]
    public void A_majority_of_those_voting_by_hand()
    {
        var power = VotingPower.Of(Games.Majority(3, ofVoting: true), Some.Roster(3));

        power.TernaryPowerToAct.ShouldBe(10 / 27.0, 1e-15);

        // Of the nine rounds of the two others: a support is adopted against SS, SA, AS, SO, OS, AA; an abstention against SS, SA, AS; an objection
        // against SS.
        power.Members.ShouldAllBe(member =>
            Math.Abs(member.Ternary!.FromAbstention - (3 / 9.0)) < 1e-15 && Math.Abs(member.Ternary.FromObjection - (2 / 9.0)) < 1e-15
                && Math.Abs(member.Ternary.Whole - (5 / 9.0)) < 1e-15);
    }

    // Felsenthal and Machover (1997) on the Security Council: an abstaining permanent member does not block, and so has less power than the binary
    // game says.
    [Fact]
    public void A_permanent_member_of_the_Security_Council_may_abstain()
    {
        var roster = Some.Roster(15);
        var power = VotingPower.Of(new Veto([.. roster.Members.Take(5).Select(member => member.Code)], new Criterion { Quota = Quota.AtLeastCount(9) }), roster);

        // k of five permanent members support and the rest abstain; j of ten others support and the rest do either of two things.
        var adopted = Enumerable.Range(0, 6).SelectMany(_ => Enumerable.Range(0, 11), (k, j) => (k, j)).Where(pair => pair.k + pair.j >= 9)
            .Sum(pair => Choose(5, pair.k) * Choose(10, pair.j) * Math.Pow(2, 10 - pair.j));
        power.TernaryPowerToAct.ShouldBe(adopted / Math.Pow(3, 15), 1e-15);
        power.Members[0].Ternary!.FromObjection.ShouldBeGreaterThan(0);
        power.Members[5].Ternary!.FromObjection.ShouldBe(0);
    }

    [Fact]
    public void Staying_out_helps_the_others_more_than_abstaining_where_the_rest_must_agree()
    {
        var power = VotingPower.Of(new OptOut(1, new Unanimity()), Some.Roster(3));

        // Of the nine rounds of the two others: a support is adopted with SS, SO, OS; an abstention never; an objection with SS.
        power.Members.ShouldAllBe(member => member.Ternary!.FromAbstention == 3 / 9.0 && member.Ternary.FromObjection == -1 / 9.0);
    }

    [Fact]
    public void Seventeen_different_members_have_ternary_power_where_abstention_is_objection_and_not_where_it_is_not()
    {
        var roster = Some.Roster(17, seat => 100 + (seat * seat));
        var ofAll = new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(0.6m) };

        var power = VotingPower.Of(ofAll, roster);
        var outOfReach = VotingPower.Of(ofAll with { OfVoting = true }, roster);

        // An abstention is an objection with another name: two rounds of three ballots in which a member does not support for one of two.
        power.TernaryPowerToAct.ShouldBeInRange(1e-6, power.PowerToAct);
        power.Members.ShouldAllBe(member =>
            member.Ternary!.FromObjection == 0 && member.Ternary.Whole == member.Ternary.FromAbstention && member.Ternary.Whole > 0);
        outOfReach.TernaryPowerToAct.ShouldBe(double.NaN);
        outOfReach.Members.ShouldAllBe(member =>
            member.Ternary == null && member.Swings == power.Members.Single(other => other.Code == member.Code).Swings);
    }

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (ways, i) => ways * (n - k + i) / i);
}
