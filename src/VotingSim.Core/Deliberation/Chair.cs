using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Randomness;
using VotingSim.Rules;

namespace VotingSim.Deliberation;

/// <summary>The chair's side of the deliberation, over a cohort of replications at once: draft, tally, target coalition, accommodation,
/// urgency.</summary>
/// <remarks>
/// Stateful: it is opened with a cohort, and then gives a brief and hears the replies until every replication has ended. A replication that
/// has ended stays in its lane, unread, until an eighth of the lanes are such; then the rest close ranks. The symbols are those of
/// docs/model.md, section 3.
/// </remarks>
public sealed class Chair
{
    private const double HeaviestWeight = 1000;
    private const double GreatestUrgency = 1e6; // a million times the whole scale of utility; keeps extreme growth from overflowing
    private const double ClosingShare = 0.125;

    private readonly DeliberationTerms _terms;
    private readonly DeliberationSettings _settings;
    private readonly RuleTimetable _timetable;
    private readonly Drafting _drafting;
    private readonly Draw _draw;
    private readonly int _members;
    private readonly int _issues;
    private readonly double _growth;          // exp(g L / 30)
    private readonly double _shockChance;     // 1 - exp(-lambda L / 30)

    private Cohort _cohort;
    private CohortRecord _record;
    private Trace? _trace;
    private int _round;
    private int _lanes;
    private int _open;
    private ReadOnlyMemory<int> _kept;

    private ulong[] _replications = [];
    private Columns _opinions = new(0, 0);    // o_ik
    private Columns _draft = new(0, 0);       // p_k
    private Columns _weights = new(0, 0);     // w_i
    private double[] _urgency = [];           // kappa(r)
    private double[] _lastUrgency = [];       // kappa(r-1)
    private ulong[] _supporters = [];
    private ulong[] _objectors = [];
    private ulong[] _dispensable = [];
    private ulong[] _target = [];             // T
    private bool[] _ended = [];
    private double[] _luck = [];              // u of the shocks
    private int[] _closing = [];

    /// <summary>Prepares a chair for the deliberations of an arm.</summary>
    public Chair(DeliberationTerms terms)
    {
        (_terms, _settings) = (terms, terms.Settings);
        (_members, _issues) = (terms.Roster.Size, terms.Crisis.Issues.Length);
        _timetable = new(terms);
        _drafting = Drafting.By(terms);
        _draw = new(terms.Seed);
        _growth = Elementary.Exp(terms.Crisis.Urgency.Growth * _settings.RoundDays / 30);
        _shockChance = 1 - Elementary.Exp(-terms.Crisis.Urgency.ShockRate * _settings.RoundDays / 30);
        _record = new(terms, default);
    }

    /// <summary>Opens a cohort with the opening statements of all members, in seat order.</summary>
    /// <param name="cohort">The replications.</param>
    /// <param name="openings">What each member said on taking its seat.</param>
    /// <param name="traced">How many replications of the arm are written down round by round: those with an index below this number.</param>
    public void Open(Cohort cohort, ReadOnlySpan<Reply> openings, long traced = 0)
    {
        (_cohort, _lanes, _open, _round, _kept) = (cohort, cohort.Lanes, cohort.Count, 0, default);
        _trace = cohort.First < traced ? new(_members, _issues, traced) : null;
        if (_replications.Length < _lanes)
        {
            Allocate();
        }

        for (var lane = 0; lane < _lanes; lane++)
        {
            _replications[lane] = cohort.First + (ulong)lane;
            _ended[lane] = lane >= cohort.Count;
        }

        Array.Fill(_urgency, _terms.Crisis.Urgency.Initial);
        Array.Fill(_target, Coalition.AllOf(_members).Members);
        _weights.Fill(1);
        Hear(openings);
        _record = new(_terms, cohort);
        _record.Open(_opinions);
        _drafting.Draft(_draft, _opinions, _weights, _target, _lanes);
    }

