using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Randomness;

namespace VotingSim.Campaigns;

/// <summary>When matters arise: model.md 9. The rule is not in it, so that all rules meet the same matters on the same days.</summary>
public static class Arrivals
{
    /// <summary>The matters of each campaign of a cohort, in the order in which they are treated: of their day, then of their stream.</summary>
    public static Arrival[][] Of(CampaignTerms terms, Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var (end, arrivals) = (terms.Years * CampaignTerms.DaysOfYear, new List<Arrival>[cohort.Count]);
        for (var slot = 0; slot < arrivals.Length; slot++)
        {
            arrivals[slot] = [];
        }

        for (var stream = 0; stream < terms.Streams.Length; stream++)
        {
            if (terms.Streams[stream].Days.IsEmpty)
            {
                Draw(terms.Streams[stream], stream, cohort, end, arrivals);
                continue;
            }

            foreach (var (index, day) in terms.Streams[stream].Days.Index().Where(set => set.Item <= end))
            {
                Array.ForEach(arrivals, campaign => campaign.Add(new(day, stream, index)));
            }
        }

        return Array.ConvertAll(arrivals, campaign => campaign.OrderBy(arrival => arrival.Day).ThenBy(arrival => arrival.Stream).ToArray());
    }

    // The gap before an arrival is ceil(-ln(u) 365.25 / rate) days.
    private static void Draw(StreamOfMatters stream, int place, Cohort cohort, double end, List<Arrival>[] arrivals)
    {
        if (stream.PerYear == 0)
        {
            return;
        }

        var (draw, replications, days) = (new Draw(stream.Terms.Seed), new ulong[cohort.Lanes], new double[cohort.Lanes]);
        var (luck, mean) = (new double[cohort.Lanes], Vector256.Create(CampaignTerms.DaysOfYear / stream.PerYear));
        cohort.CopyTo(replications);
        var isOpen = true;
        for (var index = 0; isOpen; index++)
        {
            isOpen = false;
            draw.Uniform(luck, replications, index, place, DrawPurpose.Arrival);
            for (var lane = 0; lane < cohort.Lanes; lane += Cohort.LanesPerVector)
            {
                days.Set(lane, days.At(lane) + Vector256.Ceiling(-Elementary.Log(luck.At(lane)) * mean));
            }

            for (var slot = 0; slot < cohort.Count; slot++)
            {
                if (days[slot] <= end)
                {
                    arrivals[slot].Add(new(days[slot], place, index));
                    isOpen = true;
                }
            }
        }
    }
}
