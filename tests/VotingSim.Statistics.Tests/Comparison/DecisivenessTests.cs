using CsCheck;
using VotingSim.Members;
using VotingSim.Rules;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Statistics.Tests.Comparison;

public class DecisivenessTests
{
    private static readonly string[] Rules = ["consensus", "unanimity", "majority", "population", "minus-one"];
    private static readonly Roster Table = Some.Roster(5, seat => 1 << seat);

    // Seats 0 to 4; S supports, A abstains, O objects.
    [Theory]
    [InlineData("consensus", "SSSSS", "01234")] // any objection would have prevented it
    [InlineData("consensus", "SAAAA", "01234")] // silence is consent, and its end would be too
    [InlineData("consensus", "SSSSO", "4")]
    [InlineData("consensus", "SSSOO", "")] // one more supporter is not enough
    [InlineData("unanimity", "SSSSA", "4")]
    [InlineData("unanimity", "SSSSS", "01234")]
    [InlineData("majority", "SSSOO", "012")]
    [InlineData("majority", "SSSSO", "")] // each is one too many
    [InlineData("majority", "SSOOA", "234")] // anyone else's support would have carried it
    [InlineData("majority", "SOOOA", "")]
    [InlineData("population", "OOOOS", "4")] // more people than all others together
    [InlineData("population", "SSSSO", "4")]
    [InlineData("minus-one", "SSSSO", "0123")] // a second objector would have blocked; the one that stays out changes nothing
    [InlineData("minus-one", "SSSOO", "34")]
    public void Decisive_is_whose_other_ballot_would_have_turned_the_result(string rule, string ballots, string seats) =>
        string.Concat(Enumerable.Range(0, 5).Where(Decisiveness.Of(new(RuleOf(rule), Table), Parse(ballots), 5).Contains)).ShouldBe(seats);

    [Fact]
    public void In_all_ballots_without_abstention_a_member_is_decisive_as_often_as_in_coalitions()
    {
        // Over the 2^5 ballots of support and objection a swing is counted twice: with the member in support and in objection. So the share is the
        // absolute Banzhaf index.
        foreach (var rule in Rules.Take(4).Select(RuleOf))
        {
            var seated = new SeatedRule(rule, Table);
            var all = Coalition.AllOf(5);
            var power = VotingSim.Statistics.Power.VotingPower.Of(seated);
            for (var seat = 0; seat < 5; seat++)
            {
                var count = Enumerable.Range(0, 32).Count(supporters =>
                    Decisiveness.Of(seated, new(new((ulong)supporters), all - new Coalition((ulong)supporters)), 5).Contains(seat));
                (count / 32.0).ShouldBe(power.Members[seat].Banzhaf);
            }
        }
    }

    [Fact]
    public void An_objector_to_what_is_adopted_and_a_supporter_of_what_fails_are_never_decisive() =>
        Gen.String[Gen.Char["SAO"], 5, 5].Sample(ballots =>
    {
        foreach (var rule in Rules.Select(RuleOf))
        {
            var (seated, tally) = (new SeatedRule(rule, Table), Parse(ballots));
            (Decisiveness.Of(seated, tally, 5) & (seated.Adopts(tally) ? tally.Objectors : tally.Supporters)).IsEmpty.ShouldBeTrue();
        }
    });

    private static DecisionRule RuleOf(string name) => name switch
    {
        "consensus" => new Consensus(),
        "unanimity" => new Unanimity(),
        "majority" => new Criterion { Quota = Quota.MoreThan(0.5m) },
        "population" => new Criterion { Quota = Quota.MoreThan(0.5m), Weight = new VotingWeight.Population() },
        _ => new OptOut(1, new Consensus()),
    };

    private static Tally Parse(string ballots) => new(Those('S', ballots), Those('O', ballots));

    private static Coalition Those(char ballot, string ballots) =>
        Enumerable.Range(0, ballots.Length).Where(seat => ballots[seat] == ballot)
            .Aggregate(Coalition.Empty, (coalition, seat) => coalition | Coalition.Of(seat));
}
