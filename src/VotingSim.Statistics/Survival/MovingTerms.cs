namespace VotingSim.Statistics.Survival;

/// <summary>Covariates times what their terms are multiplied by, and relative hazards, at one time after the other; computed once for rows that
/// have the same covariates.</summary>
internal sealed class MovingTerms
{
    private readonly double[] _z;
    private readonly int[] _patterns;
    private readonly Func<double, double>?[] _terms;
    private readonly double[] _beta;
    private readonly double[] _factors;
    private readonly double[] _moved;
    private readonly double[] _hazards;
    private readonly double[] _times;
    private readonly bool _isLasting;
    private double _time;

    /// <summary>Prepares for the times.</summary>
    /// <param name="z">Covariates, row after row.</param>
    /// <param name="patterns">For every row the first one with the same covariates.</param>
    /// <param name="terms">What each term is multiplied by at a time; null for 1 throughout.</param>
    /// <param name="beta">The coefficients.</param>
    public MovingTerms(double[] z, int[] patterns, Func<double, double>?[] terms, double[] beta)
    {
        (_z, _patterns, _terms, _beta, _factors, _moved) = (z, patterns, terms, beta, new double[terms.Length], new double[z.Length]);
        (_hazards, _times) = (new double[patterns.Length], new double[patterns.Length]);
        Array.Fill(_times, double.NaN);

        // Where the terms that change have no effect, hazards are the same at all times.
        _isLasting = Enumerable.Range(0, terms.Length).All(k => terms[k] is null || beta[k] == 0);
    }

    /// <summary>Goes to another time.</summary>
    public void Begin(double time)
    {
        _time = time;
        for (var k = 0; k < _factors.Length; k++)
        {
            _factors[k] = _terms[k]?.Invoke(time) ?? 1;
        }
    }

    /// <summary>The covariates of a row at this time.</summary>
    public ReadOnlySpan<double> Covariates(int row) => _moved.AsSpan(At(row) * _factors.Length, _factors.Length);

    /// <summary>The relative hazard of a row at this time.</summary>
    public double Hazard(int row) => _hazards[At(row)];

    private int At(int row)
    {
        var pattern = _patterns[row];
        if (_times[pattern] == _time)
        {
            return pattern;
        }

        var (first, predictor) = (pattern * _factors.Length, 0.0);
        for (var k = 0; k < _factors.Length; k++)
        {
            _moved[first + k] = _z[first + k] * _factors[k];
            predictor += _beta[k] * _moved[first + k];
        }

        if (!_isLasting || double.IsNaN(_times[pattern]))
        {
            _hazards[pattern] = Math.Exp(predictor);
        }

        _times[pattern] = _time;
        return pattern;
    }
}
