using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Randomness;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>A member's side of the deliberation, over a cohort of replications at once: consultation, valuation, ballot, its own holdout.</summary>
/// <remarks>
/// Stateful: it is opened with a cohort and then answers one brief after another. The symbols are those of docs/model.md, section 3. Every lane is
/// computed by the
/// same fixed sequence of operations, sums over members run in seat order, and no lane sees another, so that results do not depend on the cohort
/// or the machine.
/// </remarks>
public sealed class Delegation
{
    private readonly PreferenceProfile _profile;
    private readonly DeliberationSettings _settings;
    private readonly WorldDraws _worlds;
    private readonly Consultation _consultation;
    private readonly Inclination _inclination;
    private readonly int _issues;
    private readonly bool _hasRedLines;
    private QuantityList _stakes;        // s_ik / 100 / K
    private QuantityList _statusQuo;     // q_k
    private Quantity _exposure;          // e_i
    private Quantity _noise;             // tau
    private Quantity _support;           // -b_i
    private Quantity _objection;         // -b_i - a_i
    private Quantity _firstPace;         // -gamma_i F / 30
    private Quantity _pace;              // -gamma_i L / 30
    private Quantity _response;          // upsilon e_i
    private Quantity _shadow;            // nu
    private bool _concedes;
    private double[] _holdout = [];      // h_i
    private Reply _reply;

    /// <summary>Prepares a member to deliberate.</summary>
    /// <param name="profile">What it brings to the table.</param>
    /// <param name="settings">How the deliberation runs.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="uncertainty">Which parameters are drawn for every world; null where all are as configured.</param>
    public Delegation(PreferenceProfile profile, DeliberationSettings settings, ulong seed, WorldUncertainty? uncertainty = null)
    {
        (_profile, _settings, _issues) = (profile, settings, profile.StatusQuo.Length);
        (_worlds, _consultation, _inclination) = (new(uncertainty, seed), new(profile, settings), new(profile.Seat, settings, seed));
        _hasRedLines = profile.Stance.RedLines.Any(line => line != Tolerance.Anything);
        _reply = new() { Ballots = [], Margins = [], Aspirations = [], Opinions = new(0, 0) };
    }

    /// <summary>Takes its seat in a cohort: draws its true positions, x_ik = clamp(X_ik + sigma z, 0, 100), and states them.</summary>
    /// <param name="cohort">The replications.</param>
    /// <param name="goodwill">What it remembers of the matters before; null where it remembers nothing.</param>
    public Reply Open(Cohort cohort, Goodwill? goodwill = null)
    {
        if (_holdout.Length < cohort.Lanes)
        {
            _holdout = new double[cohort.Lanes];
            _reply = new()
            {
                Ballots = new Ballot[cohort.Lanes],
                Margins = new double[cohort.Lanes],
                Aspirations = new double[cohort.Lanes],
                Opinions = new(_issues, cohort.Lanes),
            };
        }

        _worlds.Open(cohort);
        _inclination.Open(_worlds, cohort.Lanes);
        var issues = Enumerable.Range(0, _issues);
        Quantity[] positions = [.. issues.Select(issue => _worlds.Position(_settings, _profile.Stance, _profile.Seat, issue))];
        Quantity[] saliences = [.. issues.Select(issue => _worlds.Salience(_settings, _profile.Stance, _profile.Seat, issue))];
        _consultation.Open(_worlds, positions, saliences, goodwill);
        OpenValuation(saliences, goodwill);
        OpenHoldout(cohort.Lanes);
        for (var issue = 0; issue < _issues; issue++)
        {
            for (var lane = 0; lane < cohort.Lanes; lane += Cohort.LanesPerVector)
            {
                _reply.Opinions.Set(issue, lane, positions[issue].At(lane));
            }
        }

        return _reply;
    }

    /// <summary>Listens to the opening statements, in the time before the first session, and says what it will say there.</summary>
    public Reply Consult(Brief brief)
    {
        Keep(brief.Kept.Span);
        if (Width.IsEight)
        {
            _consultation.Listen<EightLanes>(brief, _reply.Opinions, isFirst: true, from: 0, brief.Lanes);
        }
        else
        {
            _consultation.Listen<FourLanes>(brief, _reply.Opinions, isFirst: true, from: 0, brief.Lanes);
        }

        return _reply;
    }

    /// <summary>Concedes in the days before the session, votes on its draft, and listens to what was said, for the session that follows.</summary>
    public Reply Answer(Brief brief)
    {
        Keep(brief.Kept.Span);
        if (Width.IsEight)
        {
            Answer<EightLanes>(brief);
        }
        else
        {
            Answer<FourLanes>(brief);
        }

        return _reply;
    }

