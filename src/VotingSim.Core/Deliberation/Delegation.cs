using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Randomness;
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
    private readonly Loss _loss;
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
        (_worlds, _loss) = (new(uncertainty, seed), new(settings.LossExponent));
        (_consultation, _inclination) = (new(profile, settings), new(profile.Seat, settings, seed));
        _hasRedLines = profile.Stance.RedLines.Any(line => line != Tolerance.Anything);
        _reply = new() { Ballots = [], Margins = [], Aspirations = [], Opinions = new(0, 0) };
    }

    /// <summary>Takes its seat in a cohort: draws its true positions, x_ik = clamp(X_ik + sigma z, 0, 100), and states them.</summary>
    public Reply Open(Cohort cohort)
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
        _consultation.Open(_worlds, positions, saliences);
        OpenValuation(saliences);
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
        _consultation.Listen(brief, _reply.Opinions, isFirst: true);
        return _reply;
    }

    /// <summary>Concedes in the days before the session, votes on its draft, and listens to what was said, for the session that follows.</summary>
    public Reply Answer(Brief brief)
    {
        Keep(brief.Kept.Span);
        if (_concedes)
        {
            Concede(brief);
        }

        if (!_noise.Is(0))
        {
            _inclination.Pass(brief);
        }

        Vote(brief);
        _consultation.Listen(brief, _reply.Opinions, isFirst: false);
        return _reply;
    }

    private void OpenValuation(Quantity[] saliences)
    {
        var issues = Vector256.Create((double)_issues);
        _stakes = _worlds.List(Array.ConvertAll(saliences, salience => _worlds.From(salience, s => s / Vector256.Create(100.0) / issues)));
        _statusQuo = _worlds.List([.. _profile.StatusQuo.Select((point, issue) => _worlds.Of(WorldParameter.StatusQuo, point, issue: issue))]);
        _exposure = _worlds.Of(WorldParameter.Exposure, _profile.Stance.Exposure, _profile.Seat);
        _noise = _worlds.Of(WorldParameter.BallotNoise, _settings.BallotNoise);
        _support = _worlds.From(_worlds.Of(WorldParameter.Unity, _profile.Unity, _profile.Seat), static unity => -unity);
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
    private void Concede(Brief brief)
    {
        var pace = brief.Round == 0 ? _firstPace : _pace;
        var own = Vector256.Create(1UL << _profile.Seat);
        for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
        {
            var dispensable = Vector256.Equals(brief.Dispensable.At(lane) & own, own).AsDouble();
            var zeta = Vector256<double>.One + (_shadow.At(lane) & dispensable);
            var urged = Vector256<double>.One + (_response.At(lane) * brief.LastUrgency.At(lane));
            _holdout.Set(lane, _holdout.At(lane) * Elementary.Exp(pace.At(lane) * zeta * urged));
        }
    }

    // Valuation and ballot: model.md 3.2 and 3.3.
    private void Vote(Brief brief)
    {
        // Locals stay in registers.
        var (stakes, statusQuo, exposure, noise, support, objection) = (_stakes, _statusQuo, _exposure, _noise, _support, _objection);
        var isNoisy = !noise.Is(0);
        ref var ballots = ref MemoryMarshal.GetArrayDataReference(_reply.Ballots);
        for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
        {
            var (ofDraft, ofStatusQuo) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var issue = 0; issue < _issues; issue++)
            {
                var opinion = brief.Opinions.At((_profile.Seat * _issues) + issue, lane);
                var stake = stakes.At(issue, lane);
                ofDraft += stake * _loss.Of(Vector256.Abs(brief.Draft.At(issue, lane) - opinion));
                ofStatusQuo += stake * _loss.Of(Vector256.Abs(statusQuo.At(issue, lane) - opinion));
            }

            var reservation = Vector256<double>.One - ofStatusQuo - (brief.Urgency.At(lane) * exposure.At(lane));
            var surplus = Vector256<double>.One - reservation;
            surplus &= Vector256.GreaterThan(surplus, Vector256<double>.Zero);
            var aspiration = reservation + (_holdout.At(lane) * surplus);
            var margin = Vector256<double>.One - ofDraft - aspiration;
            _reply.Aspirations.Set(lane, aspiration);
            _reply.Margins.Set(lane, margin);

            if (isNoisy)
            {
                margin += noise.At(lane) * _inclination.At(lane);
            }

            var objects = Vector256.LessThan(margin, objection.At(lane));
            var supports = Vector256.GreaterThanOrEqual(margin, support.At(lane));
            if (_hasRedLines)
            {
                var crossed = CrossedRedLines(brief, lane);
                objects |= crossed;
                supports = Vector256.AndNot(supports, crossed);
            }

            // A byte per lane, the first lane in the lowest (as on every little-endian machine that .NET runs on): 1 support, 2 objection, 0
            // abstention.
            var four = ByteOfEachBit[(int)supports.ExtractMostSignificantBits()] + (2 * ByteOfEachBit[(int)objects.ExtractMostSignificantBits()]);
            Unsafe.WriteUnaligned(ref Unsafe.As<Ballot, byte>(ref Unsafe.Add(ref ballots, lane)), four);
        }
    }

    private Vector256<double> CrossedRedLines(Brief brief, int lane)
    {
        var crossed = Vector256<double>.Zero;
        for (var issue = 0; issue < _issues; issue++)
        {
            var line = _profile.Stance.RedLines[issue];
            var text = brief.Draft.At(issue, lane);
            crossed |= Vector256.LessThan(text, Vector256.Create(line.Lowest)) | Vector256.GreaterThan(text, Vector256.Create(line.Highest));
        }

        return crossed;
    }

    private static ReadOnlySpan<uint> ByteOfEachBit =>
    [
        0x00000000, 0x00000001, 0x00000100, 0x00000101, 0x00010000, 0x00010001, 0x00010100, 0x00010101,
        0x01000000, 0x01000001, 0x01000100, 0x01000101, 0x01010000, 0x01010001, 0x01010100, 0x01010101,
    ];
}
