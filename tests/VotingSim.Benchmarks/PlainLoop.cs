using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Benchmarks;

/// <summary>The engine without grains: the same chair and delegations, called in a loop on one thread.</summary>
internal sealed class PlainLoop(DeliberationTerms terms)
{
    private readonly Chair _chair = new(terms);
    private readonly Delegation[] _members =
        [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed, terms.Uncertainty))];

    /// <returns>Member-rounds.</returns>
    public long Deliberate(int replications, int cohortSize) => Results(replications, cohortSize).Sum(RoundsOf) * _members.Length;

    /// <returns>The number of rounds of every replication.</returns>
    public int[] Rounds(int replications, int cohortSize) => [.. Results(replications, cohortSize).SelectMany(result => result.Rounds).Take(replications)];

    private IEnumerable<CohortResult> Results(int replications, int cohortSize)
    {
        for (var first = 0; first < replications; first += cohortSize)
        {
            var cohort = new Cohort((uint)first, cohortSize);
            if (_chair.Open(cohort, Array.ConvertAll(_members, member => member.Open(cohort))))
            {
                var brief = _chair.Brief();
                _chair.Begin(Array.ConvertAll(_members, member => member.Consult(brief)));
                do
                {
                    brief = _chair.Brief();
                }
                while (_chair.Conclude(Array.ConvertAll(_members, member => member.Answer(brief))));
            }

            yield return _chair.Result();
        }
    }

    public static long RoundsOf(CohortResult result)
    {
        var sum = 0L;
        foreach (var rounds in result.Rounds)
        {
            sum += rounds;
        }

        return sum;
    }
}
