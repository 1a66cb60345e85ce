using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>Two arms of a group side by side, replication by replication, as counts and as moments of their differences.</summary>
internal sealed class PairTally
{
    private readonly Moments _rounds = new();
    private readonly Moments _decided = new();
    private readonly (string Name, Moments Moments)[] _measures;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="baseline">What the arm is compared with.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="measures">The measures of which the differences are wanted, in the order of the columns.</param>
    public PairTally(Arm baseline, Arm arm, IEnumerable<string> measures)
    {
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
    public ArmComparison Compare() => new()
    {
        Baseline = Baseline,
        Arm = Arm,
        Replications = _rounds.Count,
        HazardRatio = Estimate.Undefined,
        HazardRatioP = double.NaN,
        HolmP = double.NaN,
        LogRank = new(double.NaN, double.NaN),
        RestrictedMeanDifference = Days(),
        Earlier = Estimate.Undefined,
        Same = Estimate.Undefined,
        Later = Estimate.Undefined,
        Differences =
        [
            new("decided", _decided.Count, _decided.Interval(), _decided.ProbabilityOfZeroMean(), double.NaN),
            new("rounds", _rounds.Count, _rounds.Interval(), _rounds.ProbabilityOfZeroMean(), double.NaN),
            .. _measures.Select(measure => new PairedDifference(measure.Name, measure.Moments.Count, measure.Moments.Interval(), measure.Moments.ProbabilityOfZeroMean(), double.NaN)),
        ],
    };

    private Moments Find(string name) => Array.Find(_measures, measure => measure.Name == name).Moments;
}
