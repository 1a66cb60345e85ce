using System.Collections.Immutable;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>How long the deliberations of an arm took, as counts by rounds held.</summary>
internal sealed class DurationTally(int horizonRounds, double roundDays)
{
    private readonly Moments _rounds = new();
    private readonly long[] _decided = new long[horizonRounds + 1];
    private long _undecided;
    private KaplanMeier? _curve;

    /// <summary>Adds the rows of a part.</summary>
    /// <param name="rounds">Rounds held.</param>
    /// <param name="decided">1 where a proposal was adopted, else 0.</param>
    public void Add(double[] rounds, double[] decided)
    {
        _curve = null;
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

    /// <summary>Number of deliberations.</summary>
    public long Total => _rounds.Count;

    /// <summary>Share that decided before the horizon.</summary>
    public Estimate DecidedShare() => Proportion.Wilson(Total - _undecided, Total);

    /// <summary>Day by which half have decided.</summary>
    public Estimate MedianDays() => Curve().Median;

    /// <summary>Mean days until the decision or the horizon.</summary>
    public Estimate RestrictedMeanDays() => Curve().RestrictedMean(horizonRounds * roundDays).Interval;

    /// <summary>Mean number of rounds held.</summary>
    public Estimate Rounds() => _rounds.Interval();

    /// <summary>The curve from the opening to the horizon.</summary>
    public SurvivalCurve Survival()
    {
        var steps = Curve().Steps.ToList();
        steps.Insert(0, new(0, Total, 0, 0, 1, 0, double.NaN, double.NaN));
        if (steps[^1].Time < horizonRounds * roundDays)
        {
            // All have decided before.
            steps.Add(steps[^1] with { Time = horizonRounds * roundDays, AtRisk = 0, Decided = 0 });
        }

        return new()
        {
            Days = [.. steps.Select(step => step.Time)],
            Survival = [.. steps.Select(step => step.Survival)],
            Low = [.. steps.Select(step => step.Low)],
            High = [.. steps.Select(step => step.High)],
            AtRisk = [.. steps.Select(step => step.AtRisk)],
        };
    }

    /// <summary>How many took how many rounds.</summary>
    public ImmutableArray<RoundsCount> Counts() =>
    [
        .. Enumerable.Range(1, horizonRounds)
            .Select(rounds => new RoundsCount(rounds, rounds * roundDays, _decided[rounds], rounds == horizonRounds ? _undecided : 0))
            .Where(count => count.Decided + count.Undecided > 0),
    ];

    private KaplanMeier Curve()
    {
        if (_curve is null)
        {
            var durations = new DurationCounts();
            for (var rounds = 1; rounds <= horizonRounds; rounds++)
            {
                durations.Add(rounds * roundDays, decided: true, _decided[rounds]);
            }

            durations.Add(horizonRounds * roundDays, decided: false, _undecided);
            _curve = KaplanMeier.Of(durations);
        }

        return _curve;
    }
}
