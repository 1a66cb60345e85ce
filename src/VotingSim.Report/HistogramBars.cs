using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>The bars of a histogram of differences.</summary>
/// <remarks>
/// Few different values have a bar each. Many are put into bins from multiples of their width, so that 0 is an edge, and a bin holds its end away
/// from
/// 0 and not the other. The worlds without a difference are by themselves.
/// </remarks>
internal sealed class HistogramBars
{
    private const int MostValues = 60;
    private const int MostBins = 40;
    private const double Tail = 0.005; // share of the worlds that is not drawn, on either side

    private static readonly int[] Steps = [1, 2, 5, 10];

    private readonly double _half;

    public HistogramBars(DifferenceCounts counts)
    {
        (Name, Worlds) = (counts.Name, counts.Worlds);
        Same = counts.Counts.Where(count => count.Key == 0).Sum(count => count.Value);
        var others = counts.Counts.Where(count => count.Key != 0).ToArray();
        var (low, high) = (Math.Min(0, Quantile(counts, Tail)), Math.Max(0, Quantile(counts, 1 - Tail)));
        var few = counts.Counts.Length <= MostValues;
        var wide = few ? Gap(counts) : Width(low, high);
        Rows = [.. few ? others.Select(count => (count.Key, count.Key, count.Value)) : Bins(others, wide), (0, 0, Same)];
        (Low, High) = (low - wide, high + wide);
        _half = few ? Math.Min(0.38 * wide, (High - Low) / 80) : 0;
    }

    /// <summary>Column: <c>days</c>, or a measure.</summary>
    public string Name { get; }

    /// <summary>Number of worlds.</summary>
    public long Worlds { get; }

    /// <summary>Number of worlds without a difference.</summary>
    public long Same { get; }

    /// <summary>Where the axis begins.</summary>
    public double Low { get; }

    /// <summary>Where it ends.</summary>
    public double High { get; }

    /// <summary>All bars in rising order, and last the worlds without a difference, from 0 to 0.</summary>
    public ImmutableArray<(double From, double To, long Worlds)> Rows { get; }

    /// <summary>The bars that are drawn, without that at 0.</summary>
    public IEnumerable<(double From, double To, long Worlds)> Drawn =>
        Rows.SkipLast(1).Where(row => row.Worlds > 0 && row.From >= Low - 1e-9 && row.To <= High + 1e-9);

    /// <summary>Where the sides of a bar are drawn.</summary>
    public (double From, double To) Edges((double From, double To, long Worlds) row) => (row.From - _half, row.To + _half);

    private static IEnumerable<(double From, double To, long Worlds)> Bins(IEnumerable<KeyValuePair<double, long>> counts, double wide) => counts
        .GroupBy(count => count.Key < 0 ? (long)Math.Floor((count.Key / wide) + 1e-9) : (long)Math.Ceiling((count.Key / wide) - 1e-9) - 1)
        .OrderBy(bin => bin.Key).Select(bin => (bin.Key * wide, (bin.Key + 1) * wide, bin.Sum(count => count.Value)));

    private static double Gap(DifferenceCounts counts) => counts.Counts.Length < 2 ? 1
        : counts.Counts.Zip(counts.Counts.Skip(1), (one, next) => next.Key - one.Key).Min();

    private static double Width(double low, double high)
    {
        var rough = (high - low) / MostBins;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Steps.Select(factor => factor * power).First(step => step >= rough * (1 - 1e-9));
    }

    private static double Quantile(DifferenceCounts counts, double share)
    {
        var below = 0L;
        foreach (var (difference, worlds) in counts.Counts)
        {
            below += worlds;
            if (below >= share * counts.Worlds)
            {
                return difference;
            }
        }

        return counts.Counts[^1].Key;
    }
}
