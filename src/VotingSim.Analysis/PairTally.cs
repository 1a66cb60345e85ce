using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>Two arms of a group side by side, replication by replication, as counts and as moments of their differences.</summary>
internal sealed class PairTally
{
    private readonly PairedDurations? _durations;
    private readonly Moments _days = new();
    private readonly Moments _rounds = new();
    private readonly Moments _decided = new();
    private readonly (string Name, Moments Moments)[] _measures;
    private readonly double _horizon;
    private readonly MemberDifferences? _members;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="baseline">What the arm is compared with.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="measures">The measures of which the differences are wanted, in the order of the columns.</param>
    /// <param name="dayResolution">Step by which differences in days are counted.</param>
    /// <param name="isFull">Whether worlds and pairs of durations are counted as well, for who is earlier, hazard ratio and log-rank test.</param>
    public PairTally(Arm baseline, Arm arm, IEnumerable<string> measures, double dayResolution, bool isFull)
    {
        var (one, other) = (baseline.Terms.Settings.HorizonDays, arm.Terms.Settings.HorizonDays);
        (Baseline, Arm, _horizon) = (baseline, arm, Math.Min(one, other));
        _durations = isFull ? new(one, other) : null;
        Worlds = isFull ? new(dayResolution) : null;
        _members = isFull ? new(baseline, arm) : null;
        _measures = [.. measures.Select(name => (name, new Moments()))];
    }

    public Arm Baseline { get; }

    public Arm Arm { get; }

    /// <summary>The differences world by world; null where they are not counted.</summary>
    public WorldTally? Worlds { get; }

    /// <summary>Adds how long the deliberations of a part took.</summary>
    public void Add((double[] Baseline, double[] Arm) days, (double[] Baseline, double[] Arm) decided, (double[] Baseline, double[] Arm) rounds)
    {
        _days.AddDifferences(days.Arm, days.Baseline);
        _rounds.AddDifferences(rounds.Arm, rounds.Baseline);
        _decided.AddDifferences(decided.Arm, decided.Baseline);
        Worlds?.AddDays(days, decided, _horizon);
        for (var row = 0; _durations is not null && row < days.Arm.Length; row++)
        {
            _durations.Add(days.Baseline[row], decided.Baseline[row] > 0, days.Arm[row], decided.Arm[row] > 0);
        }
    }

    /// <summary>Whether the differences of a measure are wanted.</summary>
    public bool Has(string name) => Array.Exists(_measures, measure => measure.Name == name);

    /// <summary>Adds a column of a measure.</summary>
    public void AddMeasure(string name, (double[] Baseline, double[] Arm) values)
    {
        Find(name).AddDifferences(values.Arm, values.Baseline);
        _members?.Add(name, values);
        if (WorldMeasure.Is(name))
        {
            Worlds?.AddMeasure(name, values);
        }
    }

    /// <summary>Mean difference of the days until the decision or the horizon, arm minus baseline.</summary>
    public Estimate Days() => _days.Interval();

    /// <summary>Mean difference of a measure, arm minus baseline.</summary>
    public Estimate Measure(string name) => Find(name).Interval();

    /// <summary>The comparison, not yet corrected for the number of comparisons.</summary>
    /// <exception cref="InvalidOperationException">The pair is not counted in full.</exception>
    public ArmComparison Compare()
    {
        if (_durations is null || Worlds is null)
        {
            throw new InvalidOperationException("The pair is not counted in full.");
        }

        var (durations, (early, late)) = (_durations.Compare(), _durations.Halves());
        return new()
        {
            Baseline = Baseline,
            Arm = Arm,
            IsPaired = true,
            Replications = _rounds.Count,
            Worlds = Worlds.Compare(),
            HazardRatio = durations.HazardRatio,
            HazardRatioP = durations.HazardRatioP,
            HolmP = double.NaN,
            ProportionalHazards = _durations.Proportionality(),
            EarlyHazardRatio = early,
            LateHazardRatio = late,
            LogRank = durations.LogRank,
            RestrictedMeanDifference = durations.RestrictedMeanDifference,
            Differences =
            [
                new("decided", _decided.Count, MeasureRange.Share.Difference(_decided), _decided.ProbabilityOfZeroMean(), double.NaN),
                new("rounds", _rounds.Count, _rounds.Interval(), _rounds.ProbabilityOfZeroMean(), double.NaN),
                .. _measures.Select(measure => new PairedDifference(
                    measure.Name,
                    measure.Moments.Count,
                    MeasureRange.Of(measure.Name, Arm).Difference(measure.Moments),
                    measure.Moments.ProbabilityOfZeroMean(),
                    double.NaN)),
            ],
            Members = _members?.Compare() ?? [],
        };
    }

    private Moments Find(string name) => Array.Find(_measures, measure => measure.Name == name).Moments;
}
