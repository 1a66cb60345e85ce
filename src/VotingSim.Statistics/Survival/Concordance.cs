namespace VotingSim.Statistics.Survival;

/// <summary>The share of comparable pairs in which the deliberation with the higher relative hazard decides first; ties of the hazard count
/// half.</summary>
/// <param name="Value">Harrell's C. Range: 0 to 1; 0.5 is no better than chance. NaN where no pair is comparable.</param>
/// <param name="StandardError">Its standard error, by the infinitesimal jackknife.</param>
/// <remarks>
/// A pair is comparable where the first to end decided while the other was at risk, in the same stratum (Harrell, Califf, Pryor, Lee &amp; Rosati
/// 1982, JAMA 247(18), 2543-2546, doi:10.1001/jama.1982.03320430047030). Says how well deliberations are ordered, not how far apart they are.
/// </remarks>
public readonly record struct Concordance(double Value, double StandardError)
{
    /// <summary>With its normal interval, kept within 0 and 1.</summary>
    public Estimate Interval => new(
        Value,
        Math.Max(0, Value - (Distributions.NormalQuantile975 * StandardError)),
        Math.Min(1, Value + (Distributions.NormalQuantile975 * StandardError)));

    internal static Concordance Of(CoxData data, PartialLikelihood likelihood, double[] predictors)
    {
        // Of one deliberation of each row: concordant pairs (a tie is half of one), and all pairs.
        var rows = data.Rows.Count;
        var (right, all) = (new double[rows], new double[rows]);
        var ranks = Ranks(predictors);
        foreach (var stratum in Enumerable.Range(0, rows).GroupBy(row => data.Rows[row].Stratum).OrderBy(group => group.Key))
        {
            int[] members = [.. stratum];
            CompareWithLater(data, members, ranks, right, all);
            CompareWithEarlier(data, members, ranks, right, all);
        }

        var (concordant, pairs) = (0.0, 0.0); // each pair twice
        for (var row = 0; row < rows; row++)
        {
            concordant += data.Rows[row].Count * right[row];
            pairs += data.Rows[row].Count * all[row];
        }

        if (pairs == 0)
        {
            return new(double.NaN, double.NaN);
        }

        var share = concordant / pairs;
        for (var row = 0; row < rows; row++)
        {
            right[row] = 2 * (right[row] - (share * all[row])) / pairs;
        }

        return new(share, Math.Sqrt(ClusterSquares.Of(data, right, 1)[0, 0]));
    }

    // Each decision against those at risk that end later; those censored at its very time do.
    private static void CompareWithLater(CoxData data, int[] members, int[] ranks, double[] right, double[] all)
    {
        var outlasting = new Tally(ranks);
        int[] byTime = [.. members.OrderByDescending(row => data.Rows[row].Time).ThenBy(row => data.Rows[row].Decided)];
        int[] byEntry = [.. members.Where(row => data.Rows[row].Entry > double.NegativeInfinity).OrderByDescending(row => data.Rows[row].Entry)];
        var removed = 0;
        for (var first = 0; first < byTime.Length;)
        {
            var time = data.Rows[byTime[first]].Time;
            var last = first;
            for (; last < byTime.Length && data.Rows[byTime[last]].Time == time && !data.Rows[byTime[last]].Decided; last++)
            {
                outlasting.Add(byTime[last], data.Rows[byTime[last]].Count);
            }

            for (; removed < byEntry.Length && data.Rows[byEntry[removed]].Entry >= time; removed++)
            {
                outlasting.Add(byEntry[removed], -data.Rows[byEntry[removed]].Count);
            }

            first = last;
            for (; last < byTime.Length && data.Rows[byTime[last]].Time == time; last++)
            {
                var (below, equal, above) = outlasting.Around(byTime[last]);
                right[byTime[last]] += below + (equal / 2.0);
                all[byTime[last]] += below + equal + above;
            }

            for (; first < last; first++)
            {
                outlasting.Add(byTime[first], data.Rows[byTime[first]].Count);
            }
        }
    }

    // Each deliberation against the decisions before its end and after its entry.
    private static void CompareWithEarlier(CoxData data, int[] members, int[] ranks, double[] right, double[] all)
    {
        var decided = new Tally(ranks);
        var moments = members.Select(row => (data.Rows[row].Time, Order: data.Rows[row].Decided ? 0 : 1, Row: row))
            .Concat(members.Where(row => data.Rows[row].Entry > double.NegativeInfinity)
                .Select(row => (Time: data.Rows[row].Entry, Order: 2, Row: row)))
            .OrderBy(moment => moment.Time).ThenBy(moment => moment.Order).ToArray();
        for (var index = 0; index < moments.Length; index++)
        {
            var (time, order, _) = moments[index];
            var last = index;
            for (; last < moments.Length && moments[last].Time == time && moments[last].Order == order; last++)
            {
                var row = moments[last].Row;
                var (below, equal, above) = decided.Around(row);
                var sign = order == 2 ? -1 : 1;
                right[row] += sign * (above + (equal / 2.0));
                all[row] += sign * (below + equal + above);
            }

            for (; index < last; index++)
            {
                if (order == 0)
                {
                    decided.Add(moments[index].Row, data.Rows[moments[index].Row].Count);
                }
            }

            index--;
        }
    }

    private static int[] Ranks(double[] predictors)
    {
        var distinct = predictors.Distinct().Order().ToArray();
        return [.. predictors.Select(predictor => Array.BinarySearch(distinct, predictor))];
    }

    /// <summary>Counts by rank, summed in logarithmic time (Fenwick 1994, Softw. Pract. Exp. 24(3), 327-336, doi:10.1002/spe.4380240306).</summary>
    private sealed class Tally(int[] ranks)
    {
        private readonly long[] _sums = new long[ranks.Length == 0 ? 1 : ranks.Max() + 2];
        private long _total;

        public void Add(int row, long count)
        {
            _total += count;
            for (var index = ranks[row] + 1; index < _sums.Length; index += index & -index)
            {
                _sums[index] += count;
            }
        }

        public (long Below, long Equal, long Above) Around(int row)
        {
            var (below, upTo) = (UpTo(ranks[row]), UpTo(ranks[row] + 1));
            return (below, upTo - below, _total - upTo);
        }

        private long UpTo(int count)
        {
            var sum = 0L;
            for (; count > 0; count -= count & -count)
            {
                sum += _sums[count];
            }

            return sum;
        }
    }
}
