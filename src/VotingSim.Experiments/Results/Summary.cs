using System.Collections.Immutable;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Experiments.Results;

/// <summary>What a run says about each arm: estimates with their 95 % intervals, computed from the stored rows.</summary>
public sealed record Summary
{
    /// <summary>The arms, in order.</summary>
    public required ImmutableArray<ArmSummary> Arms { get; init; }

    /// <summary>Computes the summary from the rows of a folder. Memory does not grow with the number of replications.</summary>
    public static async Task<Summary> OfAsync(ExperimentPlan plan, ResultsFolder folder)
    {
        var schema = new RunSchema(plan);
        var summaries = new ArmSummary[plan.Arms.Length];
        await Parallel.ForEachAsync(plan.Arms, async (arm, _) => summaries[arm.Index] = await OfAsync(plan, arm, schema, folder));
        return new() { Arms = [.. summaries] };
    }

    private static async Task<ArmSummary> OfAsync(ExperimentPlan plan, Arm arm, RunSchema schema, ResultsFolder folder)
    {
        var settings = arm.Terms.Settings;
        var durations = new DurationCounts();
        var rounds = new Moments();
        var measures = schema.Measures.Select(column => (column.Name, Moments: new Moments())).ToArray();
        foreach (var part in RunPart.Of(plan, arm))
        {
            await using var rows = await ParquetRows.OpenAsync(folder.RowsOf(part));
            var (held, decided) = (await rows.NumbersAsync("rounds"), await rows.NumbersAsync("decided"));
            rounds.Add(held);
            Count(durations, held, decided, settings.RoundDays);
            foreach (var (name, moments) in measures)
            {
                moments.Add(await rows.NumbersAsync(name));
            }
        }

        var survival = KaplanMeier.Of(durations);
        return new()
        {
            Arm = arm,
            Replications = durations.Total,
            DecidedShare = durations.DecidedShare(),
            MedianDays = survival.Median,
            RestrictedMeanDays = survival.RestrictedMean(settings.Rounds * settings.RoundDays).Interval,
            Rounds = rounds.Interval(),
            Measures = [.. measures.Select(measure => KeyValuePair.Create(measure.Name, measure.Moments.Interval()))],
        };
    }

    private static void Count(DurationCounts durations, double[] rounds, double[] decided, double roundDays)
    {
        foreach (var group in rounds.Zip(decided).CountBy(row => row))
        {
            durations.Add(group.Key.First * roundDays, group.Key.Second > 0, group.Value);
        }
    }
}

/// <summary>What a run says about one arm.</summary>
public sealed record ArmSummary
{
    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Number of replications.</summary>
    public required long Replications { get; init; }

    /// <summary>Share of the replications that decided before the horizon. Range: 0 to 1.</summary>
    public required Estimate DecidedShare { get; init; }

    /// <summary>Day by which half have decided; undefined where fewer do.</summary>
    public required Estimate MedianDays { get; init; }

    /// <summary>Mean number of days until the decision or the horizon, whichever is first.</summary>
    public required Estimate RestrictedMeanDays { get; init; }

    /// <summary>Mean number of rounds held.</summary>
    public required Estimate Rounds { get; init; }

    /// <summary>Mean of every measure, in the order of the columns; over the replications where it is defined.</summary>
    public required ImmutableArray<KeyValuePair<string, Estimate>> Measures { get; init; }

    /// <summary>The mean of a measure.</summary>
    public Estimate Measure(string name) => Measures.First(measure => measure.Key == name).Value;
}
