namespace VotingSim.Statistics.Survival;

/// <summary>Sums over those at risk and those deciding at a time, and what the partial likelihood makes of them.</summary>
/// <remarks>
/// With Efron's ties the l-th of d tied decisions meets the risk set less l/d of those deciding; everything that is summed over l is made of the
/// same few sums.
/// </remarks>
internal sealed class RiskSums(int size, Ties ties)
{
    private readonly double[] _s1 = new double[size];
    private readonly double[] _s2 = new double[size * size];
    private readonly double[] _d1 = new double[size];
    private readonly double[] _d2 = new double[size * size];
    private readonly double[] _x = new double[size];
    private double _s0;
    private double _d0;
    private double _eta;

    private TiedSums _tied;

    /// <summary>The time.</summary>
    public double Time { get; private set; }

    /// <summary>Number of decisions.</summary>
    public double Decided { get; private set; }

    /// <summary>The part of the log-likelihood.</summary>
    public double LogLikelihood => _eta - _tied.Logarithm;

    /// <summary>Covariates of those deciding above their mean among those at risk, summed: the part of the gradient.</summary>
    public double Excess(int k) => _x[k] - Mean(k);

    /// <summary>The part of the information.</summary>
    public double Variance(int i, int j) => (_s2[(i * size) + j] * _tied.Inverse) - (_d2[(i * size) + j] * _tied.InverseU)
        - (_s1[i] * _s1[j] * _tied.Square) + (((_s1[i] * _d1[j]) + (_d1[i] * _s1[j])) * _tied.SquareU) - (_d1[i] * _d1[j] * _tied.SquareUU);

    /// <summary>Forgets everybody.</summary>
    public void Begin()
    {
        _s0 = 0;
        Array.Clear(_s1);
        Array.Clear(_s2);
        BeginTime();
    }

    /// <summary>Forgets those deciding; the others stay at risk.</summary>
    public void BeginTime()
    {
        (_d0, _eta, Decided) = (0, 0, 0);
        Array.Clear(_d1);
        Array.Clear(_d2);
        Array.Clear(_x);
    }

    /// <summary>Adds a row to those at risk, or removes it by a negative weight.</summary>
    /// <param name="z">Covariates.</param>
    /// <param name="weight">Relative hazard times count.</param>
    /// <param name="decided">How many of it decide now.</param>
    /// <param name="hazard">Relative hazard.</param>
    public void Add(ReadOnlySpan<double> z, double weight, double decided, double hazard)
    {
        _s0 += weight;
        Add(_s1, _s2, z, weight);

        if (decided == 0)
        {
            return;
        }

        Decided += decided;
        _eta += decided * Math.Log(hazard);
        _d0 += weight;
        Add(_d1, _d2, z, weight);
        for (var i = 0; i < z.Length; i++)
        {
            _x[i] += decided * z[i];
        }
    }

    /// <summary>Ends the adding at a time.</summary>
    public void Close(double time)
    {
        Time = time;
        _tied = ties == Ties.Efron
            ? TiedSums.Of(Decided, _s0, _d0)
            : new(Decided / _s0, 0, Decided / (_s0 * _s0), 0, 0, Decided * Math.Log(_s0));
    }

    /// <summary>What the residuals of rows need to know of this time.</summary>
    public Moment Snapshot()
    {
        var (atRisk, deciding, mean) = (new double[size + 1], new double[size + 1], new double[size]);
        for (var k = 0; k < size; k++)
        {
            atRisk[k] = (_s1[k] * _tied.Square) - (_d1[k] * _tied.SquareU);
            deciding[k] = (_s1[k] * (_tied.Square - _tied.SquareU)) - (_d1[k] * (_tied.SquareU - _tied.SquareUU));
            mean[k] = Mean(k) / Decided;
        }

        (atRisk[size], deciding[size]) = (_tied.Inverse, _tied.Inverse - _tied.InverseU);
        if (ties == Ties.Breslow)
        {
            deciding = atRisk;
        }

        return new(Time, atRisk, deciding, mean);
    }

    private static void Add(double[] first, double[] second, ReadOnlySpan<double> z, double weight)
    {
        for (var i = 0; i < z.Length; i++)
        {
            var weighted = weight * z[i];
            first[i] += weighted;
            var row = second.AsSpan(i * z.Length, i + 1);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] += weighted * z[j];
            }
        }
    }

    private double Mean(int k) => (_s1[k] * _tied.Inverse) - (_d1[k] * _tied.InverseU);

    /// <summary>Sums over the tied decisions at a time.</summary>
    /// <param name="Time">The time.</param>
    /// <param name="AtRisk">For those who do not decide: mean of each covariate times hazard; at last the hazard.</param>
    /// <param name="Deciding">The same for those who do, who are at risk for a part only.</param>
    /// <param name="Mean">Mean of each covariate among those at risk.</param>
    public sealed record Moment(double Time, double[] AtRisk, double[] Deciding, double[] Mean);
}
