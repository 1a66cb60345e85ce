using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Core.Tests.Deliberation;

/// <summary>A chair and its delegations, called in a loop: the engine without grains.</summary>
internal static class DeliberationLoop
{
    public static CohortResult Hold(DeliberationTerms terms, int replications, uint first = 0, long traced = 0)
    {
        Delegation[] members =
            [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed, terms.Uncertainty))];
        return Hold(new(terms), members, new(first, replications), traced);
    }

    /// <summary>All replications in cohorts of a size, with one chair and its members.</summary>
    public static IReadOnlyList<CohortResult> HoldAll(DeliberationTerms terms, int replications, int cohortSize)
    {
        var chair = new Chair(terms);
        Delegation[] members =
            [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed, terms.Uncertainty))];
        return [.. Enumerable.Range(0, (replications + cohortSize - 1) / cohortSize).Select(index =>
            Hold(chair, members, new((uint)(index * cohortSize), Math.Min(cohortSize, replications - (index * cohortSize))), 0))];
    }

    /// <summary>Every number of every replication, in order of replication, as bits; without those drawn for uncertain parameters.</summary>
    public static IReadOnlyList<long> Bits(IEnumerable<CohortResult> results)
    {
        var bits = new List<long>();
        foreach (var result in results)
        {
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                bits.AddRange(
                [
                    (long)result.Endings[slot], result.Decided[slot] ? 1 : 0, result.Rounds[slot], result.WaitDays[slot],
                    (long)result.Supporters[slot], (long)result.Objectors[slot], (long)result.OptedOut[slot], result.Outvoted[slot],
                ]);
                double[][] columns =
                [
                    .. result.Outcome, result.Days, result.AgreementIndex, result.RiceIndex, result.OpeningCohesion, result.PositionalCohesion,
                    result.Polarization, result.Coverage, result.Content, result.MeanUtility, result.MinimumUtility, result.Inequality,
                ];
                bits.AddRange(columns.Select(column => BitConverter.DoubleToInt64Bits(column[slot])));
            }
        }

        return bits;
    }

    private static CohortResult Hold(Chair chair, Delegation[] members, Cohort cohort, long traced)
    {
        if (chair.Open(cohort, Array.ConvertAll(members, member => member.Open(cohort)), traced))
        {
            var brief = chair.Brief();
            chair.Begin(Array.ConvertAll(members, member => member.Consult(brief)));
            do
            {
                brief = chair.Brief();
            }
            while (chair.Conclude(Array.ConvertAll(members, member => member.Answer(brief))));
        }

        return chair.Result();
    }
}
