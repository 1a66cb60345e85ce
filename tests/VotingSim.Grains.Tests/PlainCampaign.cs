using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Rules;
using VotingSim.Worlds;

namespace VotingSim.Grains.Tests;

/// <summary>Section 9 of docs/model.md for one replication, written to be read next to it.</summary>
internal sealed class PlainCampaign
{
    private readonly int _n;
    private readonly MemorySettings _memory;         // of this world
    private readonly List<(double End, double[] Mark)> _marks = [];

    public PlainCampaign(CampaignTerms terms, uint replication)
    {
        var seed = terms.Streams[0].Terms.Seed;
        _n = terms.Streams[0].Terms.Roster.Size;
        (_memory, var noise) = InWorld(terms, replication);

        // Arrivals
        var last = terms.Years * 365.25;
        var arrivals = new List<(double Day, int Stream, int Index)>();
        foreach (var (s, stream) in terms.Streams.Index())
        {
            var day = 0.0;
            for (var k = 0; stream.Days.IsEmpty ? stream.PerYear > 0 : k < stream.Days.Length; k++)
            {
                var u = PlainDraw.Of(seed, replication, round: k, member: s, issue: 0, purpose: 7).Uniform;
                day = stream.Days.IsEmpty ? day + Math.Ceiling(-Math.Log(u) * 365.25 / stream.PerYear) : stream.Days[k];
                if (day > last)
                {
                    break;
                }

                arrivals.Add((day, s, k));
            }
        }

        var (since, from, tried) = (double.PositiveInfinity, 0, -1.0); // the day of the reform
        foreach (var (day, s, k) in arrivals.OrderBy(arrival => arrival.Day).ThenBy(arrival => arrival.Stream))
        {
            // Reform
            if (terms.Reform is { } reform)
            {
                if (reform.SunsetYears > 0 && day >= since + (365.25 * reform.SunsetYears))
                {
                    (since, from, tried) = (double.PositiveInfinity, Matters.Count, day);
                }

                if (double.IsPositiveInfinity(since))
                {
                    var past = Enumerable.Range(from, Matters.Count - from).ToArray();
                    var pressing = past.Count(e => HasDied(e) || _marks[e].End > day);
                    if (reform.Days.Any(set => tried < set && set <= day) || (reform.Backlog > 0 && pressing >= reform.Backlog))
                    {
                        double[] gain = [.. Enumerable.Range(0, _n).Select(i => past.Where(e => HasDied(e) && _marks[e].End <= day && WouldLive(terms, e)).Sum(e =>
                            ((_memory.Deadlock * Matters[e].Matter.Exposure[i]) - (Matters[e].Matter.Objectors.Contains(i) ? _memory.Outvoted : 0))
                            * Math.Exp(-(day - _marks[e].End) / (365.25 * _memory.Years))))];
                        var by = new SeatedRule(reform.By.InForce("institutional", 0), terms.Streams[0].Terms.Roster, tabulate: false);
                        if (gain.Any(gains => gains > 0) && by.Adopts(new(Those(i => gain[i] > 0), Those(i => gain[i] < 0))))
                        {
                            since = day;
                            Reforms++;
                        }
                    }

                    tried = day;
                }
            }

            var own = double.IsFinite(since) && terms.Streams[s].Reformed is { } reformed ? reformed : terms.Streams[s].Terms;
            // Memory
            var goodwill = GoodwillOn(day);
            var matter = new PlainDeliberation(own, replication, new(s, k, goodwill, _memory.Listening));
            var mark = new double[_n];
            for (var i = 0; i < _n; i++)
            {
                var (objects, staysOut) = (matter.Objectors.Contains(i), matter.OptedOut.Contains(i));
                mark[i] = matter.Ending switch
                {
                    Ending.Consent => _memory.Consent,
                    Ending.Vote => objects && !staysOut ? -_memory.Outvoted : 0,
                    Ending.Minilateral => staysOut ? -_memory.LeftOut : 0,
                    _ => -_memory.Deadlock * matter.Exposure[i],
                };
            }

            _marks.Add((day + matter.Days, mark));
            Matters.Add(new(day, s, k, matter, goodwill, IsReformed: !ReferenceEquals(own, terms.Streams[s].Terms)));
        }

        // Compliance
        foreach (var (number, row) in Matters.Index())
        {
            var goodwill = GoodwillOn(_marks[number].End, except: number);
            for (var i = 0; i < _n && row.Matter.HasText; i++)
            {
                var lambda = PlainDraw.Of(seed, replication, 0, i, 0, 8 + new PlainMatter(row.Stream, row.Arrival, [], 0).PurposeShift).Logistic;
                var isWilling = terms.Conduct.Compliance.IsCertain || row.Matter.Surplus[i] + goodwill[i] + (noise * lambda) >= 0;
                row.CarriedOut |= !row.Matter.OptedOut.Contains(i) && isWilling ? 1UL << i : 0;
            }
        }

        Years = [.. Enumerable.Range(1, terms.Years).Select(year => GoodwillOn(year * 365.25))];
    }

