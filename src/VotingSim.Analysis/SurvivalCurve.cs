using System.Collections.Immutable;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>A Kaplan-Meier curve of time to decision: a step function, each value holding from its day until the next.</summary>
/// <remarks>
/// The first point is day 0, where all are undecided; then come the days on which something was decided; the last is the horizon, to which
/// the curve extends. Of more than <see cref="MostSteps"/> such days those are kept on which the curve has fallen by another share of 1 /
/// <see cref="MostSteps"/>: what is said of a kept day is exact.
/// </remarks>
public sealed record SurvivalCurve
{
    /// <summary>Of more days than these some are left out.</summary>
    public const int MostSteps = 1000;

    /// <summary>Days from the event, rising.</summary>
    public required ImmutableArray<double> Days { get; init; }

    /// <summary>Share still undecided after the day. Range: 0 to 1.</summary>
    public required ImmutableArray<double> Survival { get; init; }

    /// <summary>Lower limit of the 95 % interval of that share, day by day. NaN where it is undefined.</summary>
    public required ImmutableArray<double> Low { get; init; }

    /// <summary>Upper limit.</summary>
    public required ImmutableArray<double> High { get; init; }

    /// <summary>Number undecided before the day, and so at risk of being decided on it.</summary>
    public required ImmutableArray<long> AtRisk { get; init; }

    /// <summary>The curve of an estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="total">Number of deliberations.</param>
    /// <param name="horizon">End of observation. Unit: days from the event.</param>
    internal static SurvivalCurve Of(KaplanMeier estimate, long total, double horizon)
    {
        var steps = Thinned(estimate.Steps);
        steps.Insert(0, new(0, total, 0, 0, 1, 0, double.NaN, double.NaN));
        if (steps[^1].Time < horizon)
        {
            // All have decided before.
            steps.Add(steps[^1] with { Time = horizon, AtRisk = 0, Decided = 0 });
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

    private static List<SurvivalStep> Thinned(IReadOnlyList<SurvivalStep> all)
    {
        if (all.Count <= MostSteps)
        {
            return [.. all];
        }

        var (kept, last) = (new List<SurvivalStep>(), 1.0);
        foreach (var step in all)
        {
            if (last - step.Survival >= 1.0 / MostSteps || step == all[^1])
            {
                kept.Add(step);
                last = step.Survival;
            }
        }

        return kept;
    }
}
