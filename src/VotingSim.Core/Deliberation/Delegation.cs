using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Crises;
using VotingSim.Randomness;

namespace VotingSim.Deliberation;

/// <summary>A member's side of the deliberation, over a cohort of replications at once: consultation, valuation, ballot, its own holdout.</summary>
/// <remarks>
/// Stateful: it is opened with a cohort and then answers one brief after another. The symbols are those of docs/model.md, section 3. Every
/// lane is computed by the same fixed sequence of operations, sums over members run in seat order, and no lane sees another, so that
/// results do not depend on the cohort or the machine.
/// </remarks>
public sealed class Delegation
{
    private readonly PreferenceProfile _profile;
    private readonly DeliberationSettings _settings;
    private readonly Draw _draw;
    private readonly Loss _loss;
    private readonly int _issues;
    private readonly double[] _stakes;       // s_ik / 100 / K
    private readonly double[] _openness;     // f_ik
    private readonly bool _hasRedLines;
    private Columns _positions = new(0, 0);  // x_ik
    private double[] _holdout = [];          // h_i(r)
    private double[] _luck = [];             // u of this round's ballots
    private Reply _reply;

    /// <summary>Prepares a member to deliberate.</summary>
    /// <param name="profile">What it brings to the table.</param>
    /// <param name="settings">How the deliberation runs.</param>
    /// <param name="seed">The seed of all draws.</param>
    public Delegation(PreferenceProfile profile, DeliberationSettings settings, ulong seed)
    {
        (_profile, _settings, _draw) = (profile, settings, new(seed));
        _loss = new(settings.LossExponent);
        _issues = profile.StatusQuo.Length;
        _stakes = [.. profile.Stance.Salience.Select(salience => salience / 100 / _issues)];
        _openness = [.. profile.Stance.Salience.Select(salience => profile.Flexibility * (1 - (salience / 100)))];
        _hasRedLines = profile.Stance.RedLines.Any(line => line != Tolerance.Anything);
        _reply = new() { Ballots = [], Margins = [], Aspirations = [], Opinions = new(0, 0) };
    }

    /// <summary>Takes its seat in a cohort: draws its true positions, x_ik = clamp(X_ik + sigma z, 0, 100), and states them.</summary>
    public Reply Open(Cohort cohort)
    {
        if (_holdout.Length < cohort.Lanes)
        {
            _positions = new(_issues, cohort.Lanes);
            _holdout = new double[cohort.Lanes];
            _luck = new double[cohort.Lanes];
            _reply = new()
            {
                Ballots = new Ballot[cohort.Lanes],
                Margins = new double[cohort.Lanes],
                Aspirations = new double[cohort.Lanes],
                Opinions = new(_issues, cohort.Lanes),
            };
        }

        Array.Fill(_holdout, _profile.Holdout);
        for (var issue = 0; issue < _issues; issue++)
        {
            var expected = Vector256.Create(_profile.Stance.Position[issue]);
            for (var lane = 0; lane < cohort.Lanes; lane += Cohort.LanesPerVector)
            {
                var position = expected;
                if (_settings.PositionNoise > 0)
                {
                    var replications = Vector256.Create((ulong)cohort.First + (ulong)lane) + Vector256<ulong>.Indices;
                    position += Vector256.Create(_settings.PositionNoise) * _draw.Normal(
                        replications, 0, _profile.Seat, issue, DrawPurpose.IdealPoint);
                }

                position = Vector256.Min(Vector256.Max(position, Vector256<double>.Zero), Vector256.Create(100.0));
                _positions.Set(issue, lane, position);
                _reply.Opinions.Set(issue, lane, position);
            }
        }

        return _reply;
    }

    /// <summary>Concedes after the last ballot, votes on the draft, and listens to what was said, for the round that comes.</summary>
    public Reply Answer(Brief brief)
    {
        _holdout.Keep(brief.Kept.Span);
        _positions.Keep(brief.Kept.Span);

        if (brief.Round > 0 && _profile.Holdout > 0 && _profile.ConcessionRate > 0)
        {
            Concede(brief);
        }

        Vote(brief);
        Consult(brief);
        return _reply;
    }

    // h_i <- h_i exp(-gamma_i zeta_i (1 + upsilon kappa e_i) L / 30), the reaction to the ballot before: model.md 3.6.
    private void Concede(Brief brief)
    {
        var pace = Vector256.Create(-_profile.ConcessionRate * _settings.RoundDays / 30);
        var response = Vector256.Create(_settings.UrgencyResponse * _profile.Stance.Exposure);
        var shadow = Vector256.Create(_settings.ShadowOfTheVote);
        var own = Vector256.Create(1UL << _profile.Seat);
        for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
        {
            var dispensable = Vector256.Equals(brief.Dispensable.At(lane) & own, own).AsDouble();
            var zeta = Vector256<double>.One + (shadow & dispensable);
            var urged = Vector256<double>.One + (response * brief.LastUrgency.At(lane));
            _holdout.Set(lane, _holdout.At(lane) * Elementary.Exp(pace * zeta * urged));
        }
    }

