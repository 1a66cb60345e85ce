using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>The rows of one arm as counts and moments: all that its estimates need, whatever the number of replications.</summary>
internal sealed class ArmTally
{
    private readonly Arm _arm;
    private readonly DurationTally _durations;
    private readonly (string Name, Moments Moments)[] _measures;
    private readonly BallotTally _ballots;

    public ArmTally(Arm arm, IEnumerable<string> measures)
    {
        (_arm, _durations) = (arm, new(arm.Terms.Settings.Rounds, arm.Terms.Settings.RoundDays));
        _measures = [.. measures.Select(name => (name, new Moments()))];
        _ballots = new(arm.Terms);
    }

    /// <summary>Adds how long the deliberations of a part took, and by which ballots they ended.</summary>
    public void Add(double[] rounds, double[] decided, ReadOnlyMemory<char>[] ballots)
    {
        _durations.Add(rounds, decided);
        _ballots.Add(ballots, rounds, decided);
    }

    /// <summary>Adds a column of a measure.</summary>
    public void AddMeasure(int measure, double[] values) => _measures[measure].Moments.Add(values);

    /// <summary>The estimates.</summary>
    public ArmSummary Summarize()
    {
        var durations = _durations.Durations();
        return new()
        {
            Arm = _arm,
            Replications = durations.Total,
            DecidedShare = durations.DecidedShare(),
            MedianDays = durations.MedianDays(),
            RestrictedMeanDays = durations.RestrictedMeanDays(),
            Rounds = _durations.Rounds(),
            Measures = [.. _measures.Select(measure => KeyValuePair.Create(measure.Name, measure.Moments.Interval()))],
            Survival = new() { Days = [], Survival = [], Low = [], High = [], AtRisk = [] },
            RoundsCounts = _durations.Counts(),
            Members = [.. _ballots.Members()],
            Agreement = new() { Pairs = [], Kappas = [], FleissKappa = double.NaN, KrippendorffAlpha = double.NaN },
        };
    }
}
