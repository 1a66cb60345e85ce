using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>The years of campaigns: a row per replication and year. A matter belongs to the year in which it ended, and what ends after the last to
/// none.</summary>
internal static class YearRows
{
    /// <summary>The rows of some cohorts of an arm.</summary>
    public static ColumnValues Of(ExperimentPlan plan, Arm arm, IReadOnlyList<CampaignResult> cohorts)
    {
        var (columns, years) = (YearColumns.Of(plan), arm.Campaign!.Years);
        var rows = cohorts.Sum(cohort => cohort.Cohort.Count) * years;
        var values = new Dictionary<string, Array>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            values[column.Name] = column switch
            {
                RunColumn.OfWords => Filled(rows, column.Name == "arm" ? arm.Id : column.Name == "rule" ? arm.Rule : Swept(column).Text),
                RunColumn.OfNumbers when plan.Parameters.Contains(column.Name) => Filled(rows, Swept(column).Number!.Value),
                RunColumn.OfCounts => new long[rows],
                _ => new double[rows],
            };
        }

        var first = 0;
        foreach (var cohort in cohorts)
        {
            Fill(values, cohort, first, years);
            FillMembers(values, arm, cohort, first, years);
            first += cohort.Cohort.Count * years;
        }

        return new(columns, values);

        ParameterValue Swept(RunColumn column) => arm.Parameters[plan.Parameters.IndexOf(column.Name)];
    }

    private static void Fill(Dictionary<string, Array> values, CampaignResult cohort, int first, int years)
    {
        var rows = cohort.Cohort.Count * years;
        var (texts, sessions, ended) = (new int[rows], new int[rows], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            var (slot, year) = (row / years, row % years);
            Counts("replication")[first + row] = cohort.Cohort.First + slot;
            Counts("year")[first + row] = year + 1;
            Numbers("goodwill_mean")[first + row] = cohort.GoodwillMean[year][slot];
            Numbers("goodwill_min")[first + row] = cohort.GoodwillMinimum[year][slot];
        }

        var (arisen, open, effect, carriedOut) = (Counts("arisen"), Counts("open"), Numbers("effect"), Numbers("carried_out"));
        var (agreement, cohesion, outvoted) = (Numbers("agreement_index"), Numbers("positional_cohesion"), Counts("outvoted"));
        long[][] byEnding = [Counts("consent"), Counts("vote"), Counts("undecided"), Counts("undecided"), Counts("minilateral")];
        foreach (var matter in cohort.Matters)
        {
            var result = matter.Result;
            for (var own = 0; own < matter.Slots.Length; own++)
            {
                var (slot, from, to) = (matter.Slots[own], YearOf(matter.OpenedDay[own]), YearOf(matter.OpenedDay[own] + result.Days[own]));
                arisen[first + (slot * years) + from]++;
                for (var year = from; year < Math.Min(to, years); year++)
                {
                    open[first + (slot * years) + year]++;
                }

                if (to >= years)
                {
                    continue;
                }

                var (row, here) = ((slot * years) + to, first + (slot * years) + to);
                byEnding[(int)result.Endings[own]][here]++;
                outvoted[here] += result.Outvoted[own];
                effect[here] += matter.Effect[own];
                cohesion[here] += result.PositionalCohesion[own];
                ended[row]++;
                if (result.Endings[own] is Ending.Consent or Ending.Vote or Ending.Minilateral)
                {
                    carriedOut[here] += System.Numerics.BitOperations.PopCount(matter.CarriedOut[own]) / (double)result.Surplus.Length;
                    texts[row]++;
                }

                if (result.Rounds[own] > 0)
                {
                    agreement[here] += result.AgreementIndex[own];
                    sessions[row]++;
                }
            }
        }

        for (var row = 0; row < rows; row++)
        {
            carriedOut[first + row] /= texts[row]; // none of none is undefined
            agreement[first + row] /= sessions[row];
            cohesion[first + row] /= ended[row];
        }

        long[] Counts(string name) => (long[])values[name];

        double[] Numbers(string name) => (double[])values[name];
    }

    private static void FillMembers(Dictionary<string, Array> values, Arm arm, CampaignResult cohort, int first, int years)
    {
        foreach (var (goodwill, member) in cohort.Goodwill.Zip(arm.Terms.Roster.Members))
        {
            var column = (double[])values[YearColumns.OfMember(member.Code)];
            for (var year = 0; year < years; year++)
            {
                for (var slot = 0; slot < cohort.Cohort.Count; slot++)
                {
                    column[first + (slot * years) + year] = goodwill[year][slot];
                }
            }
        }
    }

    // The last day of a year belongs to it.
    private static int YearOf(double day) => (int)Math.Max(0, Math.Ceiling(day / CampaignTerms.DaysOfYear) - 1);

    private static T[] Filled<T>(int rows, T value)
    {
        var column = new T[rows];
        Array.Fill(column, value);
        return column;
    }
}
