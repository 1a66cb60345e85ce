using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>
/// Sections 2 and 3 of docs/model.md for one replication, written to be read next to it: loops over members and issues, System.Math, a generator of its own.
/// </summary>
internal sealed partial class PlainDeliberation
{
    private readonly DeliberationTerms _terms; // of this world: its uncertain parameters are in their places
    private readonly uint _replication;
    private readonly uint _purposeShift;       // section 9
    private readonly int _n;
    private readonly int _issues;
    private readonly double[,] _x;             // true positions
    private readonly double[,] _s;             // saliences
    private double[,] _o;                      // opinions
    private readonly double[] _p;              // the draft
    private readonly double[] _h;              // holdout
    private readonly double[] _w;              // weights in the draft
    private readonly double[] _lambda;         // dispositions
    private readonly bool[] _dispensable;
    private double _kappa;                     // urgency
    private bool[] _target;                    // T
    private double[] _margins;
    private Ballot[] _ballots;

    public PlainDeliberation(DeliberationTerms terms, uint replication, PlainMatter? matter = null)
    {
        (_terms, Parameters) = PlainUncertainty.Resolve(terms, replication);
        (_replication, _purposeShift) = (replication, matter?.PurposeShift ?? 0);
        if (matter is not null)
        {
            _terms = _terms with { Roster = matter.Of(_terms.Roster) };
        }

        (_n, _issues) = (terms.Roster.Size, terms.Crisis.Issues.Length);
        (_p, _x, _s, _lambda, _dispensable, _margins, _ballots) =
            (new double[_issues], new double[_n, _issues], new double[_n, _issues], new double[_n], new bool[_n], new double[_n], new Ballot[_n]);

        // 2. Opening
        for (var i = 0; i < _n; i++)
        {
            for (var k = 0; k < _issues; k++)
            {
                _x[i, k] = Math.Clamp(Crisis.Stances[i].Position[k] + (Settings.PositionNoise * Draw(0, i, k, 1).Normal), 0, 100);
                _s[i, k] = Math.Clamp(Crisis.Stances[i].Salience[k] + (Settings.SalienceNoise * Draw(0, i, k, 4).Normal), 0, 100);
            }
        }

        _o = (double[,])_x.Clone();
        _h = [.. Members.Select(m => m.Holdout)];
        _w = [.. Members.Select(_ => 1.0)];
        _kappa = Crisis.Urgency.Initial;
        _target = [.. Members.Select(_ => true)];
        OpeningCohesion = Cohesion();

        var calendar = Settings.Calendar;
        var wait = Math.Ceiling(calendar.Agenda.MedianDays * Math.Exp(calendar.Agenda.Spread * Draw(0, 0, 0, 5).Normal));
        WaitDays = (int)Math.Min(wait, int.MaxValue);
        Days = Settings.HorizonDays;
        Ending = Crisis.AtHorizon == AtHorizon.Failed ? Ending.Failed : Ending.Open;

        var majorityDay = double.NaN; // d*
        for (var r = 0; wait + DayOf(r) <= Settings.HorizonDays && !Decided && Ending != Ending.Minilateral; r++)
        {
            var isLast = wait + DayOf(r + 1) > Settings.HorizonDays;
            var day = DayOf(r);

            // 3.0 Between sessions
            var elapsed = r == 0 ? calendar.FirstRoundDay : calendar.RoundDays;
            Concede(elapsed);
            if (r > 0)
            {
                Accommodate(elapsed);
            }

            _o = Consult(elapsed);
            Press(r, elapsed);
            Dispose(r);

            // 3.1 Drafting
            for (var k = 0; k < _issues; k++)
            {
                _p[k] = Draft(k);
            }

            // 3.2 Valuation, 3.3 Ballot
            var aspirations = new double[_n];
            for (var i = 0; i < _n; i++)
            {
                var reservation = 1 - Loss(i, StatusQuo) - (_kappa * Crisis.Stances[i].Exposure);
                aspirations[i] = reservation + (_h[i] * Math.Max(0, 1 - reservation));
                _margins[i] = 1 - Loss(i, k => _p[k]) - aspirations[i];
                _ballots[i] = Vote(i);
            }

            // 3.4 Tally and patience
            var rule = RuleOn(day);
            var (supporters, objectors) = (Where(i => _ballots[i] == Ballot.Support), Where(i => _ballots[i] == Ballot.Objection));
            var wouldAdopt = rule.Adopts(new(supporters, objectors));
            majorityDay = wouldAdopt && double.IsNaN(majorityDay) ? day : majorityDay;
            Decided = wouldAdopt && (objectors.IsEmpty || day - majorityDay >= calendar.PatienceDays || isLast);
            Rounds = r + 1;
            (Supporters, Objectors) = (supporters, objectors);
            Trace.Add(new(wait + day, majorityDay, _kappa, [.. _p], [.. _o.Cast<double>()], [.. _margins], aspirations, [.. _ballots], Decided));
            if (Decided)
            {
                Days = wait + day;
                Ending = objectors.IsEmpty ? Ending.Consent : Ending.Vote;
                OptedOut = rule.OptedOut(new(supporters, objectors));
            }

            // 9. A way around
            else if (!wouldAdopt && terms.WayAround is { } way && supporters.Count >= way.AtLeast && (isLast || day >= way.AfterDays))
            {
                (Days, Ending) = (wait + day, Ending.Minilateral);
                OptedOut = Where(i => !supporters.Contains(i));
            }

            // 3.5 Reaction
            else
            {
                React(rule, RuleOn(day + Settings.ForesightDays), isWaiting: wouldAdopt);
            }
        }

        Measure();
    }

