using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Statistics.Forecasts;
using VotingSim.Statistics.Survival;

namespace VotingSim.Evidence.Baselines;

/// <summary>The Kaplan-Meier curve of the others as a distribution; what is left at its end is never.</summary>
/// <param name="withinClass">Whether only others of the same class count.</param>
public sealed class SurvivalOfOthers(bool withinClass) : TimeBaseline(withinClass)
{
    private readonly bool _withinClass = withinClass;

    /// <inheritdoc/>
    public override string Name => _withinClass ? "kaplan-meier-class" : "kaplan-meier-all";

    /// <inheritdoc/>
    public override string Title => _withinClass ? "Kaplan-Meier, class" : "Kaplan-Meier, all";

    private protected override WeightedSample? Like(ImmutableArray<Case> others)
    {
        var durations = new DurationCounts();
        foreach (var other in others)
        {
            durations.Add(other.Record.Days!.Value, other.Record.IsDecided);
        }

        if (durations.Decided == 0)
        {
            return null;
        }

        var (steps, before, left) = (KaplanMeier.Of(durations).Steps, 1.0, 1.0);
        var (days, shares) = (new List<double>(), new List<double>());
        foreach (var step in steps)
        {
            days.Add(step.Time);
            shares.Add(before - step.Survival);
            left = before = step.Survival;
        }

        return WeightedSample.Of([.. days, double.PositiveInfinity], [.. shares, left]);
    }
}