    // Valuation and ballot: model.md 3.3 and 3.4.
    private void Vote(Brief brief)
    {
        var exposure = Vector256.Create(_profile.Stance.Exposure);
        var noise = Vector256.Create(_settings.BallotNoise);
        var silence = Vector256.Create(-_profile.Unity);
        if (_settings.BallotNoise > 0)
        {
            _draw.Uniform(_luck, brief.Replications.AsSpan(0, brief.Lanes), brief.Round, _profile.Seat, DrawPurpose.Ballot);
        }

        ref var ballots = ref MemoryMarshal.GetArrayDataReference(_reply.Ballots);
        for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
        {
            var (ofDraft, ofStatusQuo) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var issue = 0; issue < _issues; issue++)
            {
                var opinion = brief.Opinions.At((_profile.Seat * _issues) + issue, lane);
                var stake = Vector256.Create(_stakes[issue]);
                ofDraft += stake * _loss.Of(Vector256.Abs(brief.Draft.At(issue, lane) - opinion));
                ofStatusQuo += stake * _loss.Of(Vector256.Abs(Vector256.Create(_profile.StatusQuo[issue]) - opinion));
            }

            var reservation = Vector256<double>.One - ofStatusQuo - (brief.Urgency.At(lane) * exposure);
            var surplus = Vector256<double>.One - reservation;
            surplus &= Vector256.GreaterThan(surplus, Vector256<double>.Zero);
            var aspiration = reservation + (_holdout.At(lane) * surplus);
            var margin = Vector256<double>.One - ofDraft - aspiration;
            _reply.Aspirations.Set(lane, aspiration);
            _reply.Margins.Set(lane, margin);

            if (_settings.BallotNoise > 0)
            {
                margin += noise * Draw.Logistic(_luck.At(lane));
            }

            var objects = Vector256.LessThan(margin, silence);
            var supports = Vector256.GreaterThanOrEqual(margin, Vector256<double>.Zero);
            if (_hasRedLines)
            {
                var crossed = CrossedRedLines(brief, lane);
                objects |= crossed;
                supports = Vector256.AndNot(supports, crossed);
            }

            // A byte per lane, the first lane in the lowest (as on every little-endian machine that .NET runs on): 1 support, 2 objection,
            // 0 abstention.
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

    // o_ik <- (1 - f_ik) x_ik + f_ik m_ik, from the opinions of this round: model.md 3.1.
    private void Consult(Brief brief)
    {
        if (_settings.Confidence < 100)
        {
            ConsultTheLikeMinded(brief);
            return;
        }

        var hears = _profile.Hears.AsSpan();
        var heard = _profile.HearsOutside;
        foreach (var weight in hears)
        {
            heard += weight;
        }

        for (var issue = 0; issue < _issues; issue++)
        {
            var openness = _openness[issue];
            if (openness == 0)
            {
                _positions[issue][..brief.Lanes].CopyTo(_reply.Opinions[issue]);
                continue;
            }

            for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
            {
                var voices = Vector256.Create(_profile.OutsideVoices[issue]);
                for (var speaker = 0; speaker < hears.Length; speaker++)
                {
                    voices += Vector256.Create(hears[speaker]) * brief.Opinions.At((speaker * _issues) + issue, lane);
                }

                SetOpinion(issue, lane, voices / Vector256.Create(heard));
            }
        }
    }

    // The same, heeding only members within the confidence bound.
    private void ConsultTheLikeMinded(Brief brief)
    {
        var hears = _profile.Hears.AsSpan();
        var bound = Vector256.Create(_settings.Confidence * _issues);
        Span<Vector256<double>> voices = stackalloc Vector256<double>[Crisis.MaximumIssues];
        for (var lane = 0; lane < brief.Lanes; lane += Cohort.LanesPerVector)
        {
            var heard = Vector256.Create(_profile.HearsOutside);
            for (var issue = 0; issue < _issues; issue++)
            {
                voices[issue] = Vector256.Create(_profile.OutsideVoices[issue]);
            }

            for (var speaker = 0; speaker < hears.Length; speaker++)
            {
                var distance = Vector256<double>.Zero;
                for (var issue = 0; issue < _issues; issue++)
                {
                    distance += Vector256.Abs(
                        brief.Opinions.At((speaker * _issues) + issue, lane) - brief.Opinions.At((_profile.Seat * _issues) + issue, lane));
                }

                var weight = Vector256.Create(hears[speaker]) & Vector256.LessThanOrEqual(distance, bound);
                heard += weight;
                for (var issue = 0; issue < _issues; issue++)
                {
                    voices[issue] += weight * brief.Opinions.At((speaker * _issues) + issue, lane);
                }
            }

            for (var issue = 0; issue < _issues; issue++)
            {
                SetOpinion(issue, lane, voices[issue] / heard);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetOpinion(int issue, int lane, Vector256<double> mean)
    {
        var openness = Vector256.Create(_openness[issue]);
        _reply.Opinions.Set(issue, lane, ((Vector256<double>.One - openness) * _positions.At(issue, lane)) + (openness * mean));
    }

    private static ReadOnlySpan<uint> ByteOfEachBit =>
    [
        0x00000000, 0x00000001, 0x00000100, 0x00000101, 0x00010000, 0x00010001, 0x00010100, 0x00010101,
        0x01000000, 0x01000001, 0x01000100, 0x01000101, 0x01010000, 0x01010001, 0x01010100, 0x01010101,
    ];
}
