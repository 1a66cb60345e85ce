using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>Section 3 of docs/model.md for one replication, written to be read next to it: loops over members and issues, System.Math, a generator of its own.</summary>
internal sealed class PlainDeliberation
{
    private readonly DeliberationTerms _terms;
    private readonly int _n;
    private readonly int _issues;
    private readonly double[,] _x;           // true positions
    private double[,] _o;                    // opinions
    private readonly double[] _p;            // the draft

    public PlainDeliberation(DeliberationTerms terms, uint replication)
    {
        _terms = terms;
        (_n, _issues) = (terms.Roster.Size, terms.Crisis.Issues.Length);
        _x = new double[_n, _issues];
        _p = new double[_issues];
        var (members, crisis, settings) = (terms.Roster.Members, terms.Crisis, terms.Settings);

        // 2. Opening
        for (var i = 0; i < _n; i++)
        {
            for (var k = 0; k < _issues; k++)
            {
                var z = settings.PositionNoise == 0 ? 0 : PlainDraw.Normal(terms.Seed, replication, 0, i, k, 1);
                _x[i, k] = Math.Clamp(crisis.Stances[i].Position[k] + (settings.PositionNoise * z), 0, 100);
            }
        }

        _o = (double[,])_x.Clone();
        var h = members.Select(m => m.Holdout).ToArray();
        var w = Enumerable.Repeat(1.0, _n).ToArray();
        var kappa = crisis.Urgency.Initial;
        var target = Enumerable.Repeat(true, _n).ToArray();
        OpeningCohesion = Cohesion();

        for (var r = 0; ; r++)
        {
            // 3.1 Consultation
            if (r > 0)
            {
                _o = Consult();
            }

            // 3.2 Drafting
            for (var k = 0; k < _issues; k++)
            {
                _p[k] = Draft(k, target, w);
            }

            // 3.3 Valuation, 3.4 Ballot
            var margins = new double[_n];
            var ballots = new Ballot[_n];
            for (var i = 0; i < _n; i++)
            {
                var reservation = 1 - Loss(i, k => crisis.Issues[k].StatusQuo) - (kappa * crisis.Stances[i].Exposure);
                var aspiration = reservation + (h[i] * Math.Max(0, 1 - reservation));
                margins[i] = 1 - Loss(i, k => _p[k]) - aspiration;
                var l = margins[i] + (settings.BallotNoise == 0 ? 0 : settings.BallotNoise * PlainDraw.Logistic(terms.Seed, replication, r, i, 0, 2));
                ballots[i] = l >= 0 ? Ballot.Support : l < -members[i].Unity ? Ballot.Objection : Ballot.Abstention;
                for (var k = 0; k < _issues; k++)
                {
                    if (!crisis.Stances[i].RedLines.IsEmpty && (_p[k] < crisis.Stances[i].RedLines[k].Lowest || _p[k] > crisis.Stances[i].RedLines[k].Highest))
                    {
                        ballots[i] = Ballot.Objection;
                    }
                }
            }

            // 3.5 Tally
            var rule = new SeatedRule(terms.Rule.InForce(crisis.Category, (r + 1) * settings.RoundDays), terms.Roster, tabulate: false);
            var supporters = Where(i => ballots[i] == Ballot.Support);
            var objectors = Where(i => ballots[i] == Ballot.Objection);
            Decided = rule.Adopts(new(supporters, objectors));
            if (Decided || r == settings.Rounds - 1)
            {
                (Rounds, Ballots, Supporters, Objectors) = (r + 1, ballots, supporters, objectors);
                Measure(rule);
                return;
            }

            // 3.6 Reaction
            for (var i = 0; i < _n; i++)
            {
                var willing = Where(j => j != i && ballots[j] != Ballot.Objection);
                var dispensable = rule.Adopts(new(willing, Where(j => !willing.Contains(j))));
                var zeta = 1 + (dispensable ? settings.ShadowOfTheVote : 0);
                h[i] *= Math.Exp(-members[i].ConcessionRate * zeta * (1 + (settings.UrgencyResponse * kappa * crisis.Stances[i].Exposure)) * settings.RoundDays / 30);
            }

            var ranking = Enumerable.Range(0, _n).OrderByDescending(i => margins[i]).ThenBy(i => i).ToArray();
            target = new bool[_n];
            foreach (var i in ranking)
            {
                target[i] = true;
                var taken = target;
                if (rule.Adopts(new(Where(j => taken[j]), Where(j => !taken[j]))))
                {
                    break;
                }
            }

            for (var i = 0; i < _n; i++)
            {
                if (target[i] && ballots[i] != Ballot.Support)
                {
                    w[i] = Math.Min(1000, w[i] * (1 + settings.Accommodation));
                }
            }

            var shock = PlainDraw.Uniform(terms.Seed, replication, r, 0, 0, 3) < 1 - Math.Exp(-crisis.Urgency.ShockRate * settings.RoundDays / 30);
            kappa = Math.Min(1e6, kappa * Math.Exp(crisis.Urgency.Growth * settings.RoundDays / 30) * (shock ? 1 + crisis.Urgency.ShockSize : 1));
        }
    }

    public bool Decided { get; }

    public int Rounds { get; }

    public Ballot[] Ballots { get; }

    public Coalition Supporters { get; }

