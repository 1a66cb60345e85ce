using System.Numerics;
using VotingSim.Cohorts;
using VotingSim.Rules;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>The chair's side of the deliberation, over a cohort of replications at once: calendar, draft, tally, patience, target coalition,
/// accommodation, urgency.</summary>
/// <remarks>
/// Stateful: it is opened with a cohort, hears what the members say after they have consulted, and then gives a brief and hears the replies,
/// session after session,
/// until every replication has ended. Session r is held on the same day after the opening in every lane; what differs is how long a matter waited,
/// and so its last session.
/// A replication that has ended stays in its lane, unread, until an eighth of the lanes are such; then the rest close ranks. The symbols are those
/// of docs/model.md, section 3.
/// </remarks>
public sealed class Chair
{
    private const double ClosingShare = 0.125;

    private readonly DeliberationTerms _terms;
    private readonly DeliberationSettings _settings;
    private readonly RuleTimetable _timetable;
    private readonly WorldDraws _worlds;
    private readonly Drafting _drafting;
    private readonly SessionDays _days;
    private readonly UrgencyCourse _urgency;
    private readonly Accommodation _accommodation;
    private readonly int _members;
    private readonly int _issues;

    private Cohort _cohort;
    private CohortRecord _record;
    private Trace? _trace;
    private int _round;
    private int _lanes;
    private int _open;
    private ReadOnlyMemory<int> _kept;
    private Quantity _shadow;                 // nu

    private ulong[] _replications = [];
    private Columns _opinions = new(0, 0);    // o_ik
    private Columns _draft = new(0, 0);       // p_k
    private ulong[] _supporters = [];
    private ulong[] _objectors = [];
    private ulong[] _dispensable = [];
    private ulong[] _target = [];             // T
    private ulong[] _waitsForConsensus = [];  // all bits where the rule would have adopted, and the chair went on
    private ulong[] _adopted = [];            // all bits where the text is adopted
    private ulong[] _over = [];               // all bits where no session follows
    private bool[] _ended = [];
    private int[] _closing = [];

    /// <summary>Prepares a chair for the deliberations of an arm.</summary>
    public Chair(DeliberationTerms terms)
    {
        (_terms, _settings) = (terms, terms.Settings);
        (_members, _issues) = (terms.Roster.Size, terms.Crisis.Issues.Length);
        (_timetable, _worlds, _drafting) = (new(terms), new(terms.Uncertainty, terms.Seed), Drafting.By(terms));
        (_days, _accommodation) = (new(_settings), new(_members, _settings));
        _urgency = new(terms.Crisis.Urgency, _settings, terms.Seed);
        _record = new(terms, default);
    }

    /// <summary>Opens a cohort with the opening statements of all members, in seat order. Replications that wait beyond the horizon for the agenda
    /// are never seated.</summary>
    /// <param name="cohort">The replications.</param>
    /// <param name="openings">What each member said on taking its seat.</param>
    /// <param name="traced">How many replications of the arm are written down round by round: those with an index below this number.</param>
    /// <returns>Whether a table opens in time for a session, so that the members consult and <see cref="Begin"/> follows.</returns>
    public bool Open(Cohort cohort, ReadOnlySpan<Reply> openings, long traced = 0)
    {
        (_cohort, _lanes, _open, _round, _kept) = (cohort, cohort.Lanes, cohort.Count, 0, default);
        _trace = cohort.First < traced ? new(_members, _issues, traced) : null;
        if (_replications.Length < _lanes)
        {
            Allocate();
        }

        for (var lane = 0; lane < _lanes; lane++)
        {
            _ended[lane] = lane >= cohort.Count;
        }

        cohort.CopyTo(_replications);
        Array.Fill(_target, Coalition.AllOf(_members).Members);
        Array.Clear(_dispensable);
        OpenWorlds();
        Hear(openings);
        _record = new(_terms, cohort);
        _record.Open(_opinions, _days.Waits);
        LeaveUnseated();
        if (_open == 0)
        {
            return false;
        }

        CloseRanks();
        if (!_kept.IsEmpty)
        {
            Hear(openings);
        }

        return true;
    }

