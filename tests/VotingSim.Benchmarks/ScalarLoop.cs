using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Benchmarks;

/// <summary>The model of docs/model.md as a careful programmer writes it in an afternoon: one replication after another, one issue, no wait for the agenda,
/// coalition drafting with equal weights, the runtime's Math, arrays reused.</summary>
internal sealed class ScalarLoop
{
    private readonly DeliberationTerms _terms;
    private readonly int _n;
    private readonly SeatedRule _rule;
    private readonly double[] _x;
    private readonly double[] _h;
    private readonly double[] _w;
    private readonly double[] _margins;
    private readonly double[] _inclinations;
    private readonly int[] _ranking;
    private double[] _o;
    private double[] _next;

    public ScalarLoop(DeliberationTerms terms)
    {
        (_terms, _n, _rule) = (terms, terms.Roster.Size, new(terms.Rule, terms.Roster));
        (_x, _h, _w, _margins, _ranking) = (new double[_n], new double[_n], new double[_n], new double[_n], new int[_n]);
        (_o, _next, _inclinations) = (new double[_n], new double[_n], new double[_n]);
    }

    /// <returns>Member-rounds.</returns>
    public long Deliberate(int replications)
    {
        var rounds = 0L;
        for (var replication = 0; replication < replications; replication++)
        {
            rounds += Deliberate((uint)replication);
        }

        return rounds * _n;
    }

    /// <returns>The number of rounds of every replication.</returns>
    public int[] Rounds(int replications) => [.. Enumerable.Range(0, replications).Select(replication => Deliberate((uint)replication))];

    /// <returns>Rounds.</returns>
    private int Deliberate(uint replication)
    {
        var (members, crisis, settings) = (_terms.Roster.Members, _terms.Crisis, _terms.Settings);
        for (var i = 0; i < _n; i++)
        {
            _x[i] = _o[i] = Math.Clamp(crisis.Stances[i].Position[0] + (settings.PositionNoise * Normal(replication, 0, i, 1)), 0, 100);
            (_h[i], _w[i]) = (members[i].Holdout, 1);
        }

        var (kappa, target, majority) = (crisis.Urgency.Initial, Coalition.AllOf(_n), double.NaN);
        var (supporters, dispensable) = (target, Coalition.Empty);
        for (var r = 0; ; r++)
        {
            var months = (r == 0 ? settings.Calendar.FirstRoundDay : settings.Calendar.RoundDays) / 30;
            for (var i = 0; i < _n; i++)
            {
                var zeta = 1 + (dispensable.Contains(i) ? settings.ShadowOfTheVote : 0);
                _h[i] *= Math.Exp(-members[i].ConcessionRate * zeta * (1 + (settings.UrgencyResponse * kappa * crisis.Stances[i].Exposure)) * months);
                if ((target - supporters).Contains(i))
                {
                    _w[i] = Math.Min(settings.HeaviestVoice, _w[i] * Math.Exp(Math.Log(1 + settings.Accommodation) * months));
                }
            }

            Consult(1 - Math.Exp(-settings.ConsultationRate * months));
            kappa = Math.Min(crisis.Urgency.Ceiling, kappa * Math.Exp(crisis.Urgency.Growth * months) * Shocks(replication, r, months));
            var text = Draft(target);
            (supporters, var objectors) = Vote(replication, r, kappa, text);
            var (day, adopts) = (settings.Calendar.DayOf(r), _rule.Adopts(new(supporters, objectors)));
            majority = adopts && double.IsNaN(majority) ? day : majority;
            var isLast = settings.Calendar.DayOf(r + 1) > settings.HorizonDays;
            if (isLast || (adopts && (objectors.IsEmpty || day - majority >= settings.Calendar.PatienceDays)))
            {
                return r + 1;
            }

            dispensable = _rule.Dispensable(objectors);
            target = adopts ? Coalition.AllOf(_n) : Target();
        }
    }

    private double Draft(Coalition target)
    {
        var (text, weight) = (0.0, 0.0);
        for (var i = 0; i < _n; i++)
        {
            if (target.Contains(i))
            {
                (text, weight) = (text + (_w[i] * _o[i]), weight + _w[i]);
            }
        }

        return Math.Clamp(text / weight, 0, 100);
    }