    // Strip by strip, so that what one step writes is still at hand for the next.
    private void Answer<T>(Brief brief)
        where T : struct, ILanes<T>
    {
        for (var from = 0; from < brief.Lanes; from += Width.Strip)
        {
            var to = Math.Min(from + Width.Strip, brief.Lanes);
            if (_concedes)
            {
                Concede<T>(brief, from, to);
            }

            if (!_noise.Is(0))
            {
                _inclination.Pass<T>(brief, from, to);
            }

            Vote<T>(brief, from, to);
            _consultation.Listen<T>(brief, _reply.Opinions, isFirst: false, from, to);
        }
    }

    private void OpenValuation(Quantity[] saliences, Goodwill? goodwill)
    {
        var issues = Vector256.Create((double)_issues);
        _stakes = _worlds.List(Array.ConvertAll(saliences, salience => _worlds.From(salience, s => s / Vector256.Create(100.0) / issues)));
        _statusQuo = _worlds.List([.. _profile.StatusQuo.Select((point, issue) => _worlds.Of(WorldParameter.StatusQuo, point, issue: issue))]);
        _exposure = _worlds.Of(WorldParameter.Exposure, _profile.Stance.Exposure, _profile.Seat);
        _noise = _worlds.Of(WorldParameter.BallotNoise, _settings.BallotNoise);
        var unity = _worlds.Of(WorldParameter.Unity, _profile.Unity, _profile.Seat);
        if (goodwill is not null)
        {
            unity = _worlds.From(unity, new(goodwill.Now), static (b, g) => Vector256.Max(Vector256<double>.Zero, b + g));
        }

        _support = _worlds.From(unity, static b => -b);
        var reticence = _worlds.Of(WorldParameter.Reticence, _profile.Reticence, _profile.Seat);
        _objection = _worlds.From(_support, reticence, static (support, silent) => support - silent);
    }

