using System.Runtime.InteropServices;

namespace VotingSim.Statistics.Survival;

/// <summary>Times to decision of two arms in the same worlds, as joint counts: what a paired comparison needs, whatever the number of
/// worlds.</summary>
/// <remarks>
/// The arms of an experiment meet the same luck replication by replication, so that their times depend on each other and the replication is what is
/// drawn at random. A deliberation that is undecided at its arm's horizon is censored there, and nothing is censored earlier. Memory grows with the
/// number of distinct pairs of days that occur: at most the product of the two numbers of days, and never more than there are worlds.
/// </remarks>
public sealed class PairedDurations
{
    // An arm's ends in the order in which they come, and how many worlds have each pair of them.
    private const int Undecided = 0;
    private readonly Ends _a;
    private readonly Ends _b;
    private readonly Dictionary<(int A, int B), long> _counts = [];
    private Fitted? _fitted;
    private (int A, int B, long Count)[]? _ordered;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="horizonA">End of observation of arm a, the baseline. Unit: days; range: &gt; 0.</param>
    /// <param name="horizonB">End of observation of arm b.</param>
    public PairedDurations(double horizonA, double horizonB)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizonA);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizonB);
        (_a, _b, Horizon) = (new(horizonA), new(horizonB), Math.Min(horizonA, horizonB));
    }

    /// <summary>Until when both arms are observed. Unit: days.</summary>
    public double Horizon { get; }

    /// <summary>Number of worlds.</summary>
    public long Worlds { get; private set; }

    /// <summary>Counts worlds.</summary>
    /// <param name="daysA">The day on which arm a decided. Range: up to its horizon; the horizon where undecided.</param>
    /// <param name="decidedA">Whether arm a decided.</param>
    /// <param name="daysB">The day on which arm b decided.</param>
    /// <param name="decidedB">Whether arm b decided.</param>
    /// <param name="count">How many such worlds.</param>
    public void Add(double daysA, bool decidedA, double daysB, bool decidedB, long count = 1)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, (_a.Index(daysA, decidedA), _b.Index(daysB, decidedB)), out _) += count;
        Worlds += count;
        (_fitted, _ordered) = (null, null);
    }

    /// <summary>Compares arm b with arm a.</summary>
    public PairedComparison Compare()
    {
        var (_, model, rowsA, rowsB) = _fitted ??= Fit();
        var coefficient = model.Coefficients[0];
        var hazardRatio = coefficient.HazardRatio;
        var p = double.NaN;
        if (double.IsFinite(coefficient.Value))
        {
            // The sandwich with the world as cluster: both arms' residuals of a world are summed before they are squared.
            var (_, clustered) = SumOfSquares(model.ScoreResiduals(atEstimate: true), rowsA, rowsB);
            var robust = coefficient with { StandardError = coefficient.StandardError * coefficient.StandardError * Math.Sqrt(clustered) };
            (hazardRatio, p) = (robust.HazardRatio, robust.P);
        }

        var (score, squares) = SumOfSquares(model.ScoreResiduals(atEstimate: false), rowsA, rowsB);
        var (earlier, same) = Order();
        return new()
        {
            Worlds = Worlds,
            HazardRatio = hazardRatio,
            HazardRatioP = p,
            Status = model.Status,
            LogRank = new(squares > 0 ? score * score / squares : double.NaN, 1),
            Horizon = Horizon,
            RestrictedMeanDifference = Difference(),
            Earlier = Proportion.Wilson(earlier, Worlds),
            Same = Proportion.Wilson(same, Worlds),
            Later = Proportion.Wilson(Worlds - earlier - same, Worlds),
        };
    }

    /// <summary>Tests whether the hazard ratio stays the same over time, with a variance that allows for the pairing; undefined unless the model
    /// converged. A small p says that one hazard ratio does not tell the whole story.</summary>
    /// <remarks>The robust score test of an added term arm times g(t) (Grambsch &amp; Therneau 1994, Biometrika 81(3), 515-526,
    /// doi:10.1093/biomet/81.3.515; Lin &amp; Wei 1989, J. Am. Stat. Assoc. 84(408), 1074-1078, doi:10.1080/01621459.1989.10478874): the parts of
    /// both arms of a world are summed before they are squared.</remarks>
    /// <param name="scale">g: the scale of time.</param>
    public ChiSquareTest Proportionality(TimeScale scale = TimeScale.KaplanMeier)
    {
        var (data, model, rowsA, rowsB) = _fitted ??= Fit();
        if (model.Status != CoxStatus.Converged)
        {
            return new(double.NaN, 1);
        }

        var (drift, squares) = SumOfSquares(Survival.Proportionality.DriftResiduals(data, model, scale), rowsA, rowsB);
        return new(squares > 0 ? drift * drift / squares : double.NaN, 1);
    }

    /// <summary>The hazard ratio among the earlier half of all decisions, and among the later half: what one ratio for all of the time is an
    /// average of.</summary>
    /// <returns>The ratios up to, and after, the day by which half of the decisions of both arms together are made. 0, infinite or NaN where one
    /// arm, or neither, decides in that half.</returns>
    /// <remarks>Cox's model of the times censored at that day, and of those undecided then from that day on.</remarks>
    public (double Earlier, double Later) Halves()
    {
        var (countsA, countsB) = Totals();
        var ends = Ended(0, countsA, _a).Concat(Ended(1, countsB, _b)).ToArray();
        var (half, before) = (ends.Sum(end => end.Decided ? end.Count : 0) / 2.0, 0L);
        var middle = ends.Where(end => end.Decided).OrderBy(end => end.Days).SkipWhile(end => (before += end.Count) < half)
            .Select(end => end.Days).FirstOrDefault(double.NaN);
        if (double.IsNaN(middle))
        {
            return (double.NaN, double.NaN);
        }

        var (first, second) = (new CoxData(["b"]), new CoxData(["b"]));
        foreach (var (arm, days, decided, count) in ends)
        {
            first.Add([arm], Math.Min(days, middle), decided && days <= middle, count);
            if (days > middle)
            {
                second.Add([arm], days, decided, count, entry: middle);
            }
        }

        return (Ratio(first), Ratio(second));

        static double Ratio(CoxData data) => data.Decided == 0 ? double.NaN : CoxModel.Fit(data).Coefficients[0].HazardRatio.Value;

        static IEnumerable<(double Arm, double Days, bool Decided, long Count)> Ended(double arm, long[] counts, Ends all) =>
            counts.Select((count, index) => (arm, all.Days(index), IsDecided(index), count)).Where(end => end.count > 0);
    }

    private static bool IsDecided(int end) => end != Undecided;

    // How many worlds each end of an arm has.
    private (long[] A, long[] B) Totals()
    {
        var (a, b) = (new long[_a.Count], new long[_b.Count]);
        foreach (var ((i, j), count) in _counts)
        {
            a[i] += count;
            b[j] += count;
        }

        return (a, b);
    }

    // What each arm has by itself, its model, and the row of each of an arm's ends; -1 where there is none.
    private Fitted Fit()
    {
        var (a, b) = Totals();
        var data = new CoxData(["b"]);
        var (rowsA, rowsB) = (Rows(0, a, _a), Rows(1, b, _b));
        return new(data, CoxModel.Fit(data), rowsA, rowsB);

        // In order of time, so that sums do not depend on which world came first.
        int[] Rows(double arm, long[] counts, Ends ends)
        {
            var rows = new int[counts.Length];
            foreach (var end in Enumerable.Range(0, counts.Length).OrderBy(ends.Days).ThenBy(end => !IsDecided(end)))
            {
                rows[end] = counts[end] > 0 ? data.RowCount : -1;
                data.Add([arm], ends.Days(end), IsDecided(end), counts[end]);
            }

            return rows;
        }
    }

    // The pairs in order of their times: a sum has the same last digit whichever world came first.
    private (int A, int B, long Count)[] Ordered() => _ordered ??= [.. _counts
        .OrderBy(pair => _a.Days(pair.Key.A)).ThenBy(pair => IsDecided(pair.Key.A))
        .ThenBy(pair => _b.Days(pair.Key.B)).ThenBy(pair => IsDecided(pair.Key.B))
        .Select(pair => (pair.Key.A, pair.Key.B, pair.Value))];

    private (double Sum, double Squares) SumOfSquares(double[] residuals, int[] rowsA, int[] rowsB)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var (a, b, count) in Ordered())
        {
            var world = residuals[rowsA[a]] + residuals[rowsB[b]];
            sum += count * world;
            squares += count * world * world;
        }

        return (sum, squares);
    }

    private (long Earlier, long Same) Order()
    {
        var (earlier, same) = (0L, 0L);
        foreach (var ((i, j), count) in _counts)
        {
            var (a, b) = (UntilHorizon(_a, i, double.PositiveInfinity), UntilHorizon(_b, j, double.PositiveInfinity));
            earlier += b < a ? count : 0;
            same += b == a ? count : 0;
        }

        return (earlier, same);
    }

    private Estimate Difference()
    {
        var differences = new Moments();
        foreach (var (a, b, count) in Ordered())
        {
            differences.Add(UntilHorizon(_b, b, Horizon) - UntilHorizon(_a, a, Horizon), count);
        }

        return differences.Interval();
    }

    // The day of the decision, or something else where there is none before the common horizon.
    private double UntilHorizon(Ends ends, int index, double otherwise) =>
        IsDecided(index) && ends.Days(index) <= Horizon ? ends.Days(index) : otherwise;

    private sealed record Fitted(CoxData Data, CoxModel Model, int[] RowsA, int[] RowsB);

    /// <summary>The distinct ends of an arm's deliberations: a day of decision, or undecided.</summary>
    private sealed class Ends(double horizon)
    {
        private readonly Dictionary<double, int> _index = [];
        private readonly List<double> _days = [horizon];

        public int Count => _days.Count;

        public double Days(int index) => _days[index];

        public int Index(double days, bool decided)
        {
            if (!(days > 0 && days <= horizon))
            {
                throw new ArgumentOutOfRangeException(nameof(days), days, $"Expected a day after 0, up to {horizon}.");
            }

            if (!decided)
            {
                return days == horizon ? Undecided
                    : throw new ArgumentOutOfRangeException(nameof(days), days, $"An undecided deliberation is observed until day {horizon}.");
            }

            if (!_index.TryGetValue(days, out var index))
            {
                _index[days] = index = _days.Count;
                _days.Add(days);
            }

            return index;
        }
    }
}
