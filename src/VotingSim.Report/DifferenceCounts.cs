using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>In how many worlds a contrast has which paired difference, counted from the stored rows in steps: what a histogram is drawn
/// from.</summary>
/// <param name="Name">Column: <c>days</c>, or a measure.</param>
/// <param name="Counts">Number of worlds by difference, rule less baseline, in rising order; the steps are those of <see
/// cref="WorldMeasure"/>.</param>
public sealed record DifferenceCounts(string Name, ImmutableArray<KeyValuePair<double, long>> Counts)
{
    /// <summary>Number of worlds in which the difference is defined.</summary>
    public long Worlds => Counts.Sum(count => count.Value);

    /// <summary>Counts the days and the agreement of a contrast, over all its pairs of arms. Memory does not grow with the number of
    /// replications.</summary>
    public static async Task<ImmutableArray<DifferenceCounts>> ReadAsync(ExperimentPlan plan, Contrast contrast, ResultsFolder folder)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(contrast);
        ArgumentNullException.ThrowIfNull(folder);
        const string agreement = "agreement_index";
        var (days, others) = (new Dictionary<long, long>(), new Dictionary<long, long>());
        var (dayStep, step) = (WorldMeasure.DayResolution(contrast.Pairs.SelectMany(pair => new[] { pair.Baseline, pair.Arm })),
            WorldMeasure.Resolution(agreement));
        var stored = new StoredRows(plan, folder);
        foreach (var (baseline, arm) in contrast.Pairs)
        {
            var horizon = Math.Min(arm.Terms.Settings.HorizonDays, baseline.Terms.Settings.HorizonDays);
            for (var slice = 0; slice < stored.Layout.CountOf(arm); slice++)
            {
                await using var rows = await stored.OpenAsync(arm, slice);
                await using var theirs = await stored.OpenAsync(baseline, slice);
                Add(days, dayStep, Array.ConvertAll(await rows.NumbersAsync("days"), Capped),
                    Array.ConvertAll(await theirs.NumbersAsync("days"), Capped));
                Add(others, step, await rows.NumbersAsync(agreement), await theirs.NumbersAsync(agreement));
            }

            double Capped(double day) => Math.Min(day, horizon);
        }

        return [Of("days", days, dayStep), Of(agreement, others, step)];
    }

    private static DifferenceCounts Of(string name, Dictionary<long, long> counts, double step) =>
        new(name, [.. counts.OrderBy(count => count.Key).Select(count => KeyValuePair.Create(count.Key * step, count.Value))]);

    private static void Add(Dictionary<long, long> counts, double step, double[] rule, double[] baseline)
    {
        foreach (var (mine, other) in rule.Zip(baseline))
        {
            if (!double.IsNaN(mine - other))
            {
                var place = (long)Math.Round((mine - other) / step, MidpointRounding.AwayFromZero);
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
        }
    }
}
