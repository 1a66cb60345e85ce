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
    private readonly List<CohortResult> _results = [];

    /// <summary>Draws when matters arise.</summary>
    public CampaignCourse(CampaignTerms terms, Cohort cohort)
    {
        (_terms, _cohort) = (terms, cohort);
        Sittings = SittingsOf(Arrivals.Of(terms, cohort));
    }

    /// <summary>The sittings, in order: cohorts that are at a matter, <see cref="MatterLanes.Of"/>.</summary>
    public IReadOnlyList<Cohort> Sittings { get; }

    /// <summary>Takes down what came of the sitting that follows.</summary>
    public void Add(CohortResult result) => _results.Add(result);

    /// <summary>What came of the campaigns. Only after all sittings.</summary>
    /// <param name="members">What the members say of them, in seat order.</param>
    public CampaignResult Result(IReadOnlyList<Recollections> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var years = Enumerable.Range(0, _terms.Years);
        return new()
        {
            Cohort = _cohort,
            Matters = [.. _results.Select((result, index) => MatterOf(result, index, members))],
            GoodwillMean = [.. years.Select(year => MeanOf([.. members.Select(member => member.AtYears[year])]))],
            GoodwillMinimum = [.. years.Select(year => MinimumOf([.. members.Select(member => member.AtYears[year])]))],
            Goodwill = [.. members.Select(member => member.AtYears)],
        };
    }

    private List<Cohort> SittingsOf(Arrival[][] campaigns)
    {
        var (sittings, most) = (new List<Cohort>(), campaigns.Max(campaign => campaign.Length));
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
                sittings.Add(new MatterLanes(_cohort, number, stream, [.. slots], [.. arrivals], [.. days]).Cohort);
            }
        }

        return sittings;
    }

    private MatterResult MatterOf(CohortResult result, int sitting, IReadOnlyList<Recollections> members)
    {
        var (matter, count) = (Sittings[sitting].Matter!, result.Cohort.Count);
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
