using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>Computes the summary of a run from its stored rows.</summary>
public static class SummaryReader
{
    /// <summary>Computes the summary from the rows of a folder. Memory does not grow with the number of replications.</summary>
    public static async Task<Summary> ReadAsync(ExperimentPlan plan, ResultsFolder folder)
    {
        var schema = new RunSchema(plan);
        var summaries = new ArmSummary[plan.Arms.Length];
        await Parallel.ForEachAsync(plan.Arms, async (arm, _) => summaries[arm.Index] = await OfAsync(plan, arm, schema, folder));
        return new() { Arms = [.. summaries], Comparisons = [], Pairwise = [], Frontiers = [], Cox = [] };
    }

    private static async Task<ArmSummary> OfAsync(ExperimentPlan plan, Arm arm, RunSchema schema, ResultsFolder folder)
    {
        var settings = arm.Terms.Settings;
        var durations = new DurationCounts(settings.Rounds, settings.RoundDays);
        var rounds = new Moments();
        var measures = schema.Measures.Select(column => (column.Name, Moments: new Moments())).ToArray();
        foreach (var part in RunPart.Of(plan, arm))
        {
            await using var rows = await ParquetRows.OpenAsync(folder.RowsOf(part));
            var (held, decided) = (await rows.NumbersAsync("rounds"), await rows.NumbersAsync("decided"));
            rounds.Add(held);
            Count(durations, held, decided);
            foreach (var (name, moments) in measures)
            {
                moments.Add(await rows.NumbersAsync(name));
            }
        }

        return new()
        {
            Arm = arm,
            Replications = durations.Total,
            DecidedShare = durations.DecidedShare(),
            MedianDays = durations.MedianDays(),
            RestrictedMeanDays = durations.RestrictedMeanDays(),
            Rounds = rounds.Interval(),
            Measures = [.. measures.Select(measure => KeyValuePair.Create(measure.Name, measure.Moments.Interval()))],
            Survival = new() { Days = [], Survival = [], Low = [], High = [], AtRisk = [] },
            RoundsCounts = [],
            Members = [],
            Agreement = new() { Pairs = [], Kappas = [], FleissKappa = double.NaN, KrippendorffAlpha = double.NaN },
        };
    }

    private static void Count(DurationCounts durations, double[] rounds, double[] decided)
    {
        foreach (var group in rounds.Zip(decided).CountBy(row => row))
        {
            if (group.Key.Second > 0)
            {
                durations.Add((int)group.Key.First, group.Value);
            }
            else
            {
                durations.AddCensored(group.Value);
            }
        }
    }
}
