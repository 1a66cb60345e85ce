using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>Two arms of a group side by side, replication by replication, as counts and as moments of their differences.</summary>
internal sealed class PairTally
{
    /// <summary>Of longer deliberations the pairs of durations are not counted: the table would not fit.</summary>
    private const int MostRounds = 4096;

    private readonly PairedDurations? _durations;
    private readonly Moments _rounds = new();
    private readonly Moments _decided = new();
    private readonly (string Name, Moments Moments)[] _measures;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="baseline">What the arm is compared with.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="measures">The measures of which the differences are wanted, in the order of the columns.</param>
    /// <param name="countsDurations">Whether the pairs of durations are counted, for hazard ratio, log-rank test and who is earlier.</param>
    public PairTally(Arm baseline, Arm arm, IEnumerable<string> measures, bool countsDurations)
    {
        var (one, other) = (baseline.Terms.Settings, arm.Terms.Settings);
        _durations = countsDurations && Math.Max(one.Rounds, other.Rounds) <= MostRounds ? new(one.Rounds, one.RoundDays, other.Rounds, other.RoundDays) : null;
        (Baseline, Arm) = (baseline, arm);
        _measures = [.. measures.Select(name => (name, new Moments()))];
    }

    public Arm Baseline { get; }

    public Arm Arm { get; }

    /// <summary>Adds how long the deliberations of a part took.</summary>
    public void Add((double[] Baseline, double[] Arm) rounds, (double[] Baseline, double[] Arm) decided)
    {
        _rounds.AddDifferences(rounds.Arm, rounds.Baseline);
        _decided.AddDifferences(decided.Arm, decided.Baseline);
        for (var row = 0; _durations is not null && row < rounds.Arm.Length; row++)
        {
            _durations.Add((int)rounds.Baseline[row], decided.Baseline[row] > 0, (int)rounds.Arm[row], decided.Arm[row] > 0);
        }
    }

    /// <summary>Whether the differences of a measure are wanted.</summary>
    public bool Has(string name) => Array.Exists(_measures, measure => measure.Name == name);

    /// <summary>Adds a column of a measure.</summary>
    public void AddMeasure(string name, (double[] Baseline, double[] Arm) values) => Find(name).AddDifferences(values.Arm, values.Baseline);

    /// <summary>Mean difference of the days until the decision or the horizon, arm minus baseline.</summary>
    public Estimate Days()
    {
        var (rounds, length) = (_rounds.Interval(), Arm.Terms.Settings.RoundDays);
        return new(rounds.Value * length, rounds.Low * length, rounds.High * length);
    }

    /// <summary>Mean difference of a measure, arm minus baseline.</summary>
    public Estimate Measure(string name) => Find(name).Interval();

    /// <summary>The comparison, not yet corrected for the number of comparisons.</summary>
    public ArmComparison Compare()
    {
        var durations = _durations?.Compare();
        return new()
        {
            Baseline = Baseline,
            Arm = Arm,
            IsPaired = true,
            Replications = _rounds.Count,
            HazardRatio = durations?.HazardRatio ?? Estimate.Undefined,
            HazardRatioP = durations?.HazardRatioP ?? double.NaN,
            HolmP = double.NaN,
            LogRank = durations?.LogRank ?? new(double.NaN, 0),
            RestrictedMeanDifference = durations?.RestrictedMeanDifference ?? Days(),
            Earlier = durations?.Earlier ?? Estimate.Undefined,
            Same = durations?.Same ?? Estimate.Undefined,
            Later = durations?.Later ?? Estimate.Undefined,
            Differences =
            [
                new("decided", _decided.Count, _decided.Interval(), _decided.ProbabilityOfZeroMean(), double.NaN),
                new("rounds", _rounds.Count, _rounds.Interval(), _rounds.ProbabilityOfZeroMean(), double.NaN),
                .. _measures.Select(measure => new PairedDifference(measure.Name, measure.Moments.Count, measure.Moments.Interval(), measure.Moments.ProbabilityOfZeroMean(), double.NaN)),
            ],
        };
    }

    private Moments Find(string name) => Array.Find(_measures, measure => measure.Name == name).Moments;
}
