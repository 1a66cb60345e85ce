using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Randomness;
using VotingSim.Worlds;

namespace VotingSim.Campaigns;

/// <summary>What a member remembers of the campaigns of a cohort: a mark for every matter, which fades. Model.md 9.</summary>
/// <remarks>Opened with the sittings one after another, told what came of each, and asked at the end what it carried out: by then it knows what else
/// happened before a decision was taken. Sums run over matters in the order of their numbers.</remarks>
/// <param name="seat">The member's seat.</param>
/// <param name="seed">The seed of all draws.</param>
/// <param name="conduct">How members conduct themselves.</param>
/// <param name="campaign">The cohort of campaigns.</param>
public sealed class Recollection(int seat, ulong seed, Conduct conduct, Cohort campaign)
{
    private readonly Draw _draw = new(seed);
    private readonly Dictionary<int, WorldDraws> _worlds = []; // by stream
    private readonly List<double[]> _marks = [];               // v_ie by number of the matter, a column over campaigns
    private readonly List<double[]> _ends = [];                // t_e
    private readonly List<double[]> _objections = [];          // what being outvoted would have cost, where the member objected
    private readonly List<double[]> _openings = [];
    private readonly List<CohortResult> _sittings = [];
    private PreferenceProfile? _profile;

    /// <summary>What the member brings to a sitting.</summary>
    public Goodwill Open(Cohort sitting, PreferenceProfile profile, WorldUncertainty? uncertainty)
    {
        var (matter, worlds) = (MatterOf(sitting), WorldsOf(sitting, uncertainty));
        _profile = profile;
        var listening = worlds.Of(WorldParameter.MemoryListening, conduct.Memory.Listening);
        var now = At(worlds, matter.Days, matter.Slots, except: -1);
        _openings.Add(now[..sitting.Count]);
        var ears = new double[now.Length];
        for (var lane = 0; lane < now.Length; lane += Cohort.LanesPerVector)
        {
            ears.Set(lane, Elementary.Exp(listening.At(lane) * now.At(lane)));
        }

        return new() { Now = now, Ears = ears };
    }

    /// <summary>Hears what came of the sitting that it opened last, and takes it to heart.</summary>
    public void Remember(CohortResult result)
    {
        var (matter, memory) = (MatterOf(result.Cohort), conduct.Memory);
        var profile = _profile ?? throw new InvalidOperationException("A member is told of a matter that it never sat on.");
        var worlds = _worlds[matter.Stream];
        worlds.Open(result.Cohort);
        var outvoted = worlds.Of(WorldParameter.MemoryOutvoted, memory.Outvoted);
        var consent = worlds.Of(WorldParameter.MemoryConsent, memory.Consent);
        var deadlock = worlds.Of(WorldParameter.MemoryDeadlock, memory.Deadlock);
        var leftOut = worlds.Of(WorldParameter.MemoryLeftOut, memory.LeftOut);
        var exposure = worlds.Of(WorldParameter.Exposure, profile.Stance.Exposure, seat);
        var (marks, ends, objections) = ColumnsOf(matter.Number);
        for (var lane = 0; lane < result.Cohort.Count; lane++)
        {
            var (staysOut, objects) = (Has(result.OptedOut[lane]), Has(result.Objectors[lane]));
            marks[matter.Slots[lane]] = result.Endings[lane] switch
            {
                Ending.Consent => consent[lane],
                Ending.Vote => objects && !staysOut ? -outvoted[lane] : 0,
                Ending.Minilateral => staysOut ? -leftOut[lane] : 0,
                _ => -(deadlock[lane] * exposure[lane]),
            };
            ends[matter.Slots[lane]] = matter.Days[lane] + result.Days[lane];
            objections[matter.Slots[lane]] = objects ? outvoted[lane] : 0;
        }

        _sittings.Add(result);
    }

    /// <summary>Whether the member is for a reform, in each lane that is asked: 1 for, 0 neither, -1 against. It asks of every matter that died and
    /// that the new rule would have saved what the deadlock cost it, and what being outvoted would have.</summary>
    public int[] Answer(ReformQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (matter, worlds) = (MatterOf(question.Arisen), WorldsOf(question.Arisen, question.Uncertainty));
        var lasts = worlds.Of(WorldParameter.MemoryYears, conduct.Memory.Years);
        return Array.ConvertAll(question.Lanes, lane =>
        {
            var (slot, day, gain) = (matter.Slots[lane], matter.Days[lane], 0.0);
            for (var number = 0; number < question.Saved.Length; number++)
            {
                if (question.Saved[number][slot] && _ends[number][slot] <= day)
                {
                    var faded = Elementary.Exp(-((day - _ends[number][slot]) / (lasts[lane] * CampaignTerms.DaysOfYear)));
                    gain += (-_marks[number][slot] - _objections[number][slot]) * faded;
                }
            }

            return Math.Sign(gain);
        });
    }

