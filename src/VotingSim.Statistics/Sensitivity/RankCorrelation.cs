using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>How monotonically an output follows a parameter, whatever the others do.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's rank correlation of every parameter with the output.</summary>
    /// <param name="points">Value of each parameter at each point.</param>
    /// <param name="outputs">Output at each point. Points with an undefined one are passed over.</param>
    /// <returns>1 where the output only ever rises with the parameter, -1 where it only ever falls; undefined where either never varies.</returns>
    /// <remarks>
    /// Pearson's correlation of the ranks, of which tied values share the mean (Spearman 1904, Am. J. Psychol. 15(1), 72-101, doi:10.2307/1412159).
    /// Interval: tanh(artanh r ± z sqrt((1 + r² / 2) / (n - 3))), undefined for n &lt;= 3 points (Bonett &amp; Wright 2000, Psychometrika 65(1),
    /// 23-28, doi:10.1007/BF02294183). Assumes points that are independent of one another. It says nothing of effects that turn back, such as a
    /// parabola's.
    /// </remarks>
    public static ImmutableArray<Estimate> Of(IReadOnlyList<double[]> points, IReadOnlyList<double> outputs)
    {
        DesignCheck.Rows(points, outputs);
        int[] defined = [.. Enumerable.Range(0, outputs.Count).Where(point => !double.IsNaN(outputs[point]))];
        var output = MeanRanks.Standardised([.. defined.Select(point => outputs[point])]);
        return [.. Enumerable.Range(0, points[0].Length).Select(Of)];

        Estimate Of(int parameter)
        {
            var ranks = MeanRanks.Standardised([.. defined.Select(point => points[point][parameter])]);
            return Array.TrueForAll(ranks, rank => rank == 0) || Array.TrueForAll(output, rank => rank == 0)
                ? Estimate.Undefined
                : Interval(Math.Clamp(ranks.Zip(output).Sum(pair => pair.First * pair.Second), -1, 1), defined.Length);
        }
    }

    private static Estimate Interval(double correlation, int count)
    {
        if (count <= 3)
        {
            return new(correlation, double.NaN, double.NaN);
        }

        var half = Distributions.NormalQuantile975 * Math.Sqrt((1 + (correlation * correlation / 2)) / (count - 3));
        return new(correlation, Math.Tanh(Math.Atanh(correlation) - half), Math.Tanh(Math.Atanh(correlation) + half));
    }
}