    /// <summary>The brief of the round that comes.</summary>
    public Brief Brief() => new()
    {
        Round = _round,
        Lanes = _lanes,
        Kept = _kept,
        Replications = _replications,
        Opinions = _opinions,
        Draft = _draft,
        Urgency = _urgency,
        LastUrgency = _lastUrgency,
        Dispensable = _dispensable,
    };

    /// <summary>Puts another text to the vote of the round that comes, in every lane: that of a person in the chair's seat.</summary>
    /// <param name="text">A value per issue. Unit: issue scale, 0 to 100.</param>
    public void Table(ReadOnlySpan<double> text)
    {
        for (var issue = 0; issue < _issues; issue++)
        {
            _draft[issue].Fill(text[issue]);
        }
    }

    /// <summary>Hears the replies of all members, in seat order: tallies the ballots, and where the proposal was not adopted reacts and
    /// redrafts.</summary>
    /// <returns>Whether a replication is still undecided before the horizon, so that another round follows.</returns>
    public bool Conclude(ReadOnlySpan<Reply> replies)
    {
        var rule = _timetable.InRound(_round);
        Count(replies);
        End(rule, replies);
        if (_open == 0)
        {
            return false;
        }

        React(rule, replies);
        CloseRanks();
        Hear(replies);
        _drafting.Draft(_draft, _opinions, _weights, _target, _lanes);
        _round++;
        return true;
    }

    /// <summary>The rounds written down so far, by replication and then by round.</summary>
    public IReadOnlyList<TracedRound> Traced => _trace?.Rounds ?? [];

    /// <summary>What came of the cohort. Only after <see cref="Conclude"/> has returned false.</summary>
    public CohortResult Result() => _record.Measure(Traced);

    private void Allocate()
    {
        _replications = new ulong[_lanes];
        _opinions = new(_members * _issues, _lanes);
        _draft = new(_issues, _lanes);
        _weights = new(_members, _lanes);
        _urgency = new double[_lanes];
        _lastUrgency = new double[_lanes];
        _supporters = new ulong[_lanes];
        _objectors = new ulong[_lanes];
        _dispensable = new ulong[_lanes];
        _target = new ulong[_lanes];
        _ended = new bool[_lanes];
        _luck = new double[_lanes];
        _closing = new int[_lanes];
    }

    // Takes over what the members will say next.
    private void Hear(ReadOnlySpan<Reply> replies)
    {
        for (var member = 0; member < _members; member++)
        {
            for (var issue = 0; issue < _issues; issue++)
            {
                var said = replies[member].Opinions[issue];
                var heard = _opinions[(member * _issues) + issue];
                if (_kept.IsEmpty)
                {
                    said[.._lanes].CopyTo(heard);
                    continue;
                }

                var kept = _kept.Span;
                for (var lane = 0; lane < kept.Length; lane++)
                {
                    heard[lane] = said[kept[lane]];
                }
            }
        }
    }

    // Ballots to bit masks.
    private void Count(ReadOnlySpan<Reply> replies)
    {
        Array.Clear(_supporters);
        Array.Clear(_objectors);
        for (var member = 0; member < _members; member++)
        {
            var ballots = MemoryMarshal.AsBytes(replies[member].Ballots.AsSpan(0, _lanes));
            for (var lane = 0; lane < ballots.Length; lane++)
            {
                var ballot = (ulong)ballots[lane];
                _supporters[lane] |= (ballot & 1) << member;
                _objectors[lane] |= (ballot >> 1) << member;
            }
        }
    }

