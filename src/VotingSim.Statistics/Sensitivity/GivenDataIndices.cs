using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>First-order sensitivity indices from whatever sample there is: the share of an output's variance that would go if a parameter were
/// known.</summary>
/// <remarks>
/// The n points are cut by the parameter into B bins of as many points each, and equal values are never parted; S = Var(E(Y | X)) / Var(Y) is the
/// variance between the bins' means as a share of all (Plischke, Borgonovo &amp; Smith 2013, Eur. J. Oper. Res. 226(3), 536-550,
/// doi:10.1016/j.ejor.2012.11.047; Strong, Oakley &amp; Chilcott 2012, J. R. Stat. Soc. C 61(1), 25-45, doi:10.1111/j.1467-9876.2011.01014.x).
/// Means of few points differ by luck alone, which adds about (B - 1) / n to the share; it is taken off: S = 1 - (n - 1) / (n - B) SS_within /
/// SS_total (Kelley 1935, Proc. Natl. Acad. Sci. 21(9), 554-559, doi:10.1073/pnas.21.9.554). What is left is a bias downwards, the change of E(Y |
/// X) within a bin, of order 1 / B². Luck of the replication counts as variance that no parameter explains. Parameters that vary together share
/// what they explain.
/// </remarks>
public static class GivenDataIndices
{
    private const int PointsPerBin = 16;
    private const int MostBins = 64;

    /// <summary>Number of bins for so many points: sixteen points to each, at least 2 bins and at most 64.</summary>
    /// <remarks>Fewer would hide more of what happens within a bin, more would only add to the error.</remarks>
    public static int Bins(int points) => Math.Clamp(points / PointsPerBin, 2, MostBins);

    /// <summary>The first-order index of every parameter, with a bootstrap interval.</summary>
    /// <param name="points">Value of each parameter at each point; any sample of independent points.</param>
    /// <param name="outputs">Output at each point. Points with an undefined one are passed over.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <returns>Estimates near 0 may lie a little below it. Undefined where parameter or output never varies, or for fewer than four
    /// points.</returns>
    /// <remarks>
    /// Interval: middle 95 % of 1,000 resamples of points, which keep their bins. In a resample the means of the bins have the luck of the sample and
    /// their own; each is corrected for its own as above, and lowered by the correction of the sample. O(1,000 n k) for k parameters.
    /// </remarks>
    public static ImmutableArray<Estimate> Of(IReadOnlyList<double[]> points, IReadOnlyList<double> outputs, ulong seed)
    {
        DesignCheck.Rows(points, outputs);
        int[] defined = [.. Enumerable.Range(0, outputs.Count).Where(point => !double.IsNaN(outputs[point]))];
        var parameters = points[0].Length;
        if (defined.Length < 4)
        {
            return [.. Enumerable.Repeat(Estimate.Undefined, parameters)];
        }

        // Centred, so that squares of sums may be taken off sums of squares.
        var mean = defined.Average(point => outputs[point]);
        double[] centred = [.. defined.Select(point => outputs[point] - mean)];
        var bins = Enumerable.Range(0, parameters)
            .Select(parameter => BinnedParameter.Of([.. defined.Select(point => points[point][parameter])], Bins(defined.Length))).ToArray();
        var chosen = new ChosenOutputs(centred).Take();
        var (shares, values) = (bins.Select(bin => bin.Share(chosen)).ToArray(), bins.Select(bin => bin.Corrected(chosen)).ToArray());
        var resampled = bins.Select(_ => new double[Resampling.Resamples]).ToArray();
        var draws = new Resampling(seed, Resampling.GivenData);
        for (var resample = 0; resample < Resampling.Resamples; resample++)
        {
            draws.Choose(resample, chosen.Points);
            chosen.Take();
            for (var parameter = 0; parameter < parameters; parameter++)
            {
                resampled[parameter][resample] = bins[parameter].Corrected(chosen) - (shares[parameter] - values[parameter]);
            }
        }

        return [.. values.Select((value, parameter) => Resampling.Interval(value, resampled[parameter]))];
    }
}
