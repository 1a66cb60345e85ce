using System.Collections.Immutable;

namespace VotingSim.Statistics.Survival;

/// <summary>Standard errors of a Cox model that allow for dependence within clusters, where the model knows deliberations as counts and cannot know
/// which belong together.</summary>
/// <remarks>
/// The sandwich of Lin &amp; Wei (1989), J. Am. Stat. Assoc. 84(408), 1074-1078, doi:10.1080/01621459.1989.10478874: the parts of a cluster in the
/// gradient are summed before they are squared. The caller goes through the clusters once, sums each over its deliberations, and hands over the
/// sum; memory does not grow with their number.
/// </remarks>
public sealed class CoxClusters
{
    private readonly CoxModel _model;
    private readonly double[] _residuals;
    private readonly double[,] _squares;

    /// <summary>Prepares for the clusters of a model's data.</summary>
    public CoxClusters(CoxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, Size) = (model, model.Coefficients.Length);
        (_residuals, _squares) = (model.ScaledScoreResiduals(), new double[Size, Size]);
    }

    /// <summary>Number of terms, the length of a cluster's sum.</summary>
    public int Size { get; }

    /// <summary>Adds a deliberation to the sum of its cluster.</summary>
    /// <param name="sum">The sum, of <see cref="Size"/> numbers.</param>
    /// <param name="row">The row of the data that it is counted in, in the order in which rows were added.</param>
    public void Sum(Span<double> sum, int row)
    {
        var residuals = _residuals.AsSpan(row * Size, Size);
        for (var term = 0; term < residuals.Length; term++)
        {
            sum[term] += residuals[term];
        }
    }

    /// <summary>Adds a whole cluster.</summary>
    /// <param name="sum">The sum of its deliberations.</param>
    public void Add(ReadOnlySpan<double> sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                _squares[i, j] += sum[i] * sum[j];
            }
        }
    }

    /// <summary>The model's coefficients with the standard errors of the clusters so far.</summary>
    public ImmutableArray<CoxCoefficient> Coefficients()
    {
        var squares = new double[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                squares[i, j] = _squares[Math.Max(i, j), Math.Min(i, j)];
            }
        }

        return _model.WithClusters(squares);
    }
}
