using System.Collections.Immutable;

namespace VotingSim.Statistics.Survival;

/// <summary>The log-rank test: whether groups decide at the same rate at every time.</summary>
/// <remarks>
/// Compares the decisions of each group with those expected if, at each time, they fell on the groups in proportion to the numbers at risk (Mantel
/// 1966, Cancer Chemother. Rep. 50(3), 163-170; Peto &amp; Peto 1972, J. R. Stat. Soc. A 135(2), 185-207, doi:10.2307/2344317), with the
/// hypergeometric variance. Has its power where hazards are proportional, and little where curves cross.
/// </remarks>
public sealed record LogRank
{
    /// <summary>The test.</summary>
    public required ChiSquareTest Test { get; init; }

    /// <summary>Decisions of each group.</summary>
    public required ImmutableArray<double> Observed { get; init; }

    /// <summary>Decisions that were expected of each.</summary>
    public required ImmutableArray<double> Expected { get; init; }

    /// <summary>Compares groups.</summary>
    public static LogRank Of(IReadOnlyList<DurationCounts> groups) => Stratified([groups]);

    /// <summary>Compares groups within strata, e.g. rules within crises; what differs between strata is nobody's merit.</summary>
    /// <param name="strata">For each stratum the groups, in the same order everywhere. Empty groups are allowed.</param>
    public static LogRank Stratified(IReadOnlyList<IReadOnlyList<DurationCounts>> strata)
    {
        var size = strata.Count == 0 ? 0 : strata[0].Count;
        var (observed, expected, variance) = (new double[size], new double[size], new double[size, size]);
        foreach (var groups in strata)
        {
            if (groups.Count != size)
            {
                throw new ArgumentException("Every stratum has the same groups.", nameof(strata));
            }

            Add(groups, observed, expected, variance);
        }

        // A group of which nothing could be expected is no group; the last of the others is given by the rest.
        var kept = Enumerable.Range(0, size).Where(group => expected[group] > 0).ToArray();
        var test = new ChiSquareTest(double.NaN, 0);
        if (kept.Length >= 2)
        {
            kept = kept[..^1];
            var difference = kept.Select(group => observed[group] - expected[group]).ToArray();
            var matrix = new double[kept.Length, kept.Length];
            for (var i = 0; i < kept.Length; i++)
            {
                for (var j = 0; j < kept.Length; j++)
                {
                    matrix[i, j] = variance[kept[i], kept[j]];
                }
            }

            test = SymmetricMatrix.Test(matrix, difference);
        }

        return new() { Test = test, Observed = [.. observed], Expected = [.. expected] };
    }

    private static void Add(IReadOnlyList<DurationCounts> groups, double[] observed, double[] expected, double[,] variance)
    {
        var size = groups.Count;
        var risks = groups.Select(group => group.Risk()).ToArray();
        var atRisk = new double[size];
        var times = groups.SelectMany(group => group.ByTime.Where(count => count.Decided > 0).Select(count => count.Time));
        foreach (var time in times.Distinct().Order())
        {
            var (decided, total) = (0.0, 0.0);
            for (var group = 0; group < size; group++)
            {
                var (own, risk) = risks[group].At(time);
                observed[group] += own;
                atRisk[group] = risk;
                decided += own;
                total += risk;
            }

            var factor = total > 1 ? decided * (total - decided) / (total - 1) : 0;
            for (var i = 0; i < size; i++)
            {
                expected[i] += decided * atRisk[i] / total;
                for (var j = 0; j < size; j++)
                {
                    variance[i, j] += factor * atRisk[i] / total * ((i == j ? 1 : 0) - (atRisk[j] / total));
                }
            }
        }
    }
}
