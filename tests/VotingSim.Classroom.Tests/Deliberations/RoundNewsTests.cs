using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>Who is told to stand in the way of a text, and who carries it.</summary>
public class RoundNewsTests
{
    [Theory]
    [InlineData("SSSSSSAAOO", true)] // six of ten, just enough: without any of them there were no majority
    [InlineData("SSSSSAAAOO", false)] // one short: whoever supported it would carry it
    public void Members_that_carry_a_majority_which_waits_for_consensus_are_not_in_the_way(string ballots, bool isMajority)
    {
        var terms = TermsReader.Read(members: "asean-10", crisis: "myanmar-2021", rule: "simple-majority", seed: 1);
        var rule = new RuleTimetable(terms).InRound(0);
        Ballot[] cast = [.. ballots.Select(letter => letter switch { 'S' => Ballot.Support, 'A' => Ballot.Abstention, _ => Ballot.Objection })];
        var tally = RoundView.TallyOf(cast);
        var round = new RoundView
        {
            Number = 1,
            Day = 7,
            Draft = [39],
            Opinions = [],
            Urgency = 0,
            Ballots = [.. cast],
            Tally = tally,
            Reading = rule.Read(tally),
            Pivotal = rule.Pivotal(tally),
        };
        round.Reading.IsMet.ShouldBe(isMajority);
        round.Pivotal.IsEmpty.ShouldBeFalse();
        var news = RoundNews.Of(terms, round);
        news.Contains("in the way", StringComparison.Ordinal).ShouldBe(!isMajority);
        news.ShouldContain(isMajority ? "Not adopted yet." : "Not adopted.");
        SeatNote.Of(round with { Pivotal = Rules.Coalition.Of(0) }, 10, 0).ShouldBe(isMajority ? "pivotal" : "blocks alone");
    }
}