    /// <summary>Hears what the members will say in the first session, in seat order, after they have consulted on <see cref="Brief"/>, and drafts
    /// for it.</summary>
    public void Begin(ReadOnlySpan<Reply> consulted)
    {
        _kept = default;
        Prepare(consulted);
    }

    /// <summary>The brief of the session that comes; before <see cref="Begin"/> that of the consultation, which has no draft.</summary>
    public Brief Brief() => new()
    {
        Round = _round,
        Lanes = _lanes,
        Kept = _kept,
        Replications = _replications,
        Opinions = _opinions,
        Draft = _draft,
        Urgency = _urgency.Now,
        LastUrgency = _urgency.Last,
        Dispensable = _dispensable,
    };

    /// <summary>The day of the session that comes, W + d_r, for the first replication that is still open. Unit: days from the event.</summary>
    public double SessionDay => _days.DayOf(Array.IndexOf(_ended, false, 0, _lanes), _round);

    /// <summary>Puts another text to the vote of the session that comes, in every lane: that of a person in the chair's seat.</summary>
    /// <param name="text">A value per issue. Unit: issue scale, 0 to 100.</param>
    public void Propose(ReadOnlySpan<double> text)
    {
        for (var issue = 0; issue < _issues; issue++)
        {
            _draft[issue].Fill(text[issue]);
        }
    }

    /// <summary>Chooses in the place of patience, in every lane, for the session that is concluded next: a person in the chair's seat calls the vote
    /// on a majority that is there, or goes on seeking consensus. The last session before the horizon decides all the same.</summary>
    public void CallVote(bool calls) => _days.Call(calls);

    /// <summary>Hears the replies of all members, in seat order: tallies the ballots, and where the proposal was not adopted reacts and
    /// redrafts.</summary>
    /// <returns>Whether a replication is still undecided before the horizon, so that another session follows.</returns>
    public bool Conclude(ReadOnlySpan<Reply> replies)
    {
        var rule = _timetable.InRound(_round);
        BallotMasks.Read(replies, _supporters, _objectors, _lanes);
        End(rule, replies);
        if (_open == 0)
        {
            return false;
        }

        React(rule, replies);
        CloseRanks();
        _round++;
        Prepare(replies);
        return true;
    }

    /// <summary>The rounds written down so far, by replication and then by round.</summary>
    public IReadOnlyList<TracedRound> Traced => _trace?.Rounds ?? [];

    /// <summary>What came of the cohort. Only after <see cref="Open"/> or <see cref="Conclude"/> has returned false.</summary>
    public CohortResult Result() => _record.Measure(Traced);

    private void Allocate()
    {
        _replications = new ulong[_lanes];
        _opinions = new(_members * _issues, _lanes);
        _draft = new(_issues, _lanes);
        _supporters = new ulong[_lanes];
        _objectors = new ulong[_lanes];
        _dispensable = new ulong[_lanes];
        _target = new ulong[_lanes];
        _waitsForConsensus = new ulong[_lanes];
        _adopted = new ulong[_lanes];
        _over = new ulong[_lanes];
        _ended = new bool[_lanes];
        _closing = new int[_lanes];
    }

