using VotingSim.Campaigns;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>The rows of campaigns: one for every matter, by replication and then by its number.</summary>
internal static class MatterRows
{
    /// <summary>The rows of some cohorts of an arm.</summary>
    public static ColumnValues Of(RunSchema schema, Arm arm, IReadOnlyList<CampaignResult> cohorts)
    {
        var (streams, values, places) = (arm.Streams, new Dictionary<string, Array>(StringComparer.Ordinal), new List<int[]>());
        var rows = 0;
        foreach (var cohort in cohorts)
        {
            // Where the rows of each replication begin.
            var begins = new int[cohort.Cohort.Count];
            foreach (var slot in cohort.Matters.SelectMany(matter => matter.Slots))
            {
                begins[slot]++;
            }

            for (var slot = 0; slot < begins.Length; slot++)
            {
                (begins[slot], rows) = (rows, rows + begins[slot]);
            }

            places.Add(begins);
        }

        foreach (var column in schema.Columns)
        {
            values[column.Name] = column switch
            {
                RunColumn.OfWords words => Scatter(column, words.Values),
                RunColumn.OfFlags flags => Scatter(column, flags.Values),
                RunColumn.OfCounts counts => Scatter(column, counts.Values),
                RunColumn.OfNumbers numbers => Scatter(column, numbers.Values),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return new(schema.Columns, values);

        T[] Scatter<T>(RunColumn column, Func<Arm, Deliberation.CohortResult, T[]> ofCrisis)
        {
            var scattered = new T[rows];
            var ofMatter = schema.OfMatters.GetValueOrDefault(column.Name);
            foreach (var (cohort, begins) in cohorts.Zip(places))
            {
                foreach (var matter in cohort.Matters)
                {
                    var own = ofMatter is null ? ofCrisis(streams[matter.Stream], matter.Result) : (T[])ofMatter(arm, cohort, matter);
                    for (var row = 0; row < own.Length; row++)
                    {
                        scattered[begins[matter.Slots[row]] + matter.Number] = own[row];
                    }
                }
            }

            return scattered;
        }
    }
}
