using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Deliberation;

namespace VotingSim.Core.Tests.Deliberation;

/// <summary>Memory is taken for a cohort, and not for its rounds.</summary>
public class AllocationTests
{
    // A brief: its references and a few numbers.
    private const long MostBytesOfRound = 200;

    [Theory]
    [InlineData(64)]
    [InlineData(4096)]
    public void A_round_takes_no_memory_but_its_brief(int replications)
    {
        // Nobody ends before the horizon: a majority waits for consensus, and the first member's red lines are crossed by every text.
        var world = new AnyWorld(3).Terms();
        var first = world.Crisis.Stances[0];
        var terms = world with
        {
            Settings = world.Settings with { Calendar = new() { PatienceDays = 10_000 }, HorizonDays = 730 },
            Crisis = world.Crisis with { Stances = [first with { RedLines = [.. first.Position.Select(_ => new Tolerance(-2, -1))] }, .. world.Crisis.Stances[1..]] },
        };
        var chair = new Chair(terms);
        Delegation[] members =
            [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed))];
        var replies = new Reply[members.Length];
        // The least of some cohorts: now and then the runtime itself takes memory on this thread, and what a round takes, every round does.
        Enumerable.Range(0, 5).Min(_ => BytesPerRound(chair, members, replies, replications)).ShouldBeLessThanOrEqualTo(MostBytesOfRound);
    }

    private static long BytesPerRound(Chair chair, Delegation[] members, Reply[] replies, int replications)
    {
        var cohort = new Cohort(0, replications);
        chair.Open(cohort, [.. members.Select(member => member.Open(cohort))]).ShouldBeTrue();
        var brief = chair.Brief();
        chair.Begin([.. members.Select(member => member.Consult(brief))]);
        var (before, rounds, goesOn) = (GC.GetAllocatedBytesForCurrentThread(), 0, true);
        while (goesOn)
        {
            brief = chair.Brief();
            for (var seat = 0; seat < members.Length; seat++)
            {
                replies[seat] = members[seat].Answer(brief);
            }

            goesOn = chair.Conclude(replies);
            rounds++;
        }

        rounds.ShouldBeGreaterThan(3);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / rounds;
    }
}
