using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Randomness;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>A member listens to what was said: model.md 3.0. Opinions go the share ell = 1 - exp(-psi Delta / 30) of the way to where listening
/// would bring them.</summary>
internal sealed class Consultation
{
    private readonly PreferenceProfile _profile;
    private readonly DeliberationSettings _settings;
    private readonly int _issues;
    private readonly bool[] _listens;
    private QuantityList _positions;  // x_ik
    private QuantityList _openness;   // f_ik
    private QuantityList _hears;      // c_j a_ij
    private QuantityList _outside;    // sum over e of c_e a_ie z_ek
    private Quantity _hearsOutside;   // sum over e of c_e a_ie
    private Quantity _heard;          // the sum of all weights
    private Quantity _confidence;     // epsilon K
    private Quantity _firstShare;     // ell of the time before the first session
    private Quantity _share;          // ell of an interval

    public Consultation(PreferenceProfile profile, DeliberationSettings settings)
    {
        (_profile, _settings, _issues) = (profile, settings, profile.StatusQuo.Length);
        _listens = new bool[_issues];
    }

    /// <summary>Begins with another cohort.</summary>
    /// <param name="worlds">Its worlds.</param>
    /// <param name="positions">x_ik, by issue.</param>
    /// <param name="saliences">s_ik, by issue.</param>
    /// <param name="goodwill">What the member remembers of the matters before; null where it remembers nothing.</param>
    public void Open(WorldDraws worlds, Quantity[] positions, Quantity[] saliences, Goodwill? goodwill)
    {
        var flexibility = worlds.Of(WorldParameter.Flexibility, _profile.Flexibility, _profile.Seat);
        if (goodwill is not null)
        {
            flexibility = worlds.From(flexibility, new(goodwill.Ears), static (phi, ears) => Vector256.Min(Vector256<double>.One, phi * ears));
        }

        var openness = Array.ConvertAll(saliences, salience => worlds.From(flexibility, salience, static (phi, s) =>
            phi * (Vector256<double>.One - (s / Vector256.Create(100.0)))));
        for (var issue = 0; issue < _issues; issue++)
        {
            _listens[issue] = !openness[issue].Is(0);
        }

        (_positions, _openness) = (worlds.List(positions), worlds.List(openness));
        OpenEars(worlds);
        var issues = Vector256.Create((double)_issues);
        _confidence = worlds.From(worlds.Of(WorldParameter.Confidence, _settings.Confidence), epsilon => epsilon * issues);
        var rate = worlds.Of(WorldParameter.ConsultationRate, _settings.ConsultationRate);
        _firstShare = ShareOf(worlds, rate, _settings.Calendar.FirstRoundDay);
        _share = ShareOf(worlds, rate, _settings.Calendar.RoundDays);
    }

    /// <summary>Writes what the member will say next, from the opinions of a brief, for some of the lanes.</summary>
    public void Listen<T>(Brief brief, Columns opinions, bool isFirst, int from, int to)
        where T : struct, ILanes<T>
    {
        var share = isFirst ? _firstShare : _share;
        if (share.Is(0))
        {
            for (var issue = 0; issue < _issues; issue++)
            {
                brief.Opinions[(_profile.Seat * _issues) + issue][from..to].CopyTo(opinions[issue][from..]);
            }
        }
        else if (_confidence.IsConstant && _confidence[0] >= 100.0 * _issues)
        {
            ListenToAll<T>(brief.Opinions, opinions, share, (nuint)from, (nuint)to);
        }
        else
        {
            ListenToTheLikeMinded(brief, opinions, share, from, to);
        }
    }

    private void OpenEars(WorldDraws worlds)
    {
        var hears = new Quantity[_profile.Influences.Length];
        for (var speaker = 0; speaker < hears.Length; speaker++)
        {
            hears[speaker] = Weigh(worlds, worlds.Of(WorldParameter.Influence, _profile.Influences[speaker], speaker), _profile.Affinities[speaker]);
        }

        _hears = worlds.List(hears);
        var outside = new Quantity[_issues];
        Array.Fill(outside, new(0));
        _hearsOutside = new(0);
        for (var power = 0; power < _profile.ExternalPowers.Length; power++)
        {
            var voice = _profile.ExternalPowers[power];
            var weight = Weigh(worlds, worlds.Of(WorldParameter.PowerInfluence, voice.Influence, power: power), voice.Affinity[_profile.Seat]);
            _hearsOutside = worlds.From(_hearsOutside, weight, static (sum, own) => sum + own);
            for (var issue = 0; issue < _issues; issue++)
            {
                var position = worlds.Of(WorldParameter.PowerPosition, voice.Position[issue], issue: issue, power: power);
                outside[issue] = worlds.From(outside[issue], worlds.From(weight, position, static (w, z) => w * z), static (sum, own) => sum + own);
            }
        }

        _outside = worlds.List(outside);
        _heard = _hearsOutside;
        foreach (var weight in hears)
        {
            _heard = worlds.From(_heard, weight, static (sum, own) => sum + own);
        }
    }

