using VotingSim.Campaigns;

namespace VotingSim.Grains.Tests;

/// <summary>Every number of every matter and year of campaigns, as bits, in the order of the replications.</summary>
internal static class CampaignBits
{
    public static IReadOnlyList<IReadOnlyList<long>> Of(IEnumerable<CampaignResult> cohorts)
    {
        var campaigns = new List<IReadOnlyList<long>>();
        foreach (var cohort in cohorts)
        {
            var own = Enumerable.Range(0, cohort.Cohort.Count).Select(_ => new List<long>()).ToArray();
            foreach (var matter in cohort.Matters)
            {
                for (var row = 0; row < matter.Slots.Length; row++)
                {
                    var result = matter.Result;
                    var bits = own[matter.Slots[row]];
                    bits.AddRange(
                    [
                        matter.Number, matter.Stream, matter.Arrivals[row], result.Rounds[row], (long)result.Endings[row], result.WaitDays[row], (long)result.Supporters[row],
                        (long)result.Objectors[row], (long)result.OptedOut[row], result.Outvoted[row], (long)matter.CarriedOut[row],
                    ]);
                    double[][] columns =
                    [
                        matter.OpenedDay, result.Days, .. result.Outcome, .. result.Supported, result.AgreementIndex, result.RiceIndex, result.OpeningCohesion, result.PositionalCohesion,
                        result.Polarization, result.Coverage, result.Content, result.MeanUtility, result.MinimumUtility, result.Inequality, .. result.Parameters,
                        .. result.Surplus, matter.Effect, matter.GoodwillMean, matter.GoodwillMinimum,
                    ];
                    bits.AddRange(columns.Select(column => BitConverter.DoubleToInt64Bits(column[row])));
                }
            }

            foreach (var (slot, bits) in own.Index())
            {
                bits.AddRange(cohort.GoodwillMean.Concat(cohort.GoodwillMinimum).Concat(cohort.Goodwill.SelectMany(member => member)).Select(year => BitConverter.DoubleToInt64Bits(year[slot])));
            }

            campaigns.AddRange(own);
        }

        return campaigns;
    }
}
