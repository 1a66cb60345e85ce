using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>How long the deliberations of an arm took, as counts by the day of the decision and by rounds held.</summary>
/// <param name="horizon">End of observation. Unit: days from the event.</param>
internal sealed class DurationTally(double horizon)
{
    private readonly Moments _rounds = new();
    private readonly Dictionary<int, (long Decided, long Undecided)> _byRounds = [];
    private KaplanMeier? _curve;

    /// <summary>Days of decisions and horizons, as counts.</summary>
    public DurationCounts Days { get; } = new();

    /// <summary>Number of deliberations.</summary>
    public long Total => Days.Total;

    /// <summary>Adds the rows of a part.</summary>
    /// <param name="days">Day of the decision, or the horizon.</param>
    /// <param name="decided">1 where a proposal was adopted, else 0.</param>
    /// <param name="rounds">Rounds held.</param>
    public void Add(double[] days, double[] decided, double[] rounds)
    {
        _curve = null;
        _rounds.Add(rounds);
        for (var row = 0; row < days.Length; row++)
        {
            var isDecided = decided[row] > 0;
            Days.Add(days[row], isDecided);
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_byRounds, (int)rounds[row], out _);
            count = isDecided ? (count.Decided + 1, count.Undecided) : (count.Decided, count.Undecided + 1);
        }
    }

    /// <summary>Share that decided before the horizon.</summary>
    public Estimate DecidedShare() => Days.DecidedShare();

    /// <summary>Day by which half have decided.</summary>
    public Estimate MedianDays() => Curve().Median;

    /// <summary>Mean days until the decision or the horizon.</summary>
    public Estimate RestrictedMeanDays() => Curve().RestrictedMean(horizon).Interval;

    /// <summary>Mean number of rounds held.</summary>
    public Estimate Rounds() => MeasureRange.Counts.Mean(_rounds);

    /// <summary>The curve from the event to the horizon.</summary>
    public SurvivalCurve Survival() => SurvivalCurve.Of(Curve(), Total, horizon);

    /// <summary>How many held how many rounds.</summary>
    public ImmutableArray<RoundsCount> Counts() =>
        [.. _byRounds.OrderBy(count => count.Key).Select(count => new RoundsCount(count.Key, count.Value.Decided, count.Value.Undecided))];

    private KaplanMeier Curve() => _curve ??= KaplanMeier.Of(Days);
}
