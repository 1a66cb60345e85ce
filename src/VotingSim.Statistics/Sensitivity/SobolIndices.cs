using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>What share of an output's variance a parameter accounts for.</summary>
/// <param name="First">By itself: the variance that would go if the parameter were known. Range: 0 to 1, estimates may lie a little outside.</param>
/// <param name="Total">With all interactions that it takes part in: the variance that would be left if all others were known. Range: from 0.</param>
public readonly record struct SobolIndex(Estimate First, Estimate Total);

/// <summary>Variance-based sensitivity: first-order and total Sobol indices from a Saltelli design.</summary>
/// <remarks>
/// A block of the design has k + 2 points: row j of a sample A; the same with its i-th parameter from row j of another sample B, for i = 1 to k;
/// row j of B. With f centred at its mean over A and B, and V its variance over them, S_i = mean_j f(B)_j (f(A_B^i)_j - f(A)_j) / V and S_Ti =
/// mean_j (f(A)_j - f(A_B^i)_j)² / 2V. Saltelli, Annoni, Azzini, Campolongo, Ratto &amp; Tarantola (2010), Comput. Phys. Commun. 181(2), 259-270,
/// doi:10.1016/j.cpc.2009.09.018, table 2 (b) and (f); the second is due to Jansen (1999), Comput. Phys. Commun. 117(1-2), 35-43,
/// doi:10.1016/S0010-4655(98)00154-4. Assumes parameters that are independent and uniform over their ranges.
/// </remarks>
public static class SobolIndices
{
    /// <summary>The design: N (k + 2) points of the unit cube, block after block.</summary>
    /// <param name="cube">N points of 2k coordinates in the unit interval: A in the first k, B in the last.</param>
    public static double[][] Design(IReadOnlyList<double[]> cube)
    {
        var points = new List<double[]>();
        foreach (var row in cube)
        {
            var (a, b) = (row[..(row.Length / 2)], row[(row.Length / 2)..]);
            points.Add(a);
            for (var parameter = 0; parameter < a.Length; parameter++)
            {
                points.Add([.. a[..parameter], b[parameter], .. a[(parameter + 1)..]]);
            }

            points.Add(b);
        }

        return [.. points];
    }

    /// <summary>The indices of every parameter, with bootstrap intervals.</summary>
    /// <param name="outputs">Output at each point, in the order of <see cref="Design"/>.</param>
    /// <param name="parameters">k. Range: &gt;= 1.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <returns>Undefined where the output never varies or is undefined somewhere.</returns>
    /// <remarks>Interval: middle 95 % of 1,000 resamples of whole blocks. It is the error of having N blocks and not more, and knows nothing of the
    /// error of each output.</remarks>
    public static ImmutableArray<SobolIndex> Of(IReadOnlyList<double> outputs, int parameters, ulong seed)
    {
        DesignCheck.Blocks(outputs.Count, parameters + 2);
        double[] all = [.. outputs];
        var samples = all.Length / (parameters + 2);
        var value = Indices(all, parameters, [.. Enumerable.Range(0, samples)]);
        var (draws, chosen) = (new Resampling(seed, Resampling.Blocks), new int[samples]);
        var resampled = Enumerable.Range(0, 2 * parameters).Select(_ => new double[Resampling.Resamples]).ToArray();
        for (var resample = 0; resample < Resampling.Resamples; resample++)
        {
            draws.Choose(resample, chosen);
            var indices = Indices(all, parameters, chosen);
            for (var index = 0; index < indices.Length; index++)
            {
                resampled[index][resample] = indices[index];
            }
        }

        return [.. Enumerable.Range(0, parameters).Select(parameter => new SobolIndex(
            Resampling.Interval(value[parameter], resampled[parameter]),
            Resampling.Interval(value[parameters + parameter], resampled[parameters + parameter])))];
    }

    // First-order indices, then total ones, of the chosen blocks.
    private static double[] Indices(double[] outputs, int parameters, int[] blocks)
    {
        var (size, mean, variance) = (parameters + 2, 0.0, 0.0);
        foreach (var block in blocks)
        {
            mean += outputs[block * size] + outputs[(block * size) + size - 1];
        }

        mean /= 2 * blocks.Length;
        var indices = new double[2 * parameters];
        foreach (var block in blocks)
        {
            var row = outputs.AsSpan(block * size, size);
            var (a, b) = (row[0] - mean, row[^1] - mean);
            variance += (a * a) + (b * b);
            for (var parameter = 0; parameter < parameters; parameter++)
            {
                var change = row[parameter + 1] - row[0];
                indices[parameter] += b * change;
                indices[parameters + parameter] += change * change / 2;
            }
        }

        variance /= 2;
        for (var index = 0; index < indices.Length; index++)
        {
            indices[index] /= variance;
        }

        return indices;
    }
}