    // Adopted, or undecided at the horizon: written down, and out of the deliberation. Model.md 3.5 and 3.7.
    private void End(SeatedRule rule, ReadOnlySpan<Reply> replies)
    {
        var isLast = _round == _settings.Rounds - 1;
        for (var lane = 0; lane < _lanes; lane++)
        {
            if (_ended[lane])
            {
                continue;
            }

            var tally = new Tally(new(_supporters[lane]), new(_objectors[lane]));
            var adopted = rule.Adopts(tally);
            _trace?.Write(lane, _replications[lane], _round, _urgency, _draft, _opinions, replies, adopted);
            if (adopted || isLast)
            {
                var slot = (int)(_replications[lane] - _cohort.First);
                _record.End(slot, lane, _round, tally, adopted ? rule.OptedOut(tally) : null, _opinions, _draft);
                _ended[lane] = true;
                _open--;
            }
        }
    }

    // Model.md 3.6.
    private void React(SeatedRule rule, ReadOnlySpan<Reply> replies)
    {
        if (_settings.ShadowOfTheVote > 0)
        {
            for (var lane = 0; lane < _lanes; lane++)
            {
                _dispensable[lane] = rule.Dispensable(new(_objectors[lane])).Members;
            }
        }

        if (_settings.Drafting == DraftingMethod.Coalition)
        {
            TargetCoalition.Find(_target, rule, replies, _members, _lanes);
            if (_settings.Accommodation > 0)
            {
                Accommodate();
            }
        }

        Intensify();
    }

    // w_i <- min(1000, w_i (1 + mu)) for i in T that did not support.
    private void Accommodate()
    {
        var gain = Vector256.Create(1 + _settings.Accommodation);
        for (var member = 0; member < _members; member++)
        {
            var bit = Vector256.Create(1UL << member);
            for (var lane = 0; lane < _lanes; lane += Cohort.LanesPerVector)
            {
                var doubts = Vector256.Equals(Vector256.AndNot(_target.At(lane), _supporters.At(lane)) & bit, bit).AsDouble();
                var weight = _weights.At(member, lane);
                _weights.Set(
                    member, lane, Vector256.ConditionalSelect(doubts, Vector256.Min(Vector256.Create(HeaviestWeight), weight * gain), weight));
            }
        }
    }

    // kappa(r+1) = kappa(r) exp(g L / 30) (1 + J)^[shock].
    private void Intensify()
    {
        (_urgency, _lastUrgency) = (_lastUrgency, _urgency);
        if (_shockChance > 0)
        {
            _draw.Uniform(_luck, _replications.AsSpan(0, _lanes), _round, 0, DrawPurpose.Shock);
        }

        var (growth, size) = (Vector256.Create(_growth), Vector256.Create(1 + _terms.Crisis.Urgency.ShockSize));
        for (var lane = 0; lane < _lanes; lane += Cohort.LanesPerVector)
        {
            var urgency = _lastUrgency.At(lane) * growth;
            if (_shockChance > 0)
            {
                urgency = Vector256.ConditionalSelect(Vector256.LessThan(_luck.At(lane), Vector256.Create(_shockChance)), urgency * size, urgency);
            }

            _urgency.Set(lane, Vector256.Min(urgency, Vector256.Create(GreatestUrgency)));
        }
    }

    private void CloseRanks()
    {
        _kept = default;
        if (_lanes - _open < Math.Max(Cohort.LanesPerVector, ClosingShare * _lanes))
        {
            return;
        }

        var open = 0;
        for (var lane = 0; lane < _lanes; lane++)
        {
            if (!_ended[lane])
            {
                _closing[open++] = lane;
            }
        }

        _lanes = Cohort.PaddedTo(open);
        Array.Fill(_closing, _closing[open - 1], open, _lanes - open);
        _kept = _closing.AsMemory(0, _lanes);
        _replications.Keep(_kept.Span);
        _urgency.Keep(_kept.Span);
        _lastUrgency.Keep(_kept.Span);
        _dispensable.Keep(_kept.Span);
        _target.Keep(_kept.Span);
        _weights.Keep(_kept.Span);
        Array.Fill(_ended, false, 0, open);
        Array.Fill(_ended, true, open, _lanes - open);
    }
}
