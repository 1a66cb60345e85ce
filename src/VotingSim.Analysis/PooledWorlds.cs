using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis;

/// <summary>The worlds of every contrast, pooled over crises and design points as they come in; the order makes no difference.</summary>
internal sealed class PooledWorlds
{
    private readonly (Contrast Contrast, WorldTally Worlds)[] _contrasts;

    public PooledWorlds(ExperimentPlan plan)
    {
        var resolution = WorldMeasure.DayResolution(plan.Arms);
        _contrasts = [.. Contrast.Of(plan).Select(contrast => (contrast, new WorldTally(resolution)))];
    }

    /// <summary>Adds the worlds of an arm against its baseline.</summary>
    public void Add(Arm arm, WorldTally worlds)
    {
        foreach (var (contrast, pooled) in _contrasts)
        {
            if (contrast.Rule == arm.Rule && (contrast.Crisis is null || contrast.Crisis == arm.Crisis))
            {
                lock (pooled)
                {
                    pooled.Add(worlds);
                }
            }
        }
    }

    /// <summary>What is said of each contrast, once all worlds are in.</summary>
    public async Task<ImmutableArray<ContrastSummary>> SummarizeAsync(ImmutableArray<ArmSummary> arms, ExperimentPlan plan, IRunRows rows)
    {
        string[] columns = [.. new RunSchema(plan).Measures.Select(column => column.Name)];
        var most = Math.Clamp(WorldDrivers.WorldsInAll / Math.Max(1, _contrasts.Length), WorldDrivers.FewestWorlds, WorldDrivers.MostWorlds);
        var summaries = new ContrastSummary[_contrasts.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, _contrasts.Length), async (index, _) =>
        {
            var (contrast, tally) = _contrasts[index];
            var worlds = tally.Compare();
            summaries[index] = new()
            {
                Contrast = contrast,
                Worlds = worlds with { Measures = [.. worlds.Measures.OrderBy(measure => Array.IndexOf(columns, measure.Key))] },
                ConsentShare = contrast.Pairs.Select(pair => arms[pair.Arm.Index].Endings)
                    .Aggregate((one, other) => one + other)
                    .ConsentAmongDecisions,
                Drivers = await DriverReader.ReadAsync(plan, contrast, worlds.Conclusion, most, rows),
            };
        });
        return [.. summaries];
    }
}
