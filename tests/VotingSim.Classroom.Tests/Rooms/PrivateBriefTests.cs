using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Crises;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Briefs say what the configuration says, and no more than that of one member.</summary>
public class PrivateBriefTests(SiloFixture silo)
{
    private Convener Convener => new(new() { Folder = Path.GetTempPath() }, silo.Grains);

    [Fact]
    public void Every_member_has_a_brief_in_every_crisis_with_its_own_numbers()
    {
        foreach (var crisis in Convener.Catalogue.Where(entry => entry.Kind == "crisis").Select(entry => entry.Name))
        {
            var terms = Convener.Plan(new() { Crisis = crisis }).Arms[0].Terms;
            for (var seat = 0; seat < terms.Roster.Size; seat++)
            {
                var brief = PrivateBrief.Of(terms, seat);
                brief.Code.ShouldBe(terms.Roster.Members[seat].Code);
                brief.Issues.Select(issue => issue.Position).ShouldBe(terms.Crisis.Stances[seat].Position);
                brief.Issues.Select(issue => issue.Salience).ShouldBe(terms.Crisis.Stances[seat].Salience);
                brief.Interests.Length.ShouldBe(terms.Crisis.Issues.Length + 1);
                var lines = terms.Crisis.Stances[seat].RedLines.Count(line => line != Tolerance.Anything);
                brief.RedLines.Count(line => line.StartsWith("Object to every text", StringComparison.Ordinal)).ShouldBe(lines);
            }
        }
    }

    [Fact]
    public void A_brief_is_written_in_words_that_a_delegation_can_use()
    {
        var terms = Convener.Plan(new() { Crisis = "myanmar-2021" }).Arms[0].Terms;
        var brief = PrivateBrief.Of(terms, 2);
        brief.Interests[0].ShouldBe("On intervention your ideal is 70 (between “an envoy with a deadline” and “the junta is kept out of meetings”), and the status quo is 5 (between “an internal matter, no action” and “a statement of concern”): you want to go far towards “suspension and sanctions”. It is vital to you (85 of 100).");
        brief.MaySay[1].ShouldBe("On intervention what the others say may move what you say, by up to 6\u00A0% of the way from 70 to where they stand.");
        brief.Bargaining[1].ShouldBe("Unity: if a text falls short of what you ask for by no more than 0.10 (your ideal is worth 1), vote for it all the same.");
        brief.Bargaining[2].ShouldBe("Reticence: if it falls short by up to 0.05 more, swallow it in silence: abstain. Beyond that, object.");
    }
}
