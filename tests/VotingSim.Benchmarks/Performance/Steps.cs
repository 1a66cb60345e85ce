using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Benchmarks.Performance;

/// <summary>The engine in a loop, with a look at the processor's time between its steps.</summary>
internal sealed class Steps(DeliberationTerms terms)
{
    public static string[] Names { get; } =
        ["openings, a replication's", "members: consultation, concession, ballot", "chair: tally, reaction, draft", "results, a replication's"];

    private readonly Chair _chair = new(terms);
    private readonly Delegation[] _members =
        [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed, terms.Uncertainty))];

    private readonly double[] _time = new double[Names.Length];
    private double _last;

    /// <returns>Nanoseconds per member-round, step by step.</returns>
    public double[] Deliberate(int replications, int cohortSize)
    {
        Array.Clear(_time);
        var rounds = 0L;
        for (var first = 0; first < replications; first += cohortSize)
        {
            _last = ProcessorTime.Here;
            var cohort = new Cohort((uint)first, cohortSize);
            var opens = _chair.Open(cohort, Array.ConvertAll(_members, member => member.Open(cohort)));
            if (opens)
            {
                var brief = _chair.Brief();
                _chair.Begin(Array.ConvertAll(_members, member => member.Consult(brief)));
            }

            Note(0);
            while (opens)
            {
                var brief = _chair.Brief();
                var replies = Array.ConvertAll(_members, member => member.Answer(brief));
                Note(1);
                opens = _chair.Conclude(replies);
                Note(2);
            }

            rounds += PlainLoop.RoundsOf(_chair.Result());
            Note(3);
        }

        return Array.ConvertAll(_time, time => time / rounds / _members.Length);
    }

    private void Note(int step)
    {
        var now = ProcessorTime.Here;
        _time[step] += now - _last;
        _last = now;
    }
}