    private Roster Roster => _terms.Roster;

    private System.Collections.Immutable.ImmutableArray<MemberState> Members => _terms.Roster.Members;

    private Crisis Crisis => _terms.Crisis;

    private DeliberationSettings Settings => _terms.Settings;

    private PlainDraw Draw(int round, int member, int issue, uint purpose) => PlainDraw.Of(_terms.Seed, _replication, round, member, issue, purpose + _purposeShift);

    // d_r, from the opening.
    private double DayOf(int r) => Settings.Calendar.FirstRoundDay + (r * Settings.Calendar.RoundDays);

    private SeatedRule RuleOn(double day) => new(_terms.Rule.InForce(Crisis.Category, day), Roster, tabulate: false);

    private double StatusQuo(int k) => Crisis.Issues[k].StatusQuo;

    private double Loss(int i, Func<int, double> text) =>
        Enumerable.Range(0, _issues).Sum(k => _s[i, k] / 100 * Math.Pow(Math.Abs(text(k) - _o[i, k]) / 100, Settings.LossExponent)) / _issues;

    private Ballot Vote(int i)
    {
        for (var k = 0; k < _issues; k++)
        {
            if (!Crisis.Stances[i].RedLines.IsEmpty && (_p[k] < Crisis.Stances[i].RedLines[k].Lowest || _p[k] > Crisis.Stances[i].RedLines[k].Highest))
            {
                return Ballot.Objection;
            }
        }

        var l = _margins[i] + (Settings.BallotNoise * _lambda[i]);
        return l >= -Members[i].Unity ? Ballot.Support : l < -Members[i].Unity - Members[i].Reticence ? Ballot.Objection : Ballot.Abstention;
    }

    private void React(SeatedRule rule, SeatedRule coming, bool isWaiting)
    {
        for (var i = 0; i < _n; i++)
        {
            var willing = Where(j => j != i && _ballots[j] != Ballot.Objection);
            _dispensable[i] = Suffices(rule, willing) || Suffices(coming, willing);
        }

        _target = new bool[_n];
        foreach (var i in Enumerable.Range(0, _n).OrderByDescending(i => _margins[i]).ThenBy(i => i))
        {
            _target[i] = true;
            if (!isWaiting && Suffices(rule, Where(j => _target[j])))
            {
                break;
            }
        }
    }

    private bool Suffices(SeatedRule rule, Coalition supporters) => rule.Adopts(new(supporters, Where(i => !supporters.Contains(i))));

    private Coalition Where(Func<int, bool> isIn) => Enumerable.Range(0, _n).Where(isIn).Aggregate(Coalition.Empty, (set, i) => set | Coalition.Of(i));
}
