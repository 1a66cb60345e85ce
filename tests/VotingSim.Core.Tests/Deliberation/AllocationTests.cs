using VotingSim.Cohorts;
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
        // A majority that waits for consensus until the horizon, so that there are rounds of every kind.
        var world = new AnyWorld(3).Terms();
        var terms = world with { Settings = world.Settings with { Calendar = world.Settings.Calendar with { PatienceDays = 10_000 } } };
        var chair = new Chair(terms);
        Delegation[] members =
            [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed))];
        var replies = new Reply[members.Length];
        BytesPerRound(chair, members, replies, replications);

        BytesPerRound(chair, members, replies, replications).ShouldBeLessThanOrEqualTo(MostBytesOfRound);
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