    private void OpenWorlds()
    {
        _worlds.Open(_cohort);
        _shadow = _worlds.Of(WorldParameter.ShadowOfTheVote, _settings.ShadowOfTheVote);
        _days.Open(_worlds, _lanes);
        _urgency.Open(_worlds, _lanes);
        _accommodation.Open(_worlds, _lanes);
        _drafting.Open(_worlds);
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

    // A table that opens too late for a session, before the horizon or after it: censored without one, and nobody has consulted. Model.md 2.
    private void LeaveUnseated()
    {
        for (var lane = 0; lane < _cohort.Count; lane++)
        {
            if (!_days.IsHeld(lane, round: 0))
            {
                _record.EndUnseated(lane, _opinions);
                _ended[lane] = true;
                _open--;
            }
        }
    }

    // The days before the session that comes, as far as they are the chair's, and its draft: model.md 3.0 and 3.1.
    private void Prepare(ReadOnlySpan<Reply> replies)
    {
        Hear(replies);
        _urgency.Pass(_round, _replications.AsSpan(0, _lanes));
        _drafting.Draft(_draft, _opinions, _accommodation.Weights, _target, _lanes);
    }

    // Adopted, or undecided at the horizon: written down, and out of the deliberation. Model.md 3.4 and 3.6.
    private void End(SeatedRule rule, ReadOnlySpan<Reply> replies)
    {
        rule.Adopts(_supporters.AsSpan(0, _lanes), _objectors, _waitsForConsensus);
        _days.Judge(_waitsForConsensus, _objectors, _adopted, _over, _round, _lanes);
        for (var lane = 0; lane < _lanes; lane++)
        {
            if (_ended[lane])
            {
                continue;
            }

            var goesAround = _terms.WayAround is { } way && GoesAround(way, lane);
            var isOver = goesAround || _over[lane] != 0;
            if (!isOver && _trace is null)
            {
                continue;
            }

            var (tally, adopted) = (new Tally(new(_supporters[lane]), new(_objectors[lane])), _adopted[lane] != 0);
            var day = _days.DayOf(lane, _round);
            var session = (_round, day, _days.MajorityOf(lane));
            _trace?.Write(lane, (uint)_replications[lane], session, _urgency.Now[lane], _draft, _opinions, replies, adopted);
            if (isOver)
            {
                var stayOut = adopted ? rule.OptedOut(tally) : goesAround ? Coalition.AllOf(_members) - tally.Supporters : Coalition.Empty;
                var end = new SessionEnd(_cohort.SlotOf((uint)_replications[lane]), lane, _round, day, _urgency.Now[lane], tally, stayOut)
                {
                    IsAdopted = adopted,
                    GoesAround = goesAround,
                };
                _record.End(end, replies, _opinions, _draft);
                _ended[lane] = true;
                _open--;
            }
        }
    }

    // A deadlock, and enough of the willing: model.md 9. While the chair waits for consensus there is a majority and so no deadlock.
    private bool GoesAround(Minilateral way, int lane) => _adopted[lane] == 0 && _waitsForConsensus[lane] == 0
        && BitOperations.PopCount(_supporters[lane]) >= way.AtLeast
        && (_over[lane] != 0 || _settings.Calendar.DayOf(_round) >= way.AfterDays);

    // Model.md 3.5. The target coalition is that of the rule in force now, and everybody where the ballots of this very session would have
    // been enough.
    private void React(SeatedRule rule, ReadOnlySpan<Reply> replies)
    {
        if (!_shadow.Is(0))
        {
            FindDispensable(rule, _timetable.AheadOf(_round));
        }

        if (_settings.Drafting == DraftingMethod.Coalition)
        {
            TargetCoalition.Find(_target, _waitsForConsensus, rule, replies, _lanes);
            _accommodation.Pass(_target, _supporters, _lanes);
        }
    }

    // By the rule in force, or by the one that will be soon.
    private void FindDispensable(SeatedRule rule, SeatedRule ahead)
    {
        Array.Clear(_dispensable, 0, _lanes);
        rule.AddDispensable(_objectors.AsSpan(0, _lanes), _dispensable);
        if (!ReferenceEquals(rule, ahead))
        {
            ahead.AddDispensable(_objectors.AsSpan(0, _lanes), _dispensable);
        }
    }

    private void CloseRanks()
    {
        _kept = default;
        if (_lanes - _open < Math.Max(Width.Most, ClosingShare * _lanes))
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
        var kept = _kept.Span;
        _replications.Keep(kept);
        _days.Keep(kept);
        _dispensable.Keep(kept);
        _target.Keep(kept);
        _urgency.Keep(kept);
        _accommodation.Keep(kept);
        _worlds.Keep(kept);
        Array.Fill(_ended, false, 0, open);
        Array.Fill(_ended, true, open, _lanes - open);
    }
}