    private (Coalition Supporters, Coalition Objectors) Vote(uint replication, int r, double kappa, double text)
    {
        var (members, crisis, settings) = (_terms.Roster.Members, _terms.Crisis, _terms.Settings);
        var (supporters, objectors) = (Coalition.Empty, Coalition.Empty);
        var keeps = Math.Exp(-settings.Calendar.RoundDays / settings.DispositionDays);
        for (var i = 0; i < _n; i++)
        {
            var stake = crisis.Stances[i].Salience[0] / 100;
            var reservation = 1 - (stake * Math.Abs(crisis.Issues[0].StatusQuo - _o[i]) / 100) - (kappa * crisis.Stances[i].Exposure);
            var aspiration = reservation + (_h[i] * Math.Max(0, 1 - reservation));
            _margins[i] = 1 - (stake * Math.Abs(text - _o[i]) / 100) - aspiration;
            var (first, second) = Words(replication, r, i, 2);
            if (r == 0 || Unit(second) >= keeps)
            {
                var u = Unit(first);
                _inclinations[i] = Math.Log(u / (1 - u));
            }

            var l = _margins[i] + (settings.BallotNoise * _inclinations[i]);
            if (l >= -members[i].Unity)
            {
                supporters |= Coalition.Of(i);
            }
            else if (l < -members[i].Unity - members[i].Reticence)
            {
                objectors |= Coalition.Of(i);
            }
        }

        return (supporters, objectors);
    }

    // (1 + J)^N, N from its Poisson law by inversion, at most 8.
    private double Shocks(uint replication, int r, double months)
    {
        var urgency = _terms.Crisis.Urgency;
        var mean = urgency.ShockRate * months;
        var (u, term, factor) = (Uniform(replication, r, 0, 3), Math.Exp(-mean), 1.0);
        for (var (k, reach) = (1, term); k <= 8 && u >= reach; k++)
        {
            factor *= 1 + urgency.ShockSize;
            term *= mean / k;
            reach += term;
        }

        return factor;
    }

    private void Consult(double share)
    {
        for (var i = 0; i < _n; i++)
        {
            var (sum, weight) = (0.0, 0.0);
            for (var j = 0; j < _n; j++)
            {
                var c = _terms.Roster.Members[j].Influence * _terms.Roster.AffinityOf(i, j);
                (sum, weight) = (sum + (c * _o[j]), weight + c);
            }

            var f = _terms.Roster.Members[i].Flexibility * (1 - (_terms.Crisis.Stances[i].Salience[0] / 100));
            _next[i] = _o[i] + (share * (((1 - f) * _x[i]) + (f * sum / weight) - _o[i]));
        }

        (_o, _next) = (_next, _o);
    }

    private Coalition Target()
    {
        for (var i = 0; i < _n; i++)
        {
            var at = i;
            for (; at > 0 && _margins[_ranking[at - 1]] < _margins[i]; at--)
            {
                _ranking[at] = _ranking[at - 1];
            }

            _ranking[at] = i;
        }

        var target = Coalition.Empty;
        foreach (var member in _ranking)
        {
            target |= Coalition.Of(member);
            if (_rule.Suffices(target))
            {
                break;
            }
        }

        return target;
    }

    private double Uniform(uint replication, int round, int member, uint purpose) => Unit(Words(replication, round, member, purpose).First);

    private double Normal(uint replication, int round, int member, uint purpose)
    {
        var (first, second) = Words(replication, round, member, purpose);
        return Math.Sqrt(-2 * Math.Log(Unit(first))) * Math.Cos(2 * Math.PI * Unit(second));
    }

    private static double Unit(ulong word) => ((word >> 11) + 0.5) * 1.1102230246251565e-16;

    private (ulong First, ulong Second) Words(uint c0, int round, int member, uint c3)
    {
        var (c1, c2, k0, k1) = ((uint)round, (uint)member, (uint)_terms.Seed, (uint)(_terms.Seed >> 32));
        for (var i = 0; i < 10; i++)
        {
            var (p0, p1) = (0xD2511F53UL * c0, 0xCD9E8D57UL * c2);
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            (k0, k1) = (k0 + 0x9E3779B9, k1 + 0xBB67AE85);
        }

        return ((ulong)c0 << 32 | c1, (ulong)c2 << 32 | c3);
    }
}