    public List<Row> Matters { get; } = [];

    /// <summary>How often the rule was reformed.</summary>
    public int Reforms { get; private set; }

    /// <summary>Goodwill by member at the end of every year.</summary>
    public double[][] Years { get; }

    private bool HasDied(int e) => Matters[e].Matter.Ending is Ending.Open or Ending.Failed;

    // Whether the new rule would have adopted what died, with the ballots of its last session.
    private bool WouldLive(CampaignTerms terms, int e)
    {
        var (matter, reformed) = (Matters[e].Matter, terms.Streams[Matters[e].Stream].Reformed);
        if (matter.Rounds == 0 || reformed is null)
        {
            return false;
        }

        var calendar = reformed.Settings.Calendar;
        var day = calendar.FirstRoundDay + ((matter.Rounds - 1) * calendar.RoundDays);
        return new SeatedRule(reformed.Rule.InForce(reformed.Crisis.Category, day), reformed.Roster, tabulate: false)
            .Adopts(new(matter.Supporters, matter.Objectors));
    }

    private Coalition Those(Func<int, bool> belongs) =>
        new(Enumerable.Range(0, _n).Where(belongs).Aggregate(0UL, (members, i) => members | (1UL << i)));

    private double[] GoodwillOn(double t, int except = -1) =>
        [.. Enumerable.Range(0, _n).Select(i => _marks.Where((mark, number) => number != except && mark.End <= t)
            .Sum(mark => mark.Mark[i] * Math.Exp(-(t - mark.End) / (365.25 * _memory.Years))))];

    private static (MemorySettings Memory, double Noise) InWorld(CampaignTerms terms, uint replication)
    {
        var (memory, noise) = (terms.Conduct.Memory, terms.Conduct.Compliance.Noise);
        if (terms.Streams[0].Terms.Uncertainty is { } uncertainty)
        {
            var drawn = PlainUncertainty.Resolve(terms.Streams[0].Terms, replication).Drawn;
            foreach (var (parameter, number) in uncertainty.Parameters.Zip(drawn))
            {
                double New(double configured) => Math.Clamp(parameter.Scales ? configured * number : number, parameter.Lowest, parameter.Highest);
                memory = parameter.Parameter switch
                {
                    WorldParameter.MemoryOutvoted => memory with { Outvoted = New(memory.Outvoted) },
                    WorldParameter.MemoryConsent => memory with { Consent = New(memory.Consent) },
                    WorldParameter.MemoryDeadlock => memory with { Deadlock = New(memory.Deadlock) },
                    WorldParameter.MemoryLeftOut => memory with { LeftOut = New(memory.LeftOut) },
                    WorldParameter.MemoryYears => memory with { Years = New(memory.Years) },
                    WorldParameter.MemoryListening => memory with { Listening = New(memory.Listening) },
                    _ => memory,
                };
                noise = parameter.Parameter == WorldParameter.ComplianceNoise ? New(noise) : noise;
            }
        }

        return (memory, noise);
    }

    public sealed record Row(double Day, int Stream, int Arrival, PlainDeliberation Matter, double[] Goodwill, bool IsReformed)
    {
        public ulong CarriedOut { get; set; }
    }
}
