using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

/// <summary>Every number of every replication, as bits: what must be the same to the last of them.</summary>
internal static class Bits
{
    /// <summary>The numbers of replications from 0 on, in order of replication.</summary>
    public static async Task<IReadOnlyList<long>> OfAsync(
        SiloFixture silo, DeliberationTerms terms, int replications, int cohortSize = 1000, bool withParameters = true)
    {
        var bits = new List<long>();
        foreach (var result in await silo.DeliberateAsync(terms, replications, cohortSize))
        {
            double[][] columns =
            [
                result.Days, .. result.Outcome, result.AgreementIndex, result.RiceIndex, result.OpeningCohesion, result.PositionalCohesion, result.Polarization,
                result.Coverage, result.Content, result.MeanUtility, result.MinimumUtility, result.Inequality, .. withParameters ? result.Parameters : [],
            ];
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                bits.AddRange(
                [
                    result.Decided[slot] ? 1 : 0, (long)result.Endings[slot], result.WaitDays[slot], result.Rounds[slot],
                    (long)result.Supporters[slot], (long)result.Objectors[slot], (long)result.OptedOut[slot], result.Outvoted[slot],
                ]);
                bits.AddRange(columns.Select(column => BitConverter.DoubleToInt64Bits(column[slot])));
            }
        }

        return bits;
    }
}
