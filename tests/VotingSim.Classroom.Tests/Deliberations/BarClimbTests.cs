using CsCheck;
using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>How bars climb while ballots are opened.</summary>
public class BarClimbTests
{
    [Fact]
    public void Each_piece_of_a_bar_is_what_the_member_weighs_if_it_is_on_the_side_of_adoption()
    {
        var terms = TermsReader.Read(members: "asean-10", crisis: "myanmar-2021", rule: "asean-qmv", seed: 1);
        Ballot[] ballots = [.. terms.Roster.Members.Select((_, seat) => seat % 4 == 1 ? Ballot.Objection : seat == 2 ? Ballot.Abstention : Ballot.Support)];
        var climb = BarClimb.Of(new RuleTimetable(terms).InRound(0), ballots);
        climb.Length.ShouldBe(2);
        var people = terms.Roster.Members.Sum(member => (double)member.Population);
        for (var seat = 0; seat < ballots.Length; seat++)
        {
            var isFor = ballots[seat] == Ballot.Support;
            (climb[0][seat + 1] - climb[0][seat]).ShouldBe(isFor ? 0.1 : 0, 1e-12);
            (climb[1][seat + 1] - climb[1][seat]).ShouldBe(isFor ? (double)terms.Roster.Members[seat].Population / people : 0, 1e-12);
        }
    }

    [Fact]
    public void Under_consensus_it_climbs_with_everybody_who_does_not_object()
    {
        var terms = TermsReader.Read(members: "asean-10", crisis: "myanmar-2021", rule: "consensus", seed: 1);
        Ballot[] ballots = [Ballot.Abstention, Ballot.Objection, .. Enumerable.Repeat(Ballot.Support, 8)];
        BarClimb.Of(new RuleTimetable(terms).InRound(0), ballots).ShouldHaveSingleItem()
            .ShouldBe([0, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], 1e-12);
    }

    [Fact]
    public void Under_any_rule_it_never_falls_and_ends_where_the_rule_reads_all_ballots() => RandomTables.Any.Sample(
        table =>
        {
            var rule = new SeatedRule(table.Rule, table.Roster);
            foreach (var ballots in table.Rounds.Take(5))
            {
                var climb = BarClimb.Of(rule, ballots);
                var parts = rule.Read(RoundView.TallyOf(ballots)).Quotas.ToArray();
                climb.Length.ShouldBe(parts.Length);
                foreach (var (bar, part) in climb.Zip(parts))
                {
                    bar.Length.ShouldBe(ballots.Length + 1);
                    bar.Zip(bar.Skip(1)).ShouldAllBe(step => step.Second >= step.First);
                    bar[^1].ShouldBe(part.Whole == 0 ? 0 : Math.Clamp((double)(part.Reached / part.Whole), 0, 1), 1e-12);
                }
            }
        },
        iter: 300);
}
