using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>Compares the arms of two runs: what a change of the configuration does to each arm. Runs of the same seed met the same luck and are
/// compared replication by replication, others as independent samples.</summary>
public static class RunComparison
{
    /// <summary>The arms that two runs have in common, by id, in the order of the other run; then those that are named.</summary>
    /// <param name="baseline">The run that is compared with.</param>
    /// <param name="other">The other run.</param>
    /// <param name="named">Arms of different ids to be compared, of the first run and of the other.</param>
    /// <exception cref="ArgumentException">A run has no arm of a name.</exception>
    public static ImmutableArray<(Arm Baseline, Arm Arm)> Pairs(
        ExperimentPlan baseline, ExperimentPlan other, IEnumerable<(string Baseline, string Arm)> named)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(other);
        var known = baseline.Arms.ToDictionary(arm => arm.Id, StringComparer.Ordinal);
        return
        [
            .. other.Arms.Where(arm => known.ContainsKey(arm.Id)).Select(arm => (known[arm.Id], arm)),
            .. named.Select(pair => (Find(baseline, pair.Baseline, "first"), Find(other, pair.Arm, "second"))),
        ];

        static Arm Find(ExperimentPlan plan, string id, string which) => plan.Arms.FirstOrDefault(arm => arm.Id == id)
            ?? throw new ArgumentException(
                $"The {which} run has no arm '{id}'. It has {string.Join(", ", plan.Arms.Select(arm => arm.Id))}.", nameof(id));
    }

    /// <summary>Every pair of arms of runs that met different luck, as independent samples of all their replications.</summary>
    /// <param name="baseline">The run that is compared with.</param>
    /// <param name="other">The other run.</param>
    /// <param name="pairs">The arms; see <see cref="Pairs"/>.</param>
    public static async Task<ImmutableArray<UnpairedComparison>> ReadUnpairedAsync(
        (ExperimentPlan Plan, ResultsFolder Folder) baseline,
        (ExperimentPlan Plan, ResultsFolder Folder) other,
        ImmutableArray<(Arm Baseline, Arm Arm)> pairs)
    {
        var comparisons = new UnpairedComparison[pairs.Length];
        var (left, right) = (new StoredRows(baseline.Plan, baseline.Folder), new StoredRows(other.Plan, other.Folder));
        await Parallel.ForEachAsync(Enumerable.Range(0, pairs.Length), async (index, _) =>
        {
            var (one, arm) = pairs[index];
            string[] measures = [.. Measures(one).Intersect(Measures(arm), StringComparer.Ordinal)];
            comparisons[index] = Compare(
                await UnpairedTally.ReadAsync(left, baseline.Plan.Replications, one, measures),
                await UnpairedTally.ReadAsync(right, other.Plan.Replications, arm, measures));
        });
        var (ratios, differences) = Corrected(
            [.. comparisons.Select(comparison => (comparison.Days.HazardRatioP, comparison.Differences.Select(one => (one.Name, one.P))))]);
        return
        [
            .. comparisons.Select((comparison, index) => comparison with
            {
                HolmP = ratios[index],
                Differences = [.. comparison.Differences.Select(one => one with { HolmP = differences[one.Name][index] })],
            }),
        ];
    }

    /// <summary>Every pair of arms of runs that met the same luck, replication by replication.</summary>
    /// <param name="baseline">The run that is compared with.</param>
    /// <param name="other">The other run, of the same seed: equal replications of both met the same luck. The smaller number of
    /// replications is compared.</param>
    /// <param name="pairs">The arms; see <see cref="Pairs"/>.</param>
    /// <param name="progress">Told of the replications that are compared.</param>
    /// <exception cref="ArgumentException">The seeds differ.</exception>
    public static async Task<ImmutableArray<ArmComparison>> ReadAsync(
        (ExperimentPlan Plan, ResultsFolder Folder) baseline,
        (ExperimentPlan Plan, ResultsFolder Folder) other,
        ImmutableArray<(Arm Baseline, Arm Arm)> pairs,
        IProgress<RunProgress>? progress = null)
    {
        if (baseline.Plan.Seed != other.Plan.Seed)
        {
            throw new ArgumentException(
                $"The runs have different seeds, {baseline.Plan.Seed} and {other.Plan.Seed}, "
                    + "and cannot be compared replication by replication.",
                nameof(other));
        }

        var comparisons = new ArmComparison[pairs.Length];
        var (left, right) = (new StoredRows(baseline.Plan, baseline.Folder), new StoredRows(other.Plan, other.Folder));
        var replications = Math.Min(baseline.Plan.Replications, other.Plan.Replications);
        var done = 0L;
        await Parallel.ForEachAsync(Enumerable.Range(0, pairs.Length), async (index, _) =>
        {
            comparisons[index] = await CompareAsync(left, right, replications, pairs[index].Baseline, pairs[index].Arm);
            progress?.Report(new(Interlocked.Add(ref done, replications), 0, replications * pairs.Length));
        });
        var (ratios, differences) = Corrected(
            [.. comparisons.Select(comparison => (comparison.HazardRatioP, comparison.Differences.Select(one => (one.Name, one.P))))]);
        return
        [
            .. comparisons.Select((comparison, index) => comparison with
            {
                HolmP = ratios[index],
                Differences = [.. comparison.Differences.Select(one => one with { HolmP = differences[one.Name][index] })],
            }),
        ];
    }

    // Holm's correction over all comparisons, of the hazard ratio and of each difference by its name. Crises may differ in their issues, so that not
    // every comparison has every measure.
    private static (double[] Ratios, Dictionary<string, double[]> Differences) Corrected(
        (double RatioP, IEnumerable<(string Name, double P)> Differences)[] comparisons) =>
    (
        Holm.Adjust([.. comparisons.Select(comparison => comparison.RatioP)]),
        comparisons.SelectMany(comparison => comparison.Differences.Select(one => one.Name)).Distinct(StringComparer.Ordinal).ToDictionary(
            name => name,
            name => Holm.Adjust(
            [
                .. comparisons.Select(comparison =>
                    comparison.Differences.Where(one => one.Name == name).Select(one => one.P).DefaultIfEmpty(double.NaN).First()),
            ]),
            StringComparer.Ordinal)
    );

    private static UnpairedComparison Compare(UnpairedTally baseline, UnpairedTally arm)
    {
        var horizon = Math.Min(baseline.Arm.Terms.Settings.HorizonDays, arm.Arm.Terms.Settings.HorizonDays);
        var (first, second) = ((baseline.Days.Decided, baseline.Days.Total), (arm.Days.Decided, arm.Days.Total));
        return new()
        {
            Baseline = baseline.Arm,
            Arm = arm.Arm,
            BaselineReplications = baseline.Days.Total,
            Replications = arm.Days.Total,
            Days = IndependentDurations.Compare(baseline.Days, arm.Days, horizon),
            HolmP = double.NaN,
            Differences =
            [
                new("decided", Proportion.Difference(first, second), Proportion.ProbabilityOfSameShare(first, second), double.NaN),
                Of("rounds", MeasureRange.Counts, baseline.Rounds, arm.Rounds),
                .. baseline.Measures.Zip(arm.Measures, (one, two) => Of(one.Name, MeasureRange.Of(one.Name, arm.Arm), one.Moments, two.Moments)),
            ],
        };

        static MeanDifference Of(string name, MeasureRange range, Moments one, Moments two)
        {
            var test = WelchTest.Of(one, two);
            return new(name, test.Difference.Within(range.Low - range.High, range.High - range.Low), test.P, double.NaN);
        }
    }

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
