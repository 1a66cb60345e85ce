using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Randomness;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>w_i: how much more a doubter's voice weighs in the draft from session to session, up to a bound. Model.md 3.0.</summary>
internal sealed class Accommodation(int members, DeliberationSettings settings)
{
    private Quantity _gain;       // exp(ln(1 + mu) L / 30)
    private Quantity _heaviest;   // w_max
    private bool _isOff;

    /// <summary>w_i, a column per member.</summary>
    public Columns Weights { get; private set; } = new(0, 0);

    /// <summary>Begins with another cohort.</summary>
    public void Open(WorldDraws worlds, int lanes)
    {
        if (Weights.Lanes < lanes)
        {
            Weights = new(members, lanes);
        }

        Weights.Fill(1);
        var mu = worlds.Of(WorldParameter.Accommodation, settings.Accommodation);
        var (interval, month) = (Vector256.Create(settings.Calendar.RoundDays), Vector256.Create(30.0));
        _isOff = mu.Is(0);
        _gain = worlds.From(mu, gain => Elementary.Exp(Elementary.Log(Vector256<double>.One + gain) * interval / month));
        _heaviest = worlds.Of(WorldParameter.HeaviestVoice, settings.HeaviestVoice);
    }

    /// <summary>w_i &lt;- min(w_max, w_i exp(ln(1 + mu) L / 30)) for i in T that did not support.</summary>
    public void Pass(ulong[] target, ulong[] supporters, int lanes)
    {
        if (_isOff)
        {
            return;
        }

        if (Width.IsEight)
        {
            Pass<EightLanes>(target, supporters, lanes);
        }
        else
        {
            Pass<FourLanes>(target, supporters, lanes);
        }
    }

    private void Pass<T>(ulong[] target, ulong[] supporters, int lanes)
        where T : struct, ILanes<T>
    {
        var (weights, heaviest, gain) = (Weights, _heaviest, _gain);
        for (var lane = 0; lane < lanes; lane += T.Count)
        {
            var doubters = T.Without(target.BitsAt<T>(lane), supporters.BitsAt<T>(lane));
            for (var member = 0; member < members; member++)
            {
                var weight = weights.At<T>(member, lane);
                var heavier = T.Min(heaviest.At<T>(lane), weight * gain.At<T>(lane));
                weights.Set(member, lane, T.Select(T.Has(doubters, T.OfBits(1UL << member)), heavier, weight));
            }
        }
    }

    /// <summary>Moves the kept lanes to the front.</summary>
    public void Keep(ReadOnlySpan<int> kept) => Weights.Keep(kept);
}
