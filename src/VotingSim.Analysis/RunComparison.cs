using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis;

/// <summary>Compares the arms of two runs with the same seed: what a change of the configuration does to each arm, replication by
/// replication.</summary>
public static class RunComparison
{
    /// <summary>Every arm of the other run against the arm of the same id in the first; arms that only one of them has are left out.</summary>
    /// <param name="baseline">The run that is compared with.</param>
    /// <param name="other">The other run, of the same seed: equal replications of both met the same luck. The smaller number of
    /// replications is compared.</param>
    /// <param name="progress">Told of the replications that are compared.</param>
    /// <exception cref="ArgumentException">The seeds differ.</exception>
    public static async Task<ImmutableArray<ArmComparison>> ReadAsync(
        (ExperimentPlan Plan, ResultsFolder Folder) baseline,
        (ExperimentPlan Plan, ResultsFolder Folder) other,
        IProgress<RunProgress>? progress = null)
    {
        if (baseline.Plan.Seed != other.Plan.Seed)
        {
            throw new ArgumentException(
                $"The runs have different seeds, {baseline.Plan.Seed} and {other.Plan.Seed}, "
                    + "and cannot be compared replication by replication.",
                nameof(other));
        }

        var known = baseline.Plan.Arms.ToDictionary(arm => arm.Id, StringComparer.Ordinal);
        var pairs = other.Plan.Arms.Where(arm => known.ContainsKey(arm.Id)).Select(arm => (Baseline: known[arm.Id], Arm: arm)).ToArray();
        var comparisons = new ArmComparison[pairs.Length];
        var (left, right) = (new StoredRows(baseline.Plan, baseline.Folder), new StoredRows(other.Plan, other.Folder));
        var replications = Math.Min(baseline.Plan.Replications, other.Plan.Replications);
        var done = 0L;
        await Parallel.ForEachAsync(Enumerable.Range(0, pairs.Length), async (index, _) =>
        {
            comparisons[index] = await CompareAsync(left, right, replications, pairs[index].Baseline, pairs[index].Arm);
            progress?.Report(new(Interlocked.Add(ref done, replications), 0, replications * pairs.Length));
        });
        var adjusted = Holm.Adjust([.. comparisons.Select(comparison => comparison.HazardRatioP)]);
        var byName = comparisons.SelectMany(comparison => comparison.Differences.Select(difference => difference.Name))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => Adjusted(comparisons, name), StringComparer.Ordinal);
        return
        [
            .. comparisons.Select((comparison, index) => comparison with
            {
                HolmP = adjusted[index],
                Differences =
                [
                    .. comparison.Differences.Select(difference =>
                        difference with { HolmP = byName[difference.Name][index] })
                ],
            }),
        ];
    }

    // Crises may differ in their issues, so that not every comparison has every measure.
    private static double[] Adjusted(ArmComparison[] comparisons, string name) =>
        Holm.Adjust(
        [
            .. comparisons.Select(comparison => comparison.Differences
                .Where(difference => difference.Name == name)
                .Select(difference => difference.P)
                .DefaultIfEmpty(double.NaN)
                .First())
        ]);

    private static async Task<ArmComparison> CompareAsync(StoredRows baseline, StoredRows other, long replications, Arm one, Arm arm)
    {
        string[] measures = [.. Measures(one).Intersect(Measures(arm), StringComparer.Ordinal)];
        var tally = new PairTally(one, arm, measures, WorldMeasure.DayResolution([one, arm]), isFull: true);
        var (leftSlice, rightSlice) = (0, 0);
        for (var first = 0L; first < replications;)
        {
            // The runs may be cut into parts at different replications: as many rows as both parts have from here.
            var (left, right) = (baseline.Layout.SliceOf(one, leftSlice), other.Layout.SliceOf(arm, rightSlice));
            var count = (int)(Math.Min(replications, Math.Min(left.First + left.Count, right.First + right.Count)) - first);
            await using var leftRows = await baseline.OpenAsync(one, leftSlice);
            await using var rightRows = await other.OpenAsync(arm, rightSlice);
            tally.Add(await ColumnsAsync("days"), await ColumnsAsync("decided"), await ColumnsAsync("rounds"));
            foreach (var measure in measures)
            {
                tally.AddMeasure(measure, await ColumnsAsync(measure));
            }

            async Task<(double[] Baseline, double[] Arm)> ColumnsAsync(string name)
            {
                var (from, to) = ((int)(first - left.First), (int)(first - right.First));
                return ((await leftRows.NumbersAsync(name))[from..(from + count)], (await rightRows.NumbersAsync(name))[to..(to + count)]);
            }

            first += count;
            leftSlice += first == left.First + left.Count ? 1 : 0;
            rightSlice += first == right.First + right.Count ? 1 : 0;
        }

        return tally.Compare();
    }

    private static IEnumerable<string> Measures(Arm arm) => RunSchema.MeasureNames(arm.Terms.Crisis.Issues.Select(issue => issue.Name));
}
