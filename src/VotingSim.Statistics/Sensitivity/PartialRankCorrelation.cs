using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>How monotonically an output follows a parameter, the others held constant.</summary>
public static class PartialRankCorrelation
{
    // What is left of a variance of 1 when it is explained exactly: rounding, and nothing else.
    private const double Explained = 1e-9;

    /// <summary>The partial rank correlation coefficient of every parameter with the output.</summary>
    /// <param name="points">Value of each parameter at each design point.</param>
    /// <param name="outputs">Output at each design point. An undefined one leaves all coefficients undefined.</param>
    /// <returns>1 where the output only ever rises with the parameter, -1 where it only ever falls; undefined where the others explain the
    /// parameter or the output wholly.</returns>
    /// <remarks>
    /// Correlation of the residuals of the ranks of parameter and output after a linear regression of each on the ranks of all other parameters;
    /// ties have their mean rank (Marino, Hogue, Ray &amp; Kirschner 2008, J. Theor. Biol. 254(1), 178-196, doi:10.1016/j.jtbi.2008.04.011).
    /// Interval: Fisher's, tanh(artanh r ± z / sqrt(n - k - 2)) for k parameters, undefined for n &lt;= k + 2 points (Fisher 1924, Metron 3,
    /// 329-332). It says nothing of effects that turn back, such as a parabola's.
    /// </remarks>
    public static ImmutableArray<Estimate> Of(IReadOnlyList<double[]> points, IReadOnlyList<double> outputs)
    {
        DesignCheck.Rows(points, outputs);
        var (parameters, count) = (points[0].Length, outputs.Count);
        if (outputs.Any(double.IsNaN))
        {
            return [.. Enumerable.Repeat(Estimate.Undefined, parameters)];
        }

        var ranks = Enumerable.Range(0, parameters).Select(parameter => MeanRanks.Standardised([.. points.Select(point => point[parameter])]))
            .Append(MeanRanks.Standardised([.. outputs])).ToArray();
        var correlations = new double[parameters + 1, parameters + 1];
        for (var i = 0; i <= parameters; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var product = 0.0;
                for (var point = 0; point < count; point++)
                {
                    product += ranks[i][point] * ranks[j][point];
                }

                correlations[i, j] = correlations[j, i] = product;
            }
        }

        return [.. Enumerable.Range(0, parameters).Select(parameter => Interval(Partial(correlations, parameter), count - parameters - 2))];
    }

    private static Estimate Interval(double correlation, int freedom)
    {
        if (double.IsNaN(correlation) || freedom <= 0)
        {
            return new(correlation, double.NaN, double.NaN);
        }

        var (z, half) = (Math.Atanh(correlation), Distributions.NormalQuantile975 / Math.Sqrt(freedom));
        return new(correlation, Math.Tanh(z - half), Math.Tanh(z + half));
    }

    // Sweeps the other parameters out of the correlations; what is left are products of residuals. A parameter that those before it explain is
    // passed over.
    private static double Partial(double[,] correlations, int parameter)
    {
        var (left, output) = ((double[,])correlations.Clone(), correlations.GetLength(0) - 1);
        for (var pivot = 0; pivot < output; pivot++)
        {
            if (pivot == parameter || left[pivot, pivot] <= Explained)
            {
                continue;
            }

            for (var i = 0; i <= output; i++)
            {
                var factor = left[i, pivot] / left[pivot, pivot];
                for (var j = 0; i != pivot && j <= output; j++)
                {
                    left[i, j] -= factor * left[pivot, j];
                }
            }
        }

        var (ofParameter, ofOutput) = (left[parameter, parameter], left[output, output]);
        return ofParameter <= Explained || ofOutput <= Explained
            ? double.NaN
            : Math.Clamp(left[parameter, output] / Math.Sqrt(ofParameter * ofOutput), -1, 1);
    }
}