    private static Quantity Weigh(WorldDraws worlds, Quantity influence, double affinity)
    {
        var listens = Vector256.Create(affinity);
        return worlds.From(influence, c => c * listens);
    }

    private static Quantity ShareOf(WorldDraws worlds, Quantity rate, double days)
    {
        var elapsed = Vector256.Create(days);
        return worlds.From(rate, psi => Vector256<double>.One - Elementary.Exp(-(psi * elapsed / Vector256.Create(30.0))));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ListenToAll<T>(Columns stated, Columns opinions, Quantity share, nuint from, nuint to)
        where T : struct, ILanes<T>
    {
        for (var issue = 0; issue < _issues; issue++)
        {
            if (_listens[issue])
            {
                GoTowardsTheMean<T>(issue, stated, opinions.Column(issue), share.Column, from, to);
                continue;
            }

            var own = stated.Column((_profile.Seat * _issues) + issue);
            var next = opinions.Column(issue);
            var position = _positions.Column(issue);
            var way = share.Column;
            for (var lane = from; lane < to; lane += (nuint)T.Count)
            {
                var opinion = own.At<T>(lane);
                next.Set(lane, opinion + (way.At<T>(lane) * (position.At<T>(lane) - opinion)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GoTowardsTheMean<T>(int issue, Columns stated, Column next, Column share, nuint from, nuint to)
        where T : struct, ILanes<T>
    {
        var (hears, issues, speakers) = (_hears, _issues, _profile.Influences.Length); // locals stay in registers
        var outside = _outside.Column(issue);
        var heard = _heard.Column;
        var openness = _openness.Column(issue);
        var position = _positions.Column(issue);
        var own = stated.Column((_profile.Seat * _issues) + issue);
        for (var lane = from; lane < to; lane += (nuint)T.Count)
        {
            var voices = outside.At<T>(lane);
            for (var speaker = 0; speaker < speakers; speaker++)
            {
                voices += hears.Column(speaker).At<T>(lane) * stated.Column((speaker * issues) + issue).At<T>(lane);
            }

            var (opinion, open) = (own.At<T>(lane), openness.At<T>(lane));
            var goal = ((T.Of(1) - open) * position.At<T>(lane)) + (open * (voices / heard.At<T>(lane)));
            next.Set(lane, opinion + (share.At<T>(lane) * (goal - opinion)));
        }
    }

    // The same, heeding only members within the confidence bound.
    private void ListenToTheLikeMinded(Brief brief, Columns opinions, Quantity share, int from, int to)
    {
        var speakers = _profile.Influences.Length;
        var own = _profile.Seat * _issues;
        Span<Vector256<double>> voices = stackalloc Vector256<double>[Crisis.MaximumIssues];
        for (var lane = from; lane < to; lane += Cohort.LanesPerVector)
        {
            var (heard, bound) = (_hearsOutside.At(lane), _confidence.At(lane));
            for (var issue = 0; issue < _issues; issue++)
            {
                voices[issue] = _outside.At(issue, lane);
            }

            for (var speaker = 0; speaker < speakers; speaker++)
            {
                var distance = Vector256<double>.Zero;
                for (var issue = 0; issue < _issues; issue++)
                {
                    distance += Vector256.Abs(brief.Opinions.At((speaker * _issues) + issue, lane) - brief.Opinions.At(own + issue, lane));
                }

                var weight = _hears.At(speaker, lane) & Vector256.LessThanOrEqual(distance, bound);
                heard += weight;
                for (var issue = 0; issue < _issues; issue++)
                {
                    voices[issue] += weight * brief.Opinions.At((speaker * _issues) + issue, lane);
                }
            }

            for (var issue = 0; issue < _issues; issue++)
            {
                var (opinion, openness) = (brief.Opinions.At(own + issue, lane), _openness.At(issue, lane));
                var goal = ((Vector256<double>.One - openness) * _positions.At(issue, lane)) + (openness * (voices[issue] / heard));
                opinions.Set(issue, lane, opinion + (share.At(lane) * (goal - opinion)));
            }
        }
    }
}
