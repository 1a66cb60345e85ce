using System.Collections.Immutable;

namespace VotingSim.Statistics.Survival;

/// <summary>Cox's proportional hazards: how covariates multiply the rate of deciding, whatever that rate is over time.</summary>
/// <remarks>
/// h(t | x) = h₀(t) exp(β'x), estimated by the partial likelihood (Cox 1972, J. R. Stat. Soc. B 34(2), 187-220,
/// doi:10.1111/j.2517-6161.1972.tb00899.x), with a baseline h₀ for each stratum. A hazard ratio exp(β) above 1 decides faster. Assumes that ratios
/// are the same at all times (see <see cref="Proportionality"/>) unless a term says otherwise, and, without clusters, that deliberations are
/// independent.
/// </remarks>
public sealed class CoxModel
{
    private const int MostSteps = 100;
    private const double LikelihoodAtRest = 1e-10;
    private const double StepAtRest = 1e-10;
    private const double StepOfTheInfinite = 0.01;

    private readonly CoxData _data;
    private readonly PartialLikelihood _likelihood;
    private readonly double[] _beta;
    private readonly double[,] _variance;

    private CoxModel(CoxData data, ImmutableArray<CoxTerm> terms, Ties ties, bool isRobust)
    {
        (_data, Ties, IsRobust, Total, Decided) = (data, ties, isRobust, data.Total, data.Decided);
        _likelihood = new(data, terms, ties);
        var size = terms.Length;
        _beta = new double[size];
        var (gradient, information) = (new double[size], new double[size, size]);
        NullLogLikelihood = LogLikelihood = _likelihood.Evaluate(_beta, gradient, information);

        // A covariate is scaled to a variance of 1: where it says something, its information is of the order of the number of decisions.
        var least = 1e-10 * Decided;
        Score = SymmetricMatrix.Test(information, gradient, least);
        var inverse = SymmetricMatrix.Inverse(information, out var isDependent, least);
        var isInfinite = new bool[size];
        var rank = isDependent.Count(dependent => !dependent);
        Status = rank == 0 ? CoxStatus.NoInformation : Maximise(gradient, information, inverse, isDependent, isInfinite);

        _variance = SymmetricMatrix.Inverse(Without(information, isDependent), out _);
        if (isRobust)
        {
            _variance = SymmetricMatrix.Sandwich(_variance, ClusterSquares.Of(_data, _likelihood.ScoreResiduals(_beta), size));
        }

        var isKnown = Status is CoxStatus.Converged or CoxStatus.Infinite;
        LikelihoodRatio = new(isKnown ? 2 * (LogLikelihood - NullLogLikelihood) : double.NaN, rank);
        Wald = Status == CoxStatus.Converged ? SymmetricMatrix.Test(_variance, _beta) : new(double.NaN, rank);
        var coefficients = ImmutableArray.CreateBuilder<CoxCoefficient>(size);
        for (var k = 0; k < size; k++)
        {
            var isFinite = isKnown && !isDependent[k] && !isInfinite[k];
            coefficients.Add(new(
                terms[k].Name,
                isFinite ? _beta[k] / _likelihood.Scale[k] : isKnown && isInfinite[k] ? double.PositiveInfinity * _beta[k] : double.NaN,
                isFinite ? Math.Sqrt(_variance[k, k]) / _likelihood.Scale[k] : double.NaN));
        }

        Coefficients = coefficients.MoveToImmutable();
    }

    /// <summary>How the estimation ended.</summary>
    public CoxStatus Status { get; }

    /// <summary>The effect of each term.</summary>
    public ImmutableArray<CoxCoefficient> Coefficients { get; }

    /// <summary>What was made of ties.</summary>
    public Ties Ties { get; }

    /// <summary>Whether standard errors and Wald's test allow for dependence within clusters.</summary>
    public bool IsRobust { get; }

    /// <summary>Number of deliberations.</summary>
    public long Total { get; }

    /// <summary>Number that decided.</summary>
    public long Decided { get; }

    /// <summary>Logarithm of the partial likelihood without effects.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>Logarithm of the partial likelihood at the estimate.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Wald's test of no effect at all. Undefined where a coefficient is infinite.</summary>
    public ChiSquareTest Wald { get; }

    /// <summary>The likelihood-ratio test of no effect at all.</summary>
    public ChiSquareTest LikelihoodRatio { get; }

