using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Randomness;
using VotingSim.Vectors;

namespace VotingSim.Worlds;

/// <summary>The worlds of a cohort: what its replications differ in from the beginning, as quantities. Whoever needs one draws it, from counters,
/// so that nothing is sent.</summary>
/// <remarks>Opened with a cohort, whose first lanes are its replications in order; quantities are made then, and follow when lanes are kept.
/// Buffers serve one cohort after another.</remarks>
internal sealed class WorldDraws(WorldUncertainty? uncertainty, ulong seed)
{
    private readonly Draw _draw = new(seed);
    private readonly ParameterDraws? _parameters = uncertainty is null ? null : new(uncertainty, seed);
    private readonly List<(double[] Values, int Columns, int Stride)> _buffers = [];
    private Cohort _cohort;
    private ulong[] _replications = [];
    private int _used;

    /// <summary>Begins with another cohort. Quantities made before are no longer valid.</summary>
    public void Open(Cohort cohort)
    {
        (_cohort, _used) = (cohort, 0);
        if (_replications.Length < cohort.Lanes)
        {
            _replications = new ulong[cohort.Lanes];
        }

        cohort.CopyTo(_replications);
        _parameters?.Open(cohort);
    }

    /// <summary>A parameter of the model: what is configured, unless it is uncertain.</summary>
    /// <param name="parameter">What it is.</param>
    /// <param name="configured">What is configured.</param>
    /// <param name="seat">The member whose it is, if any.</param>
    /// <param name="issue">The issue, if any.</param>
    /// <param name="power">The external power whose it is, if any.</param>
    public Quantity Of(WorldParameter parameter, double configured, int? seat = null, int? issue = null, int? power = null)
    {
        var quantity = new Quantity(configured);
        if (_parameters is null)
        {
            return quantity;
        }

        foreach (var (index, uncertain) in _parameters.Uncertainty.Parameters.Index())
        {
            var (isWanted, isOurs) = (uncertain.Parameter == parameter, (uncertain.Seat ?? seat) == seat && (uncertain.Power ?? power) == power);
            if (isWanted && isOurs && (uncertain.Issue ?? issue) == issue)
            {
                var (lowest, highest) = (Vector256.Create(uncertain.Lowest), Vector256.Create(uncertain.Highest));
                quantity = From(quantity, new(_parameters.Drawn(index)), (value, drawn) =>
                    Vector256.Min(Vector256.Max(uncertain.Scales ? value * drawn : drawn, lowest), highest));
            }
        }

        return quantity;
    }

    /// <summary>What an analyst does not know of a position or a salience: clamp(centre + deviation z, 0, 100).</summary>
    public Quantity Around(Quantity centre, Quantity deviation, DrawPurpose purpose, int seat, int issue)
    {
        if (deviation.Is(0))
        {
            return From(centre, OnScale);
        }

        var column = Rent(1, _cohort.Lanes);
        var place = (uint)(seat | issue << 16);
        if (Width.IsEight)
        {
            Around<EightLanes>(column, centre, deviation, place, purpose);
        }
        else
        {
            Around<FourLanes>(column, centre, deviation, place, purpose);
        }

        return new(column);
    }

    /// <summary>W = ceil(A exp(B z)), the wait for the agenda.</summary>
    public void DrawWaits(double[] waits, Quantity median, Quantity spread)
    {
        for (var lane = 0; lane < _cohort.Lanes; lane += Cohort.LanesPerVector)
        {
            if (median.Is(0))
            {
                waits.Set(lane, Vector256<double>.Zero);
                continue;
            }

            var z = _draw.Normal(_replications.At(lane), 0, 0, 0, DrawPurpose.Agenda);
            waits.Set(lane, Vector256.Ceiling(median.At(lane) * Elementary.Exp(spread.At(lane) * z)));
        }
    }

    /// <summary>A quantity that follows from another.</summary>
    public Quantity From(Quantity source, Func<Vector256<double>, Vector256<double>> formula)
    {
        if (source.IsConstant)
        {
            return new(formula(source.At(0)).ToScalar());
        }

        var column = Rent(1, _cohort.Lanes);
        for (var lane = 0; lane < _cohort.Lanes; lane += Cohort.LanesPerVector)
        {
            column.Set(lane, formula(source.At(lane)));
        }

        return new(column);
    }

    /// <summary>A quantity that follows from two others.</summary>
    public Quantity From(Quantity first, Quantity second, Func<Vector256<double>, Vector256<double>, Vector256<double>> formula)
    {
        if (first.IsConstant && second.IsConstant)
        {
            return new(formula(first.At(0), second.At(0)).ToScalar());
        }

        var column = Rent(1, _cohort.Lanes);
        for (var lane = 0; lane < _cohort.Lanes; lane += Cohort.LanesPerVector)
        {
            column.Set(lane, formula(first.At(lane), second.At(lane)));
        }

        return new(column);
    }

    /// <summary>Quantities side by side.</summary>
    public QuantityList List(params ReadOnlySpan<Quantity> quantities)
    {
        foreach (var quantity in quantities)
        {
            if (!quantity.IsConstant)
            {
                var stride = _cohort.Lanes + Columns.Gap;
                return new(quantities, Rent(quantities.Length, stride), stride, _cohort.Lanes);
            }
        }

        return new(quantities, new double[quantities.Length * Width.Most], Width.Most, Width.Most);
    }

    /// <summary>What was drawn for each uncertain parameter, before it scales or is clamped, by replication.</summary>
    public double[][] Drawn() => _parameters is null ? [] :
        [.. Enumerable.Range(0, _parameters.Uncertainty.Parameters.Length).Select(index => _parameters.Drawn(index)[.._cohort.Count])];

    /// <summary>Moves the kept lanes of all quantities to the front; see <see cref="Lane"/>.</summary>
    public void Keep(ReadOnlySpan<int> kept)
    {
        if (kept.IsEmpty)
        {
            return;
        }

        foreach (var (values, columns, stride) in _buffers.Take(_used))
        {
            for (var column = 0; column < columns; column++)
            {
                values.AsSpan(column * stride).Keep(kept);
            }
        }
    }

    private static Vector256<double> OnScale(Vector256<double> value) =>
        Vector256.Min(Vector256.Max(value, Vector256<double>.Zero), Vector256.Create(100.0));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Around<T>(double[] column, Quantity centre, Quantity deviation, uint place, DrawPurpose purpose)
        where T : struct, ILanes<T>
    {
        for (var lane = 0; lane < _cohort.Lanes; lane += T.Count)
        {
            var (first, second) = _draw.Pair(_replications.BitsAt<T>(lane), 0, place, purpose);
            var value = centre.At<T>(lane) + (deviation.At<T>(lane) * Draw.Normal(first, second));
            column.Set(lane, T.Min(T.Max(value, T.Of(0)), T.Of(100.0)));
        }
    }

    private double[] Rent(int columns, int stride)
    {
        if (_used == _buffers.Count)
        {
            _buffers.Add(default);
        }

        var values = _buffers[_used].Values;
        if (values is null || values.Length < columns * stride)
        {
            values = new double[columns * stride];
        }

        _buffers[_used++] = (values, columns, stride);
        return values;
    }
}
