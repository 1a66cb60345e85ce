using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace VotingSim.Statistics.Survival;

/// <summary>Cox's partial likelihood of given data and terms, its derivatives, and whatever else is a sum over the times of decisions.</summary>
/// <remarks>
/// Covariates are centred and scaled, which leaves the likelihood as it is and the arithmetic well conditioned; coefficients in here are of the
/// scaled ones. Where all effects are constant, the sums over those at risk are carried from time to time; where some change with time, they are
/// taken anew.
/// </remarks>
internal sealed class PartialLikelihood
{
    private readonly CoxData _data;
    private readonly CoxData.Row[] _rows;
    private readonly Ties _ties;
    private readonly Func<double, double>?[] _factors;
    private readonly bool _isMoving;
    private readonly double[] _z;
    private readonly CoxStratum[] _strata;

    // For every row the first one with the same covariates: what moves with time moves alike for them.
    private readonly int[] _patterns;

    public PartialLikelihood(CoxData data, ImmutableArray<CoxTerm> terms, Ties ties)
    {
        (_data, _rows, _ties, Size) = (data, [.. data.Rows], ties, terms.Length);
        _factors = [.. terms.Select(term => term.Factor)];
        _isMoving = Array.Exists(_factors, factor => factor is not null);
        _z = new double[_rows.Length * Size];
        Scale = new double[Size];
        for (var k = 0; k < Size; k++)
        {
            Standardise(k, terms[k].Covariate);
        }

        _patterns = Patterns();
        _strata = [.. Enumerable.Range(0, _rows.Length).GroupBy(row => _rows[row].Stratum).OrderBy(rows => rows.Key)
            .Select(rows => new CoxStratum(data, [.. rows]))];
    }

    /// <summary>Number of terms.</summary>
    public int Size { get; }

    /// <summary>Whether an effect changes with time.</summary>
    public bool IsMoving => _isMoving;

    /// <summary>What each covariate was divided by.</summary>
    public double[] Scale { get; }

