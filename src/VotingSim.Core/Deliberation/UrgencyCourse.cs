using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Randomness;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>kappa from session to session: it grows, shocks raise it, and a ceiling bounds it. Model.md 3.0.</summary>
internal sealed class UrgencyCourse(Urgency urgency, DeliberationSettings settings, ulong seed)
{
    private const int MostShocks = 8;

    private readonly Draw _draw = new(seed);
    private double[] _luck = [];
    private Quantity _shock;          // 1 + J
    private Quantity _ceiling;
    private (Quantity Growth, QuantityList Reach) _first; // exp(g Delta / 30), and F_0..F_7 of the shocks, of the time before the first session
    private (Quantity Growth, QuantityList Reach) _later; // the same of an interval
    private bool _hasShocks;

    /// <summary>kappa(r), a column.</summary>
    public double[] Now { get; private set; } = [];

    /// <summary>kappa(r-1), a column; before session 0 the urgency of the opening.</summary>
    public double[] Last { get; private set; } = [];

    /// <summary>Begins with another cohort.</summary>
    public void Open(WorldDraws worlds, int lanes)
    {
        if (Now.Length < lanes)
        {
            (Now, Last, _luck) = (new double[lanes], new double[lanes], new double[lanes]);
        }

        var initial = worlds.Of(WorldParameter.UrgencyInitial, urgency.Initial);
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            Now.Set(lane, initial.At(lane));
        }

        var growth = worlds.Of(WorldParameter.UrgencyGrowth, urgency.Growth);
        var rate = worlds.Of(WorldParameter.ShockRate, urgency.ShockRate);
        _hasShocks = !rate.Is(0);
        _shock = worlds.From(worlds.Of(WorldParameter.ShockSize, urgency.ShockSize), static size => Vector256<double>.One + size);
        _ceiling = worlds.Of(WorldParameter.UrgencyCeiling, urgency.Ceiling);
        _first = Over(worlds, settings.Calendar.FirstRoundDay, growth, rate);
        _later = Over(worlds, settings.Calendar.RoundDays, growth, rate);
    }

    /// <summary>Lets the days before a session pass.</summary>
    public void Pass(int round, ReadOnlySpan<ulong> replications)
    {
        (Now, Last) = (Last, Now);
        if (_hasShocks)
        {
            _draw.Uniform(_luck, replications, round, 0, DrawPurpose.Shock);
        }

        var (growth, reach) = round == 0 ? _first : _later;
        for (var lane = 0; lane < replications.Length; lane += Cohort.LanesPerVector)
        {
            var kappa = Last.At(lane) * growth.At(lane);
            for (var shock = 0; _hasShocks && shock < MostShocks; shock++)
            {
                var strikes = Vector256.GreaterThanOrEqual(_luck.At(lane), reach.At(shock, lane));
                if (strikes == Vector256<double>.Zero)
                {
                    break; // F_k rises with k
                }

                kappa = Vector256.ConditionalSelect(strikes, kappa * _shock.At(lane), kappa);
            }

            Now.Set(lane, Vector256.Min(_ceiling.At(lane), kappa));
        }
    }

    /// <summary>Moves the kept lanes to the front.</summary>
    public void Keep(ReadOnlySpan<int> kept) => Now.Keep(kept);

    private static (Quantity Growth, QuantityList Reach) Over(WorldDraws worlds, double days, Quantity growth, Quantity rate)
    {
        var (elapsed, month) = (Vector256.Create(days), Vector256.Create(30.0));
        var mean = worlds.From(rate, lambda => lambda * elapsed / month);
        var term = worlds.From(mean, static v => Elementary.Exp(-v));
        var reach = new Quantity[MostShocks];
        reach[0] = term;
        for (var shock = 1; shock < MostShocks; shock++)
        {
            var count = Vector256.Create((double)shock);
            term = worlds.From(term, mean, (t, v) => t * v / count);
            reach[shock] = worlds.From(reach[shock - 1], term, static (sum, t) => sum + t);
        }

        return (worlds.From(growth, g => Elementary.Exp(g * elapsed / month)), worlds.List(reach));
    }
}