    /// <summary>The score test of no effect at all; for one covariate of two groups and no ties, the log-rank test.</summary>
    public ChiSquareTest Score { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="data">Deliberations, or counts of equal ones.</param>
    /// <param name="ties">What to make of decisions at the same time.</param>
    /// <param name="robust">
    /// Whether the variance is to allow for dependence within clusters, and for a wrong model: the sandwich of Lin &amp; Wei (1989), J. Am. Stat.
    /// Assoc. 84(408), 1074-1078, doi:10.1080/01621459.1989.10478874.
    /// </param>
    /// <param name="terms">The terms. Default: every covariate, with a constant effect.</param>
    /// <exception cref="ArgumentException">The factor of a term is not finite at the time of a decision.</exception>
    /// <remarks>Newton's method from 0, halving steps that do not climb.</remarks>
    public static CoxModel Fit(CoxData data, Ties ties = Ties.Efron, bool robust = false, ImmutableArray<CoxTerm> terms = default)
    {
        if (terms.IsDefault)
        {
            terms = [.. Enumerable.Range(0, data.Covariates.Length).Select(covariate => CoxTerm.Constant(data, covariate))];
        }

        foreach (var term in terms.Where(term => term.Factor is not null))
        {
            foreach (var row in data.Rows.Where(row => row.Decided && !double.IsFinite(term.Factor!(row.Time))))
            {
                throw new ArgumentException($"The factor of '{term.Name}' is not finite at time {row.Time}.", nameof(terms));
            }
        }

        return new(data, terms, ties, robust);
    }

    /// <summary>Tests whether the hazard ratios stay the same over time. Constant effects only; undefined unless the model converged.</summary>
    public Proportionality Proportionality(TimeScale scale = TimeScale.KaplanMeier) =>
        Survival.Proportionality.Of(_data, _likelihood, _beta, Coefficients, Status, scale);

    /// <summary>How well the model orders deliberations by their time. Constant effects only.</summary>
    public Concordance Concordance()
    {
        if (_likelihood.IsMoving)
        {
            throw new InvalidOperationException("Where effects change with time, a deliberation has no one relative hazard to be ordered by.");
        }

        return Survival.Concordance.Of(_data, _likelihood, _likelihood.LinearPredictors(_beta));
    }

    /// <summary>The part of one deliberation of each row in the gradient by the first coefficient, without an effect or at the estimate.</summary>
    internal double[] ScoreResiduals(bool atEstimate)
    {
        var residuals = _likelihood.ScoreResiduals(atEstimate ? _beta : new double[_beta.Length]);
        for (var index = 0; index < residuals.Length; index++)
        {
            residuals[index] *= _likelihood.Scale[index % _beta.Length];
        }

        return residuals;
    }

    /// <summary>The part of one deliberation of each row in the gradient at the estimate, a number for each term, in the scale of the
    /// likelihood.</summary>
    internal double[] ScaledScoreResiduals() => _likelihood.ScoreResiduals(_beta);

    /// <summary>The coefficients with the sandwich of clusters whose sums of <see cref="ScaledScoreResiduals"/> have these squares and
    /// products.</summary>
    internal ImmutableArray<CoxCoefficient> WithClusters(double[,] squares)
    {
        var variance = SymmetricMatrix.Sandwich(_variance, squares);
        return [.. Coefficients.Select((coefficient, k) => coefficient with
        {
            StandardError = double.IsNaN(coefficient.StandardError) ? double.NaN : Math.Sqrt(variance[k, k]) / _likelihood.Scale[k],
        })];
    }

    // Nothing in the rows and columns of the terms that depend on others.
    private static double[,] Without(double[,] information, bool[] isDependent)
    {
        var rest = (double[,])information.Clone();
        for (var i = 0; i < isDependent.Length; i++)
        {
            for (var j = 0; j < isDependent.Length; j++)
            {
                rest[i, j] = isDependent[i] || isDependent[j] ? 0 : rest[i, j];
            }
        }

        return rest;
    }

    private CoxStatus Maximise(double[] gradient, double[,] information, double[,] inverse, bool[] isDependent, bool[] isInfinite)
    {
        var size = _beta.Length;
        for (var count = 0; count < MostSteps; count++)
        {
            var step = SymmetricMatrix.Times(inverse, gradient);
            var (before, start) = (LogLikelihood, (double[])_beta.Clone());
            var length = 1.0;
            for (; ; length /= 2)
            {
                for (var k = 0; k < size; k++)
                {
                    _beta[k] = start[k] + (length * step[k]);
                }

                LogLikelihood = _likelihood.Evaluate(_beta, gradient, information);
                if (LogLikelihood >= before - (1e-12 * Math.Abs(before)))
                {
                    break;
                }

                if (length < 1e-10)
                {
                    return CoxStatus.NotConverged;
                }
            }

            inverse = SymmetricMatrix.Inverse(Without(information, isDependent), out _);
            if (Array.TrueForAll(step, change => Math.Abs(change) < StepAtRest))
            {
                return CoxStatus.Converged;
            }

            // At rest in its value but not in its coefficients, the likelihood is level for ever.
            if (length == 1 && LogLikelihood - before < LikelihoodAtRest * (1 + Math.Abs(before))
                && Array.Exists(step, change => Math.Abs(change) > StepOfTheInfinite))
            {
                for (var k = 0; k < size; k++)
                {
                    isInfinite[k] = Math.Abs(step[k]) > StepOfTheInfinite;
                }

                return CoxStatus.Infinite;
            }
        }

        return CoxStatus.NotConverged;
    }
}