    private void OpenHoldout(int lanes)
    {
        var holdout = _worlds.Of(WorldParameter.Holdout, _profile.Holdout, _profile.Seat);
        var rate = _worlds.Of(WorldParameter.ConcessionRate, _profile.ConcessionRate, _profile.Seat);
        var (first, later) = (Vector256.Create(_settings.Calendar.FirstRoundDay), Vector256.Create(_settings.Calendar.RoundDays));
        _concedes = !holdout.Is(0) && !rate.Is(0);
        _firstPace = _worlds.From(rate, gamma => -(gamma * first / Vector256.Create(30.0)));
        _pace = _worlds.From(rate, gamma => -(gamma * later / Vector256.Create(30.0)));
        var response = _worlds.Of(WorldParameter.UrgencyResponse, _settings.UrgencyResponse);
        _response = _worlds.From(response, _exposure, static (upsilon, exposure) => upsilon * exposure);
        _shadow = _worlds.Of(WorldParameter.ShadowOfTheVote, _settings.ShadowOfTheVote);
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            _holdout.Set(lane, holdout.At(lane));
        }
    }

    private void Keep(ReadOnlySpan<int> kept)
    {
        if (!kept.IsEmpty)
        {
            _holdout.Keep(kept);
            _inclination.Keep(kept);
            _worlds.Keep(kept);
        }
    }

    // h_i <- h_i exp(-gamma_i zeta_i (1 + upsilon kappa e_i) Delta / 30): model.md 3.0.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Concede<T>(Brief brief, int from, int to)
        where T : struct, ILanes<T>
    {
        var (dispensable, own) = (brief.Dispensable, T.OfBits(1UL << _profile.Seat));
        var pace = (brief.Round == 0 ? _firstPace : _pace).Column;
        var response = _response.Column;
        var shadow = _shadow.Column;
        var urgency = new Column(brief.LastUrgency);
        var holdout = new Column(_holdout);
        for (var lane = (nuint)from; lane < (nuint)to; lane += (nuint)T.Count)
        {
            var zeta = T.Of(1) + (shadow.At<T>(lane) & T.Has(dispensable.BitsAt<T>((int)lane), own));
            var urged = T.Of(1) + (response.At<T>(lane) * urgency.At<T>(lane));
            holdout.Set(lane, holdout.At<T>(lane) * Elementary.Exp(pace.At<T>(lane) * zeta * urged));
        }
    }

    private void Vote<T>(Brief brief, int from, int to)
        where T : struct, ILanes<T>
    {
        switch (_settings.LossExponent)
        {
            case 1:
                Vote<T, LinearLoss>(brief, from, to);
                break;
            case 2:
                Vote<T, QuadraticLoss>(brief, from, to);
                break;
            default:
                Vote<T, PowerLoss>(brief, from, to);
                break;
        }
    }

    // Valuation and ballot: model.md 3.2 and 3.3.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Vote<T, TLoss>(Brief brief, int from, int to)
        where T : struct, ILanes<T>
        where TLoss : struct, ILoss
    {
        var (opinions, draft, stakes, statusQuo, exponent) = (brief.Opinions, brief.Draft, _stakes, _statusQuo, _settings.LossExponent);
        var (isNoisy, issues, first) = (!_noise.Is(0), _issues, _profile.Seat * _issues);
        var exposure = _exposure.Column;
        var noise = _noise.Column;
        var support = _support.Column;
        var objection = _objection.Column;
        var urgency = new Column(brief.Urgency);
        var holdout = new Column(_holdout);
        var inclination = new Column(_inclination.Now);
        var margins = new Column(_reply.Margins);
        var aspirations = new Column(_reply.Aspirations);
        ref var ballots = ref Unsafe.As<Ballot, byte>(ref MemoryMarshal.GetArrayDataReference(_reply.Ballots));
        for (var lane = (nuint)from; lane < (nuint)to; lane += (nuint)T.Count)
        {
            var (ofDraft, ofStatusQuo) = (T.Of(0), T.Of(0));
            for (var issue = 0; issue < issues; issue++)
            {
                var opinion = opinions.Column(first + issue).At<T>(lane);
                var stake = stakes.Column(issue).At<T>(lane);
                ofDraft += stake * TLoss.Of(T.Abs(draft.Column(issue).At<T>(lane) - opinion), exponent);
                ofStatusQuo += stake * TLoss.Of(T.Abs(statusQuo.Column(issue).At<T>(lane) - opinion), exponent);
            }

            var reservation = T.Of(1) - ofStatusQuo - (urgency.At<T>(lane) * exposure.At<T>(lane));
            var surplus = T.Of(1) - reservation;
            surplus &= T.Greater(surplus, T.Of(0));
            var aspiration = reservation + (holdout.At<T>(lane) * surplus);
            var margin = T.Of(1) - ofDraft - aspiration;
            aspirations.Set(lane, aspiration);
            margins.Set(lane, margin);
            if (isNoisy)
            {
                margin += noise.At<T>(lane) * inclination.At<T>(lane);
            }

            var (supports, objects) = (T.Signs(T.AtLeast(margin, support.At<T>(lane))), T.Signs(T.Less(margin, objection.At<T>(lane))));
            if (_hasRedLines)
            {
                var crossed = T.Signs(CrossedRedLines<T>(draft, (int)lane));
                (supports, objects) = (supports & ~crossed, objects | crossed);
            }

            Write<T>(ref Unsafe.Add(ref ballots, lane), supports, objects);
        }
    }

    private T CrossedRedLines<T>(Columns draft, int lane)
        where T : struct, ILanes<T>
    {
        var crossed = T.Of(0);
        for (var issue = 0; issue < _issues; issue++)
        {
            var line = _profile.Stance.RedLines[issue];
            var text = draft.At<T>(issue, lane);
            crossed |= T.Less(text, T.Of(line.Lowest)) | T.Greater(text, T.Of(line.Highest));
        }

        return crossed;
    }

    // A byte per lane, the first lane in the lowest (as on every little-endian machine that .NET runs on): 1 support, 2 objection, 0 abstention.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<T>(ref byte ballots, uint supports, uint objects)
        where T : struct, ILanes<T>
    {
        var four = ByteOfEachBit[(int)(supports & 15)] + (2 * ByteOfEachBit[(int)(objects & 15)]);
        Unsafe.WriteUnaligned(ref ballots, four);
        if (T.Count == Width.Most)
        {
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref ballots, 4), ByteOfEachBit[(int)(supports >> 4)] + (2 * ByteOfEachBit[(int)(objects >> 4)]));
        }
    }

    private static ReadOnlySpan<uint> ByteOfEachBit =>
    [
        0x00000000, 0x00000001, 0x00000100, 0x00000101, 0x00010000, 0x00010001, 0x00010100, 0x00010101,
        0x01000000, 0x01000001, 0x01000100, 0x01000101, 0x01010000, 0x01010001, 0x01010100, 0x01010101,
    ];
}
