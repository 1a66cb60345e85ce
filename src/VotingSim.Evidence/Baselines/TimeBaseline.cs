using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>A baseline of time: how long the others took.</summary>
/// <param name="withinClass">Whether only others of the same class count, where there are enough of them.</param>
public abstract class TimeBaseline(bool withinClass) : Baseline
{
    /// <inheritdoc/>
    public override bool IsOf(IReadOnlyList<Case> cases) => !withinClass || cases.Select(one => one.Class).Distinct().Skip(1).Any();

    /// <inheritdoc/>
    public sealed override Forecast Of(Case one, IReadOnlyList<Case> others)
    {
        ArgumentNullException.ThrowIfNull(one);
        var times = RecordedTimes.Once(others);
        var (own, days) = (withinClass ? times.RemoveAll(other => other.Class != one.Class) : times, (WeightedSample?)null);
        days = Like(own) ?? Like(times);
        return new() { Days = days };
    }

    /// <summary>What others say; null where they are too few.</summary>
    private protected abstract WeightedSample? Like(ImmutableArray<Case> others);

    /// <summary>log10 of the days of those that decided, and of those that are open as long as they have been. What failed did not take its time to
    /// a decision, and is left out.</summary>
    private protected static double[] LogDays(ImmutableArray<Case> others) =>
        [.. others.Where(other => other.Record.Ending != Configuration.RecordedEnding.Failed).Select(other => Math.Log10(other.Record.Days!.Value))];
}
