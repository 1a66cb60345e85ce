using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Randomness;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>Lambda_i, what nobody can explain in a member's ballots. It stays what it is until something at home changes it, which happens at rate
/// 1 / theta: model.md 3.0.</summary>
internal sealed class Inclination(int seat, DeliberationSettings settings, ulong seed)
{
    private readonly Draw _draw = new(seed);
    private Quantity _theta;
    private Quantity _lasts;          // exp(-L / theta)
    private double[] _inclination = [];
    private double[] _luck = [];      // u1
    private double[] _steadiness = []; // u2

    /// <summary>Begins with another cohort.</summary>
    public void Open(WorldDraws worlds, int lanes)
    {
        var interval = Vector256.Create(-settings.Calendar.RoundDays);
        _theta = worlds.Of(WorldParameter.DispositionDays, settings.DispositionDays);
        _lasts = worlds.From(_theta, theta => Elementary.Exp(interval / theta)); // theta = 0: the smallest normal number, which no draw is below
        if (_inclination.Length < lanes)
        {
            (_inclination, _luck, _steadiness) = (new double[lanes], new double[lanes], new double[lanes]);
        }
    }

    /// <summary>Moves the kept lanes to the front.</summary>
    public void Keep(ReadOnlySpan<int> kept) => _inclination.Keep(kept);

    /// <summary>Lambda_i of four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> At(int lane) => _inclination.At(lane);

    /// <summary>Lets the days before a session pass.</summary>
    public void Pass(Brief brief)
    {
        var replications = brief.Replications.AsSpan(0, brief.Lanes);
        if (brief.Round == 0 || _theta.Is(0))
        {
            _draw.Uniform(_luck, replications, brief.Round, seat, DrawPurpose.Ballot);
            for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
            {
                _inclination.Set(lane, Draw.Logistic(_luck.At(lane)));
            }

            return;
        }

        _draw.Pairs(_luck, _steadiness, replications, brief.Round, seat, DrawPurpose.Ballot);
        for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
        {
            // The logarithm only where one of four changes.
            var changes = Vector256.GreaterThanOrEqual(_steadiness.At(lane), _lasts.At(lane));
            if (changes != Vector256<double>.Zero)
            {
                _inclination.Set(lane, Vector256.ConditionalSelect(changes, Draw.Logistic(_luck.At(lane)), _inclination.At(lane)));
            }
        }
    }
}
