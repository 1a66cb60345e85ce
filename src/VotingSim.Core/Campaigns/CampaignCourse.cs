using System.Numerics;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Worlds;

namespace VotingSim.Campaigns;

/// <summary>The course of the campaigns of a cohort: which matters are sat on together, and what came of them. Model.md 9.</summary>
/// <remarks>All matters of one number come before those of the next, so that whoever sits on a matter remembers those before it.</remarks>
public sealed class CampaignCourse
{
    private readonly CampaignTerms _terms;
    private readonly Cohort _cohort;
    private readonly List<(CohortResult Result, bool IsReformed)> _results = [];
    private readonly ReformCourse? _reform;

    /// <summary>Draws when matters arise.</summary>
    public CampaignCourse(CampaignTerms terms, Cohort cohort)
    {
        (_terms, _cohort) = (terms, cohort);
        Arisen = ArisenOf(Arrivals.Of(terms, cohort));
        _reform = terms.Reform is { } reform ? new(terms, reform, cohort.Count) : null;
    }

    /// <summary>What arises, in order: cohorts that are at a matter, <see cref="MatterLanes.Of"/>. For each in turn come <see cref="Ask"/>, perhaps
    /// <see cref="Decide"/>, and its sittings.</summary>
    public IReadOnlyList<Cohort> Arisen { get; }

    /// <summary>Whether the members are asked for a reform before they sit on a matter; null where they are not.</summary>
    public ReformQuestion? Ask(Cohort arisen) => _reform?.Ask(arisen);

    /// <summary>Takes down what the members said to a question: for each member, in seat order, a ballot for each lane that was asked: 1 for, 0
    /// neither, -1 against.</summary>
    public void Decide(ReformQuestion question, IReadOnlyList<int[]> ballots) => _reform!.Decide(question, ballots);

    /// <summary>The sittings on a matter: campaigns under the rule from before, and those under that of a reform.</summary>
    public IEnumerable<(Cohort Sitting, bool IsReformed)> SittingsOf(Cohort arisen)
    {
        var matter = MatterLanes.Of(arisen)!;
        int[] lanes = [.. Enumerable.Range(0, matter.Count)];
        foreach (var group in lanes.GroupBy(lane => _reform?.Reaches(matter.Slots[lane], matter.Stream) == true).OrderBy(group => group.Key))
        {
            int[] own = [.. group];
            yield return (own.Length == matter.Count ? arisen : new MatterLanes(
                _cohort,
                matter.Number,
                matter.Stream,
                Array.ConvertAll(own, lane => matter.Slots[lane]),
                Array.ConvertAll(own, lane => matter.Arrivals[lane]),
                Array.ConvertAll(own, lane => matter.Days[lane])).Cohort, group.Key);
        }
    }

    /// <summary>Takes down what came of a sitting.</summary>
    public void Add(CohortResult result, bool isReformed)
    {
        _results.Add((result, isReformed));
        _reform?.Add(result);
    }

    /// <summary>What came of the campaigns. Only after all sittings.</summary>
    /// <param name="members">What the members say of them, in seat order.</param>
    public CampaignResult Result(IReadOnlyList<Recollections> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var years = Enumerable.Range(0, _terms.Years);
        return new()
        {
            Cohort = _cohort,
            Matters = [.. _results.Select((one, index) => MatterOf(one.Result, one.IsReformed, index, members))],
            GoodwillMean = [.. years.Select(year => MeanOf([.. members.Select(member => member.AtYears[year])]))],
            GoodwillMinimum = [.. years.Select(year => MinimumOf([.. members.Select(member => member.AtYears[year])]))],
            Goodwill = [.. members.Select(member => member.AtYears)],
        };
    }

    private List<Cohort> ArisenOf(Arrival[][] campaigns)
    {
        var (arisen, most) = (new List<Cohort>(), campaigns.Max(campaign => campaign.Length));
        for (var number = 0; number < most; number++)
        {
            var together = new SortedDictionary<int, (List<int> Slots, List<int> Arrivals, List<double> Days)>(); // by stream
            for (var slot = 0; slot < campaigns.Length; slot++)
            {
                if (number < campaigns[slot].Length)
                {
                    var arrival = campaigns[slot][number];
                    if (!together.TryGetValue(arrival.Stream, out var group))
                    {
                        together[arrival.Stream] = group = ([], [], []);
                    }

                    group.Slots.Add(slot);
                    group.Arrivals.Add(arrival.Index);
                    group.Days.Add(arrival.Day);
                }
            }

            foreach (var (stream, (slots, arrivals, days)) in together)
            {
                arisen.Add(new MatterLanes(_cohort, number, stream, [.. slots], [.. arrivals], [.. days]).Cohort);
            }
        }

        return arisen;
    }

    private MatterResult MatterOf(CohortResult result, bool isReformed, int sitting, IReadOnlyList<Recollections> members)
    {
        var (matter, count) = (result.Cohort.Matter!, result.Cohort.Count);
        double[][] goodwill = [.. members.Select(member => member.AtOpening[sitting])];
        var carriedOut = new ulong[count];
        for (var seat = 0; seat < members.Count; seat++)
        {
            for (var slot = 0; slot < count; slot++)
            {
                carriedOut[slot] |= members[seat].CarriedOut[sitting][slot] ? 1UL << seat : 0;
            }
        }

        return new()
        {
            Number = matter.Number,
            Stream = matter.Stream,
            IsReformed = isReformed,
            Arrivals = matter.Arrivals[..count],
            Slots = matter.Slots[..count],
            Result = result,
            OpenedDay = matter.Days[..count],
            GoodwillMean = MeanOf(goodwill),
            GoodwillMinimum = MinimumOf(goodwill),
            CarriedOut = carriedOut,
            Effect = EffectOf(result, matter.Stream, carriedOut),
        };
    }

    // Mean over issues of |q + (p - q) share - q|, share being that of the members that carry p out.
    private double[] EffectOf(CohortResult result, int stream, ulong[] carriedOut)
    {
        var terms = _terms.Streams[stream].Terms;
        var worlds = new WorldDraws(terms.Uncertainty, terms.Seed);
        worlds.Open(result.Cohort);
        Quantity[] statusQuo = [.. terms.Crisis.Issues.Select((issue, index) => worlds.Of(WorldParameter.StatusQuo, issue.StatusQuo, issue: index))];
        var effect = new double[carriedOut.Length];
        for (var slot = 0; slot < effect.Length; slot++)
        {
            var (share, moved) = ((double)BitOperations.PopCount(carriedOut[slot]) / terms.Roster.Size, 0.0);
            for (var issue = 0; issue < statusQuo.Length; issue++)
            {
                moved += Math.Abs(result.Outcome[issue][slot] - statusQuo[issue][slot]);
            }

            effect[slot] = share * (moved / statusQuo.Length);
        }

        return effect;
    }

    private static double[] MeanOf(double[][] members) =>
        [.. Enumerable.Range(0, members[0].Length).Select(slot => members.Sum(member => member[slot]) / members.Length)];

    private static double[] MinimumOf(double[][] members) =>
        [.. Enumerable.Range(0, members[0].Length).Select(slot => members.Min(member => member[slot]))];
}
