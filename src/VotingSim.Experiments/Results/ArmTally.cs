using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>The rows of one arm as counts and moments: all that its estimates need, whatever the number of replications.</summary>
internal sealed class ArmTally
{
    private readonly Arm _arm;
    private readonly Moments _rounds = new();
    private readonly (string Name, Moments Moments)[] _measures;
    private readonly long[] _decided;
    private readonly BallotTally _ballots;
    private long _undecided;

    public ArmTally(Arm arm, IEnumerable<string> measures)
    {
        (_arm, _decided) = (arm, new long[arm.Terms.Settings.Rounds + 1]);
        _measures = [.. measures.Select(name => (name, new Moments()))];
        _ballots = new(arm.Terms);
    }

    /// <summary>Adds how long the deliberations of a part took, and by which ballots they ended.</summary>
    public void Add(double[] rounds, double[] decided, ReadOnlyMemory<char>[] ballots)
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

        _ballots.Add(ballots, rounds, decided);
    }

    /// <summary>Adds a column of a measure.</summary>
    public void AddMeasure(int measure, double[] values) => _measures[measure].Moments.Add(values);

    /// <summary>The estimates.</summary>
    public ArmSummary Summarize()
    {
        var settings = _arm.Terms.Settings;
        var durations = new DurationCounts(settings.Rounds, settings.RoundDays);
        durations.AddCensored(_undecided);
        for (var rounds = 1; rounds < _decided.Length; rounds++)
        {
            durations.Add(rounds, _decided[rounds]);
        }

        return new()
        {
            Arm = _arm,
            Replications = durations.Total,
            DecidedShare = durations.DecidedShare(),
            MedianDays = durations.MedianDays(),
            RestrictedMeanDays = durations.RestrictedMeanDays(),
            Rounds = _rounds.Interval(),
            Measures = [.. _measures.Select(measure => KeyValuePair.Create(measure.Name, measure.Moments.Interval()))],
            Survival = new() { Days = [], Survival = [], Low = [], High = [], AtRisk = [] },
            RoundsCounts =
            [
                .. Enumerable.Range(1, settings.Rounds)
                    .Select(rounds => new RoundsCount(rounds, rounds * settings.RoundDays, _decided[rounds], rounds == settings.Rounds ? _undecided : 0))
                    .Where(count => count.Decided + count.Undecided > 0),
            ],
            Members = [.. _ballots.Members()],
            Agreement = new() { Pairs = [], Kappas = [], FleissKappa = double.NaN, KrippendorffAlpha = double.NaN },
        };
    }
}
