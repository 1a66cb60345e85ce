using System.Text;
using VotingSim.Cohorts;
using VotingSim.Randomness;

namespace VotingSim.Worlds;

/// <summary>The numbers drawn for the uncertain parameters of a cohort, each when it is first asked for.</summary>
internal sealed class ParameterDraws(WorldUncertainty uncertainty, ulong seed)
{
    private readonly Draw _draw = new(seed);
    private readonly uint[] _places = [.. uncertainty.Parameters.Select(parameter => PlaceOf(parameter.Name))];
    private readonly int[] _columns = [.. uncertainty.Parameters.Select(parameter => uncertainty.Posterior?.Columns.IndexOf(parameter.Name) ?? -1)];
    private readonly double[] _reach = Cumulate(uncertainty.Posterior);
    private readonly double[][] _drawn = [.. uncertainty.Parameters.Select(_ => Array.Empty<double>())];
    private readonly bool[] _isDrawn = new bool[uncertainty.Parameters.Length];
    private ulong[] _draws = [];
    private int[] _rows = [];
    private bool _hasRows;
    private int _lanes;

    /// <summary>What is uncertain.</summary>
    public WorldUncertainty Uncertainty => uncertainty;

    /// <summary>The 32-bit FNV-1a hash of a name's UTF-8 (Fowler, Noll &amp; Vo; RFC 9923), in the place of "member | issue &lt;&lt; 16".</summary>
    public static uint PlaceOf(string name)
    {
        var hash = 2166136261;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ octet) * 16777619);
        }

        return hash;
    }

    /// <summary>Begins with another cohort.</summary>
    public void Open(Cohort cohort)
    {
        (_lanes, _hasRows) = (cohort.Lanes, false);
        Array.Clear(_isDrawn);
        if (_draws.Length < _lanes)
        {
            _draws = new ulong[_lanes];
        }

        cohort.CopyTo(_draws);
        for (var lane = 0; lane < _lanes; lane++)
        {
            _draws[lane] = (uint)_draws[lane] / (ulong)uncertainty.PerDraw; // of the world, whatever the matter
        }
    }

    /// <summary>The numbers drawn for a parameter, by replication.</summary>
    public double[] Drawn(int index)
    {
        if (!_isDrawn[index])
        {
            _isDrawn[index] = true;
            if (_drawn[index].Length < _lanes)
            {
                _drawn[index] = new double[_lanes];
            }

            if (_columns[index] >= 0)
            {
                TakeFromRows(_drawn[index], _columns[index]);
            }
            else
            {
                Draw(_drawn[index], _places[index], PriorOf(uncertainty.Parameters[index]));
            }
        }

        return _drawn[index];
    }

    private static Prior PriorOf(UncertainParameter parameter) => parameter.Prior
        ?? throw new InvalidOperationException($"'{parameter.Name}' has neither a prior nor a column of the posterior.");

    private void Draw(double[] drawn, uint place, Prior prior)
    {
        for (var lane = 0; lane < _lanes; lane += Cohort.LanesPerVector)
        {
            var (u, second) = _draw.Pair(_draws.At(lane), 0, place, DrawPurpose.Parameter);
            drawn.Set(lane, prior.At(u, prior.ReadsNormal ? Randomness.Draw.Normal(u, second) : default));
        }
    }

    private void TakeFromRows(double[] drawn, int column)
    {
        if (!_hasRows)
        {
            ChooseRows();
        }

        for (var lane = 0; lane < _lanes; lane++)
        {
            drawn[lane] = uncertainty.Posterior!.Rows[_rows[lane]][column];
        }
    }

    // The first row at which the weights, summed in order, reach u times their total.
    private void ChooseRows()
    {
        _hasRows = true;
        if (_rows.Length < _lanes)
        {
            _rows = new int[_lanes];
        }

        if (uncertainty.Posterior!.IsInOrder)
        {
            for (var lane = 0; lane < _lanes; lane++)
            {
                _rows[lane] = (int)(_draws[lane] % (ulong)_reach.Length);
            }

            return;
        }

        var (place, uniform) = (PlaceOf(Posterior.Name), new double[_lanes]);
        for (var lane = 0; lane < _lanes; lane += Cohort.LanesPerVector)
        {
            uniform.Set(lane, _draw.Pair(_draws.At(lane), 0, place, DrawPurpose.Parameter).First);
        }

        for (var lane = 0; lane < _lanes; lane++)
        {
            var (low, high, sought) = (0, _reach.Length - 1, uniform[lane] * _reach[^1]);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _reach[middle] >= sought ? (low, middle) : (middle + 1, high);
            }

            _rows[lane] = low;
        }
    }

    private static double[] Cumulate(Posterior? posterior)
    {
        if (posterior is null)
        {
            return [];
        }

        var (reach, sum) = (new double[posterior.Rows.Length], 0.0);
        for (var row = 0; row < reach.Length; row++)
        {
            sum += posterior.Weights.IsDefaultOrEmpty ? 1 : posterior.Weights[row];
            reach[row] = sum;
        }

        return reach;
    }
}
