using System.Runtime.Intrinsics;
using VotingSim.Randomness;

namespace VotingSim.Evidence.Calibration;

/// <summary>Where the draws of a stage come from: the prior, a standard normal in every direction, or for the most part a normal distribution that
/// was fitted to what the stages before found likely.</summary>
/// <remarks>One draw in five comes from the prior whatever was found, so that no weight exceeds five times the likelihood and nothing that the prior
/// allows is lost (defensive mixture, Hesterberg 1995, Technometrics 37(2), 185-194).</remarks>
internal sealed class Proposal
{
    private const int OneInPrior = 5;
    private const double Widening = 1.2; // of the fitted variances, so that tails are met
    private const double LeastVariance = 1e-6;
    private const DrawPurpose Purpose = (DrawPurpose)301; // no deliberation and no resampling uses it

    private readonly double[] _mean;
    private readonly double[][]? _root; // lower triangle; null for the prior

    private Proposal(double[] mean, double[][]? root) => (_mean, _root) = (mean, root);

    /// <summary>The prior.</summary>
    /// <param name="dimensions">Number of parameters.</param>
    public static Proposal Prior(int dimensions) => new(new double[dimensions], null);

    /// <summary>Mean and covariance of weighted draws.</summary>
    public static Proposal Fit(IReadOnlyList<double[]> draws, IReadOnlyList<double> weights)
    {
        var dimensions = draws[0].Length;
        var mean = new double[dimensions];
        for (var draw = 0; draw < draws.Count; draw++)
        {
            for (var i = 0; i < dimensions; i++)
            {
                mean[i] += weights[draw] * draws[draw][i];
            }
        }

        var covariance = Enumerable.Range(0, dimensions).Select(_ => new double[dimensions]).ToArray();
        for (var draw = 0; draw < draws.Count; draw++)
        {
            for (var i = 0; i < dimensions; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    covariance[i][j] += Widening * weights[draw] * (draws[draw][i] - mean[i]) * (draws[draw][j] - mean[j]);
                }
            }
        }

        return new(mean, Root(covariance));
    }

    /// <summary>The draws of a stage.</summary>
    public double[][] Draw(int count, int stage, ulong seed)
    {
        var draw = new Draw(seed);
        return [.. Enumerable.Range(0, count).Select(index =>
        {
            double[] normal = [.. _mean.Select((_, dimension) =>
                draw.Normal(Vector256.Create((ulong)index), stage, dimension, 0, Purpose).ToScalar())];
            return _root is null || index % OneInPrior == 0 ? normal : Placed(normal);
        })];
    }

    /// <summary>Log density at a draw, without the constant that all have.</summary>
    public double LogDensity(double[] z)
    {
        var prior = -z.Sum(value => value * value) / 2;
        if (_root is null)
        {
            return prior;
        }

        // L y = z - mean, row by row.
        var (y, square, logs) = (new double[z.Length], 0.0, 0.0);
        for (var i = 0; i < z.Length; i++)
        {
            var rest = z[i] - _mean[i];
            for (var j = 0; j < i; j++)
            {
                rest -= _root[i][j] * y[j];
            }

            y[i] = rest / _root[i][i];
            square += y[i] * y[i];
            logs += Math.Log(_root[i][i]);
        }

        const double FromPrior = 1.0 / OneInPrior;
        return LogSum([Math.Log(FromPrior) + prior, Math.Log(1 - FromPrior) - (square / 2) - logs]);
    }

    /// <summary>ln Σ exp(x), without overflow.</summary>
    public static double LogSum(ReadOnlySpan<double> logs)
    {
        var highest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            highest = Math.Max(highest, log);
        }

        var sum = 0.0;
        foreach (var log in logs)
        {
            sum += Math.Exp(log - highest);
        }

        return double.IsNegativeInfinity(highest) ? highest : highest + Math.Log(sum);
    }

    private double[] Placed(double[] normal) =>
        [.. _mean.Select((mean, i) => mean + Enumerable.Range(0, i + 1).Sum(j => _root![i][j] * normal[j]))];

    // Cholesky's decomposition, lower triangle.
    private static double[][] Root(double[][] covariance)
    {
        var root = covariance.Select(row => new double[row.Length]).ToArray();
        for (var i = 0; i < root.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = covariance[i][j] + (i == j ? LeastVariance : 0);
                for (var k = 0; k < j; k++)
                {
                    rest -= root[i][k] * root[j][k];
                }

                root[i][j] = i == j ? Math.Sqrt(rest) : rest / root[j][j];
            }
        }

        return root;
    }
}
