using System.Collections.Immutable;
using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>How long the deliberations of an arm took, as counts by rounds held.</summary>
internal sealed class DurationTally(int horizonRounds, double roundDays)
{
    private readonly Moments _rounds = new();
    private readonly long[] _decided = new long[horizonRounds + 1];
    private long _undecided;

    /// <summary>Adds the rows of a part.</summary>
    /// <param name="rounds">Rounds held.</param>
    /// <param name="decided">1 where a proposal was adopted, else 0.</param>
    public void Add(double[] rounds, double[] decided)
    {
        _rounds.Add(rounds);
        for (var row = 0; row < rounds.Length; row++)
        {
            if (decided[row] > 0)
            {
                _decided[(int)rounds[row]]++;
            }
            else
            {
                _undecided++;
            }
        }
    }

    /// <summary>Mean number of rounds held.</summary>
    public Estimate Rounds() => _rounds.Interval();

    /// <summary>The times to decision.</summary>
    public DurationCounts Durations()
    {
        var durations = new DurationCounts(horizonRounds, roundDays);
        durations.AddCensored(_undecided);
        for (var rounds = 1; rounds <= horizonRounds; rounds++)
        {
            durations.Add(rounds, _decided[rounds]);
        }

        return durations;
    }

    /// <summary>How many took how many rounds.</summary>
    public ImmutableArray<RoundsCount> Counts() =>
    [
        .. Enumerable.Range(1, horizonRounds)
            .Select(rounds => new RoundsCount(rounds, rounds * roundDays, _decided[rounds], rounds == horizonRounds ? _undecided : 0))
            .Where(count => count.Decided + count.Undecided > 0),
    ];
}