    /// <summary>Logarithm of the likelihood, with its gradient and the information (minus the second derivatives).</summary>
    public double Evaluate(double[] beta, double[] gradient, double[,] information)
    {
        Array.Clear(gradient);
        Array.Clear(information);
        var sum = 0.0;
        Walk(beta, risk =>
        {
            sum += risk.LogLikelihood;
            for (var i = 0; i < Size; i++)
            {
                gradient[i] += risk.Excess(i);
                for (var j = 0; j <= i; j++)
                {
                    information[i, j] += risk.Variance(i, j);
                }
            }
        });
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                information[j, i] = information[i, j];
            }
        }

        return sum;
    }

    /// <summary>Goes through the times of decisions, from the last to the first in each stratum.</summary>
    public void Walk(double[] beta, Action<RiskSums> visit)
    {
        var risk = new RiskSums(Size, _ties);
        var weights = Weights(beta);
        var moving = _isMoving ? new MovingTerms(_z, _patterns, _factors, beta) : null;
        foreach (var stratum in _strata)
        {
            risk.Begin();
            var (added, removed) = (0, 0);
            var late = stratum.ByEntry;
            foreach (var time in stratum.EventTimes)
            {
                if (moving is not null)
                {
                    risk.Begin();
                    moving.Begin(time);
                    for (var index = 0; index < stratum.ByTime.Length && _rows[stratum.ByTime[index]].Time >= time; index++)
                    {
                        var row = stratum.ByTime[index];
                        if (_rows[row].Entry < time)
                        {
                            var (hazard, count) = (moving.Hazard(row), _rows[row].Count);
                            risk.Add(
                                moving.Covariates(row), hazard * count, _rows[row].Decided && _rows[row].Time == time ? count : 0, hazard);
                        }
                    }
                }
                else
                {
                    risk.BeginTime();
                    for (; added < stratum.ByTime.Length && _rows[stratum.ByTime[added]].Time >= time; added++)
                    {
                        var row = stratum.ByTime[added];
                        var isEvent = _rows[row].Decided && _rows[row].Time == time;
                        risk.Add(_z.AsSpan(row * Size, Size), weights[row], isEvent ? _rows[row].Count : 0,
                            weights[row] / _rows[row].Count);
                    }

                    for (; removed < late.Length && _rows[late[removed]].Entry >= time; removed++)
                    {
                        risk.Add(_z.AsSpan(late[removed] * Size, Size), -weights[late[removed]], 0, 1);
                    }
                }

                risk.Close(time);
                visit(risk);
            }
        }
    }

    /// <summary>For every row the gradient's part of one of its deliberations, at given coefficients; rows one after another.</summary>
    /// <remarks>Score residuals (Therneau, Grambsch &amp; Fleming 1990, Biometrika 77(1), 147-160, doi:10.1093/biomet/77.1.147); with Efron's ties,
    /// tied decisions count in part among those at risk.</remarks>
    public double[] ScoreResiduals(double[] beta)
    {
        var residuals = new double[_rows.Length * Size];
        if (_isMoving)
        {
            AddMovingResiduals(beta, residuals);
            return residuals;
        }

        // Per stratum, sums over the times of decisions so far, from the first to the last.
        var times = new List<RiskSums.Moment>();
        Walk(beta, risk => times.Add(risk.Snapshot()));
        var weights = Weights(beta);
        var start = 0;
        foreach (var stratum in _strata)
        {
            var moments = times.GetRange(start, stratum.EventTimes.Length);
            moments.Reverse();
            start += moments.Count;
            var sums = new double[(moments.Count + 1) * (Size + 1)];
            for (var index = 0; index < moments.Count; index++)
            {
                for (var k = 0; k <= Size; k++)
                {
                    sums[((index + 1) * (Size + 1)) + k] = sums[(index * (Size + 1)) + k] + moments[index].AtRisk[k];
                }
            }

            var ends = moments.ConvertAll(moment => moment.Time);
            foreach (var row in stratum.ByTime)
            {
                var (entry, time, decided, count, _, _) = _rows[row];
                var (first, last) = (CountUpTo(ends, entry), CountUpTo(ends, time));
                var weight = weights[row] / count;
                for (var k = 0; k < Size; k++)
                {
                    var z = _z[(row * Size) + k];
                    double Sum(int of) => sums[(last * (Size + 1)) + of] - sums[(first * (Size + 1)) + of];
                    var (hazard, mean, own) = (Sum(Size), Sum(k), 0.0);
                    if (decided)
                    {
                        var moment = moments[last - 1];
                        hazard += moment.Deciding[Size] - moment.AtRisk[Size];
                        mean += moment.Deciding[k] - moment.AtRisk[k];
                        own = z - moment.Mean[k];
                    }

                    residuals[(row * Size) + k] = own - (weight * ((z * hazard) - mean));
                }
            }
        }

        return residuals;
    }

    /// <summary>Logarithm of each row's relative hazard. Constant effects only.</summary>
    public double[] LinearPredictors(double[] beta)
    {
        var predictors = new double[_rows.Length];
        for (var row = 0; row < predictors.Length; row++)
        {
            for (var k = 0; k < Size; k++)
            {
                predictors[row] += beta[k] * _z[(row * Size) + k];
            }
        }

        return predictors;
    }

    private static int CountUpTo(List<double> sorted, double time)
    {
        var index = sorted.BinarySearch(time);
        return index < 0 ? ~index : index + 1;
    }

    private void AddMovingResiduals(double[] beta, double[] residuals)
    {
        var times = new List<RiskSums.Moment>();
        Walk(beta, risk => times.Add(risk.Snapshot()));
        var (index, moving) = (0, new MovingTerms(_z, _patterns, _factors, beta));
        foreach (var stratum in _strata)
        {
            foreach (var time in stratum.EventTimes)
            {
                var moment = times[index++];
                moving.Begin(time);
                foreach (var row in stratum.ByTime)
                {
                    var (entry, end, decided, _, _, _) = _rows[row];
                    if (end < time)
                    {
                        break;
                    }

                    if (entry >= time)
                    {
                        continue;
                    }

                    var isEvent = decided && end == time;
                    var share = isEvent ? moment.Deciding : moment.AtRisk;
                    var weight = moving.Hazard(row);
                    var covariates = moving.Covariates(row);
                    for (var k = 0; k < Size; k++)
                    {
                        var z = covariates[k];
                        residuals[(row * Size) + k] += (isEvent ? z - moment.Mean[k] : 0) - (weight * ((z * share[Size]) - share[k]));
                    }
                }
            }
        }
    }

    private int[] Patterns()
    {
        var (patterns, known) = (new int[_rows.Length], new Dictionary<string, int>(StringComparer.Ordinal));
        for (var row = 0; row < patterns.Length && _isMoving; row++)
        {
            // The bits of the numbers, as text: equal texts are equal numbers.
            var bits = new string(MemoryMarshal.Cast<double, char>(_z.AsSpan(row * Size, Size)));
            patterns[row] = known.TryGetValue(bits, out var first) ? first : known[bits] = row;
        }

        return patterns;
    }

    // Relative hazard times count, of every row.
    private double[] Weights(double[] beta)
    {
        var weights = _isMoving ? [] : LinearPredictors(beta);
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = _rows[row].Count * Math.Exp(weights[row]);
        }

        return weights;
    }

    private void Standardise(int k, int covariate)
    {
        var (sum, deviations) = (0.0, 0.0);
        for (var row = 0; row < _rows.Length; row++)
        {
            sum += _rows[row].Count * _data.Covariate(row, covariate);
        }

        var mean = sum / _data.Total;
        for (var row = 0; row < _rows.Length; row++)
        {
            var difference = _data.Covariate(row, covariate) - mean;
            deviations += _rows[row].Count * difference * difference;
        }

        Scale[k] = deviations > 0 ? Math.Sqrt(deviations / _data.Total) : 1;
        for (var row = 0; row < _rows.Length; row++)
        {
            _z[(row * Size) + k] = (_data.Covariate(row, covariate) - mean) / Scale[k];
        }
    }
}
