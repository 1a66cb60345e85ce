using System.Collections.Immutable;

namespace VotingSim.Statistics.Survival;

/// <summary>The scale of time on which a hazard ratio is suspected to drift.</summary>
public enum TimeScale
{
    /// <summary>The share decided so far, by Kaplan and Meier's estimate of all deliberations together: early and late decisions weigh
    /// alike.</summary>
    KaplanMeier,

    /// <summary>Time itself.</summary>
    Identity,
}

/// <summary>The test of proportional hazards: whether hazard ratios stay the same over time.</summary>
/// <remarks>
/// The score test of an added term covariate times g(t), equivalent to that of a trend in the scaled Schoenfeld residuals (Grambsch &amp; Therneau
/// 1994, Biometrika 81(3), 515-526, doi:10.1093/biomet/81.3.515), without the simplification of an equal variance at all times. A small p says that
/// one hazard ratio does not tell the whole story; a large one does not prove that it does.
/// </remarks>
public sealed record Proportionality
{
    /// <summary>The scale of time.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>The test of each term, in their order.</summary>
    public required ImmutableArray<ChiSquareTest> Terms { get; init; }

    /// <summary>The test of all terms together.</summary>
    public required ChiSquareTest Global { get; init; }

    internal static Proportionality Of(CoxData data, PartialLikelihood likelihood, double[] beta, ImmutableArray<CoxCoefficient> coefficients,
        CoxStatus status, TimeScale scale)
    {
        if (likelihood.IsMoving)
        {
            throw new InvalidOperationException("The test is of effects that are constant.");
        }

        var size = beta.Length;
        var known = Enumerable.Range(0, size).Where(k => double.IsFinite(coefficients[k].Value)).ToArray();
        if (status != CoxStatus.Converged)
        {
            var undefined = new ChiSquareTest(double.NaN, 1);
            return new() { Scale = scale, Terms = [.. Enumerable.Repeat(undefined, size)], Global = new(double.NaN, known.Length) };
        }

        var scaled = Scaled(data, scale);
        var (drift, information) = (new double[size], new double[2 * size, 2 * size]);
        likelihood.Walk(beta, risk =>
        {
            var time = scaled[risk.Time];
            for (var i = 0; i < size; i++)
            {
                drift[i] += time * risk.Excess(i);
                for (var j = 0; j < size; j++)
                {
                    var variance = risk.Variance(Math.Max(i, j), Math.Min(i, j));
                    information[i, j] += variance;
                    information[i, size + j] += time * variance;
                    information[size + i, j] += time * variance;
                    information[size + i, size + j] += time * time * variance;
                }
            }
        });

        // Each time the covariates themselves are in; their part of the gradient is 0 at the estimate.
        ChiSquareTest Test(int[] added)
        {
            int[] rows = [.. known, .. added.Select(k => size + k)];
            var matrix = new double[rows.Length, rows.Length];
            var gradient = new double[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                gradient[i] = rows[i] < size ? 0 : drift[rows[i] - size];
                for (var j = 0; j < rows.Length; j++)
                {
                    matrix[i, j] = information[rows[i], rows[j]];
                }
            }

            var test = SymmetricMatrix.Test(matrix, gradient);
            var degrees = Math.Max(0, test.DegreesOfFreedom - known.Length);
            return new(degrees == 0 ? double.NaN : test.ChiSquare, degrees);
        }

        return new()
        {
            Scale = scale,
            Terms = [.. Enumerable.Range(0, size).Select(k => Array.IndexOf(known, k) < 0 ? new(double.NaN, 0) : Test([k]))],
            Global = Test(known),
        };
    }

    /// <summary>For every row the part of one of its deliberations in the drift of the one covariate's effect, less what the effect itself takes
    /// up.</summary>
    internal static double[] DriftResiduals(CoxData data, CoxModel model, TimeScale scale)
    {
        var scaled = Scaled(data, scale);
        var constant = CoxTerm.Constant(data, 0);
        var likelihood = new PartialLikelihood(data, [constant, constant with { Factor = time => scaled[time] }], model.Ties);
        double[] beta = [model.Coefficients[0].Value * likelihood.Scale[0], 0];
        var information = new double[2, 2];
        likelihood.Evaluate(beta, new double[2], information);
        var (residuals, share) = (likelihood.ScoreResiduals(beta), information[1, 0] / information[0, 0]);
        return [.. Enumerable.Range(0, data.Rows.Count).Select(row => residuals[(2 * row) + 1] - (share * residuals[2 * row]))];
    }

    // The scale at each time of a decision, less its mean over decisions.
    private static Dictionary<double, double> Scaled(CoxData data, TimeScale scale)
    {
        var durations = new DurationCounts();
        foreach (var row in data.Rows)
        {
            durations.Add(row.Time, row.Decided, row.Count, row.Entry);
        }

        var scaled = new Dictionary<double, double>();
        var (sum, before) = (0.0, 1.0);
        foreach (var step in KaplanMeier.Of(durations).Steps)
        {
            var value = scale == TimeScale.Identity ? step.Time : 1 - before;
            before = step.Survival;
            if (step.Decided > 0)
            {
                scaled[step.Time] = value;
                sum += step.Decided * value;
            }
        }

        foreach (var time in scaled.Keys)
        {
            scaled[time] -= sum / data.Decided;
        }

        return scaled;
    }
}
