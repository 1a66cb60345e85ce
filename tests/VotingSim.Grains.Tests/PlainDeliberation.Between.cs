using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

/// <summary>Section 3.0: what happens between two sessions, by calendar time.</summary>
internal sealed partial class PlainDeliberation
{
    private void Concede(double elapsed)
    {
        for (var i = 0; i < _n; i++)
        {
            var zeta = 1 + (_dispensable[i] ? Settings.ShadowOfTheVote : 0);
            _h[i] *= Math.Exp(-Members[i].ConcessionRate * zeta * (1 + (Settings.UrgencyResponse * _kappa * Crisis.Stances[i].Exposure)) * elapsed / 30);
        }
    }

    private void Accommodate(double elapsed)
    {
        for (var i = 0; i < _n; i++)
        {
            if (_target[i] && _ballots[i] != Ballot.Support)
            {
                _w[i] = Math.Min(Settings.HeaviestVoice, _w[i] * Math.Exp(Math.Log(1 + Settings.Accommodation) * elapsed / 30));
            }
        }
    }

    private double[,] Consult(double elapsed)
    {
        var share = 1 - Math.Exp(-Settings.ConsultationRate * elapsed / 30); // ell
        var next = new double[_n, _issues];
        for (var i = 0; i < _n; i++)
        {
            for (var k = 0; k < _issues; k++)
            {
                var (sum, weight) = (0.0, 0.0);
                for (var j = 0; j < _n; j++)
                {
                    var distance = Enumerable.Range(0, _issues).Average(issue => Math.Abs(_o[j, issue] - _o[i, issue]));
                    if (distance <= Settings.Confidence)
                    {
                        sum += Members[j].Influence * Roster.AffinityOf(i, j) * _o[j, k];
                        weight += Members[j].Influence * Roster.AffinityOf(i, j);
                    }
                }

                foreach (var power in Crisis.ExternalPowers)
                {
                    sum += power.Influence * power.Affinity[i] * power.Position[k];
                    weight += power.Influence * power.Affinity[i];
                }

                var f = Members[i].Flexibility * (1 - (_s[i, k] / 100));
                next[i, k] = _o[i, k] + (share * (((1 - f) * _x[i, k]) + (f * sum / weight) - _o[i, k]));
            }
        }

        return next;
    }

    private void Press(int r, double elapsed)
    {
        var (urgency, u) = (Crisis.Urgency, Draw(r, 0, 0, 3).Uniform);
        var v = urgency.ShockRate * elapsed / 30;
        var (term, below, shocks) = (Math.Exp(-v), Math.Exp(-v), 0);
        for (var k = 0; k <= 7; k++)
        {
            shocks += u >= below ? 1 : 0;
            term *= v / (k + 1);
            below += term;
        }

        _kappa *= Math.Exp(urgency.Growth * elapsed / 30);
        for (var shock = 0; shock < shocks; shock++)
        {
            _kappa *= 1 + urgency.ShockSize;
        }

        _kappa = Math.Min(urgency.Ceiling, _kappa);
    }

    private void Dispose(int r)
    {
        for (var i = 0; i < _n; i++)
        {
            var draw = Draw(r, i, 0, 2);
            var isKept = r > 0 && Settings.DispositionDays > 0 && draw.Second < Math.Exp(-Settings.Calendar.RoundDays / Settings.DispositionDays);
            _lambda[i] = isKept ? _lambda[i] : draw.Logistic;
        }
    }
}
