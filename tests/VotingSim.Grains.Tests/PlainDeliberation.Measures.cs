using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>Section 5: what is measured of a replication.</summary>
internal sealed partial class PlainDeliberation
{
    /// <summary>What each uncertain parameter was drawn to be, in their order.</summary>
    public double[] Parameters { get; }

    /// <summary>Every round.</summary>
    public List<PlainRound> Trace { get; } = [];

    public bool Decided { get; }

    public Ending Ending { get; }

    public int WaitDays { get; }

    public int Rounds { get; }

    public double Days { get; }

    public Coalition Supporters { get; } = Coalition.Empty;

    public Coalition Objectors { get; } = Coalition.Empty;

    public Coalition OptedOut { get; } = Coalition.Empty;

    public double[] Outcome { get; private set; } = [];

    /// <summary>The text before a sponsor moved it.</summary>
    public double[] Supported { get; private set; } = [];

    public double OpeningCohesion { get; }

    public double PositionalCohesion { get; private set; }

    public double Polarization { get; private set; }

    public double AgreementIndex { get; private set; }

    public double RiceIndex { get; private set; }

    public int Outvoted { get; private set; }

    public double Coverage { get; private set; }

    public double Content { get; private set; }

    public double MeanUtility { get; private set; }

    public double MinimumUtility { get; private set; }

    public double Inequality { get; private set; }

    /// <summary>Section 9: U_i(p) - R_i in the last session.</summary>
    public double[] Surplus { get; private set; } = [];

    /// <summary>Mean over issues of |p_k - q_k|.</summary>
    public double Shift { get; private set; }

    /// <summary>e_i in this world.</summary>
    public double[] Exposure { get; private set; } = [];

    public bool HasText => Decided || Ending == Ending.Minilateral;

    private void Measure()
    {
        Supported = [.. Enumerable.Range(0, _issues).Select(k => HasText ? _p[k] : StatusQuo(k))];

        // 9. A sponsor
        Outcome = Ending == Ending.Minilateral && _terms.WayAround!.Sponsor is { } sponsor
            ? [.. _p.Select((p, k) => ((1 - sponsor.Weight) * p) + (sponsor.Weight * Crisis.ExternalPowers[sponsor.Power].Position[k]))]
            : Supported;
        PositionalCohesion = Cohesion();

        // Where no session was held there is nothing to count.
        var (yes, no) = (Supporters.Count, Objectors.Count);
        var most = new[] { yes, no, _n - yes - no }.Max();
        AgreementIndex = Rounds == 0 ? double.NaN : (most - ((_n - most) / 2.0)) / _n;
        RiceIndex = yes + no == 0 ? double.NaN : Math.Abs(yes - no) / (double)(yes + no);
        Content = Rounds == 0 ? double.NaN : _margins.Count(margin => margin >= 0) / (double)_n;
        Outvoted = Decided ? no - OptedOut.Count : 0;
        Coverage = HasText ? (_n - OptedOut.Count) / (double)_n : double.NaN;

        var losses = new double[_n];
        for (var i = 0; i < _n; i++)
        {
            losses[i] = Loss(i, k => OptedOut.Contains(i) ? StatusQuo(k) : Outcome[k]);
        }

        Surplus = [.. Enumerable.Range(0, _n).Select(i =>
            HasText ? 1 - Loss(i, k => Outcome[k]) - (1 - Loss(i, StatusQuo) - (_kappa * Crisis.Stances[i].Exposure)) : 0)];
        Shift = Enumerable.Range(0, _issues).Average(k => Math.Abs(Outcome[k] - StatusQuo(k)));
        Exposure = [.. Crisis.Stances.Select(stance => stance.Exposure)];
        MeanUtility = losses.Average(loss => 1 - loss);
        MinimumUtility = losses.Min(loss => 1 - loss);
        var absolute = 0.0;
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < _n; j++)
            {
                absolute += Math.Abs(losses[i] - losses[j]);
                for (var k = 0; k < _issues; k++)
                {
                    Polarization += Math.Pow(1.0 / _n, 2.3) * (1.0 / _n) * Math.Abs(_o[i, k] - _o[j, k]) / 100 / _issues;
                }
            }
        }

        // What rounding leaves of no loss at all is not shared out unequally.
        Inequality = losses.Sum() < 1e-12 ? 0 : absolute / (2.0 * _n * _n * losses.Average());
    }

    private double Cohesion()
    {
        var distances = new List<double>();
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                for (var k = 0; k < _issues; k++)
                {
                    distances.Add(Math.Abs(_o[i, k] - _o[j, k]) / 100);
                }
            }
        }

        return 1 - distances.Average();
    }
}