    /// <summary>Looks back when all campaigns are over.</summary>
    /// <param name="years">How many years they last.</param>
    public Recollections Recall(int years)
    {
        var worlds = _worlds.Count > 0 ? _worlds.Values.First() : new(null, seed);
        worlds.Open(campaign);
        int[] slots = [.. Enumerable.Range(0, campaign.Lanes).Select(lane => Math.Min(lane, campaign.Count - 1))];
        var days = new double[campaign.Lanes];
        var atYears = new double[years][];
        for (var year = 0; year < years; year++)
        {
            Array.Fill(days, (year + 1) * CampaignTerms.DaysOfYear);
            atYears[year] = At(worlds, days, slots, except: -1)[..campaign.Count];
        }

        return new() { AtOpening = [.. _openings], CarriedOut = [.. _sittings.Select(CarriedOut)], AtYears = atYears };
    }

    // U_i(p) - R_i + g_i(t_e) + noise Lambda >= 0; who stays out has nothing to carry out.
    private bool[] CarriedOut(CohortResult result)
    {
        var (matter, worlds, count) = (MatterOf(result.Cohort), _worlds[MatterOf(result.Cohort).Stream], result.Cohort.Count);
        worlds.Open(result.Cohort);
        var noise = worlds.Of(WorldParameter.ComplianceNoise, conduct.Compliance.Noise);
        var (ends, luck) = (new double[result.Cohort.Lanes], new double[result.Cohort.Lanes]);
        for (var lane = 0; lane < ends.Length; lane++)
        {
            ends[lane] = _ends[matter.Number][matter.Slots[lane]];
        }

        var goodwill = At(worlds, ends, matter.Slots, matter.Number);
        _draw.Uniform(luck, matter.Replications, 0, seat, DrawPurpose.Compliance);
        for (var lane = 0; lane < luck.Length; lane += Cohort.LanesPerVector)
        {
            luck.Set(lane, noise.Is(0) ? Vector256<double>.Zero : noise.At(lane) * Draw.Logistic(luck.At(lane)));
        }

        var carriedOut = new bool[count];
        for (var lane = 0; lane < count; lane++)
        {
            var hasText = result.Endings[lane] is Ending.Consent or Ending.Vote or Ending.Minilateral;
            carriedOut[lane] = hasText && !Has(result.OptedOut[lane])
                && (conduct.Compliance.IsCertain || result.Surplus[seat][lane] + goodwill[lane] + luck[lane] >= 0);
        }

        return carriedOut;
    }

    // g_i(t) = sum over matters e ended by t of v_ie exp(-(t - t_e) / (365.25 years)).
    private double[] At(WorldDraws worlds, double[] days, int[] slots, int except)
    {
        var (goodwill, year) = (new double[slots.Length], Vector256.Create(CampaignTerms.DaysOfYear));
        var lasts = worlds.From(worlds.Of(WorldParameter.MemoryYears, conduct.Memory.Years), years => years * year);
        for (var number = 0; number < _marks.Count; number++)
        {
            if (number == except)
            {
                continue;
            }

            var (marks, ends) = (_marks[number], _ends[number]);
            for (var lane = 0; lane < slots.Length; lane += Cohort.LanesPerVector)
            {
                var (mark, end) = (Gather(marks, slots, lane), Gather(ends, slots, lane));
                var counts = Vector256.LessThanOrEqual(end, days.At(lane)) & ~Vector256.Equals(mark, Vector256<double>.Zero);
                if (counts != Vector256<double>.Zero)
                {
                    var faded = mark * Elementary.Exp(-((days.At(lane) - end) / lasts.At(lane)));
                    goodwill.Set(lane, goodwill.At(lane) + (faded & counts));
                }
            }
        }

        return goodwill;
    }

    // Matters that are not yet over end never.
    private (double[] Marks, double[] Ends, double[] Objections) ColumnsOf(int number)
    {
        while (_marks.Count <= number)
        {
            var ends = new double[campaign.Count];
            Array.Fill(ends, double.PositiveInfinity);
            _marks.Add(new double[campaign.Count]);
            _ends.Add(ends);
            _objections.Add(new double[campaign.Count]);
        }

        return (_marks[number], _ends[number], _objections[number]);
    }

    private WorldDraws WorldsOf(Cohort sitting, WorldUncertainty? uncertainty)
    {
        var stream = MatterOf(sitting).Stream;
        if (!_worlds.TryGetValue(stream, out var worlds))
        {
            _worlds[stream] = worlds = new(uncertainty, seed);
        }

        worlds.Open(sitting);
        return worlds;
    }

    private bool Has(ulong members) => (members >> seat & 1) != 0;

    private static Vector256<double> Gather(double[] column, int[] slots, int lane) =>
        Vector256.Create(column[slots[lane]], column[slots[lane + 1]], column[slots[lane + 2]], column[slots[lane + 3]]);

    private static MatterLanes MatterOf(Cohort sitting) =>
        sitting.Matter ?? throw new ArgumentException("A single crisis is no matter of a campaign.", nameof(sitting));
}
