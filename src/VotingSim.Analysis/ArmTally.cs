using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Power;

namespace VotingSim.Analysis;

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
    public void AddMeasure(string name, double[] values) => Array.Find(_measures, measure => measure.Name == name).Moments.Add(values);

    /// <summary>The estimates.</summary>
    /// <param name="power">A-priori power under the rule of the first round; null where it cannot be computed.</param>
    public ArmSummary Summarize(PowerProfile? power)
    {
        return new()
        {
            Arm = _arm,
            Replications = _durations.Total,
            DecidedShare = _durations.DecidedShare(),
            MedianDays = _durations.MedianDays(),
            RestrictedMeanDays = _durations.RestrictedMeanDays(),
            Rounds = _durations.Rounds(),
            Measures = [.. _measures.Select(measure => KeyValuePair.Create(measure.Name, measure.Moments.Interval()))],
            Survival = _durations.Survival(),
            RoundsCounts = _durations.Counts(),
            Members = [.. _ballots.Members(power)],
            Agreement = _ballots.Agreement(),
        };
    }
}