    public Coalition Objectors { get; }

    public Coalition OptedOut { get; private set; }

    public double[] Outcome { get; private set; } = [];

    public double OpeningCohesion { get; }

    public double PositionalCohesion { get; private set; }

    public double Polarization { get; private set; }

    public double AgreementIndex { get; private set; }

    public double RiceIndex { get; private set; }

    public int Outvoted { get; private set; }

    public double Coverage { get; private set; }

    public double MeanUtility { get; private set; }

    public double MinimumUtility { get; private set; }

    public double Inequality { get; private set; }

    // 5. Measures
    private void Measure(SeatedRule rule)
    {
        OptedOut = Decided ? rule.OptedOut(new(Supporters, Objectors)) : Coalition.Empty;
        Outcome = [.. Enumerable.Range(0, _issues).Select(k => Decided ? _p[k] : _terms.Crisis.Issues[k].StatusQuo)];
        PositionalCohesion = Cohesion();

        var (yes, no) = (Ballots.Count(b => b == Ballot.Support), Ballots.Count(b => b == Ballot.Objection));
        var most = new[] { yes, no, _n - yes - no }.Max();
        AgreementIndex = (most - ((_n - most) / 2.0)) / _n;
        RiceIndex = yes + no == 0 ? double.NaN : Math.Abs(yes - no) / (double)(yes + no);
        Outvoted = Decided ? no - OptedOut.Count : 0;
        Coverage = Decided ? (_n - OptedOut.Count) / (double)_n : double.NaN;

        var losses = new double[_n];
        for (var i = 0; i < _n; i++)
        {
            losses[i] = Loss(i, k => OptedOut.Contains(i) ? _terms.Crisis.Issues[k].StatusQuo : Outcome[k]);
        }

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

        Inequality = losses.Sum() == 0 ? 0 : absolute / (2.0 * _n * _n * losses.Average());
    }

    private double[,] Consult()
    {
        var (roster, crisis, settings) = (_terms.Roster, _terms.Crisis, _terms.Settings);
        var next = new double[_n, _issues];
        for (var i = 0; i < _n; i++)
        {
            for (var k = 0; k < _issues; k++)
            {
                var (sum, weight) = (0.0, 0.0);
                for (var j = 0; j < _n; j++)
                {
                    var distance = Enumerable.Range(0, _issues).Average(issue => Math.Abs(_o[j, issue] - _o[i, issue]));
                    if (distance <= settings.Confidence)
                    {
                        sum += roster.Members[j].Influence * roster.AffinityOf(i, j) * _o[j, k];
                        weight += roster.Members[j].Influence * roster.AffinityOf(i, j);
                    }
                }

                foreach (var power in crisis.ExternalPowers)
                {
                    sum += power.Influence * power.Affinity[i] * power.Position[k];
                    weight += power.Influence * power.Affinity[i];
                }

                var f = roster.Members[i].Flexibility * (1 - (crisis.Stances[i].Salience[k] / 100));
                next[i, k] = ((1 - f) * _x[i, k]) + (f * sum / weight);
            }
        }

        return next;
    }

    private double Draft(int k, bool[] target, double[] w)
    {
        var settings = _terms.Settings;
        var table = Enumerable.Range(0, _n).ToArray();
        var weight = table.Select(i => _terms.Roster.Members[i].Influence * _terms.Crisis.Stances[i].Salience[k]).ToArray();
        var text = settings.Drafting switch
        {
            DraftingMethod.Coalition => Mean([.. table.Where(i => target[i])], i => w[i] * weight[i]),
            DraftingMethod.Compromise => Mean(table, i => weight[i]),
            DraftingMethod.Median => Median(),
            _ => settings.Text[k],
        };
        return settings.Drafting == DraftingMethod.Fixed ? text : ((1 - settings.ChairBias) * text) + (settings.ChairBias * _o[settings.ChairSeat, k]);

        double Mean(int[] over, Func<int, double> weightOf) =>
            over.Sum(weightOf) == 0 ? over.Average(i => _o[i, k]) : over.Sum(i => weightOf(i) * _o[i, k]) / over.Sum(weightOf);

        // The middle of all texts that split the weight: at most half of it on either side.
        double Median()
        {
            if (weight.Sum() == 0)
            {
                return Mean(table, _ => 1);
            }

            var candidates = table.Where(i => weight[i] > 0
                && table.Where(j => _o[j, k] < _o[i, k]).Sum(j => weight[j]) <= weight.Sum() / 2
                && table.Where(j => _o[j, k] > _o[i, k]).Sum(j => weight[j]) <= weight.Sum() / 2).Select(i => _o[i, k]).ToArray();
            return (candidates.Min() + candidates.Max()) / 2;
        }
    }

    private double Loss(int i, Func<int, double> text)
    {
        var sum = 0.0;
        for (var k = 0; k < _issues; k++)
        {
            sum += _terms.Crisis.Stances[i].Salience[k] / 100 * Math.Pow(Math.Abs(text(k) - _o[i, k]) / 100, _terms.Settings.LossExponent);
        }

        return sum / _issues;
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

    private Coalition Where(Func<int, bool> isIn) => Enumerable.Range(0, _n).Where(isIn).Aggregate(Coalition.Empty, (set, i) => set | Coalition.Of(i));
}
