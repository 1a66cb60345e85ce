using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Campaigns;

/// <summary>What a run of campaigns says.</summary>
/// <param name="Arms">What is said of each arm.</param>
/// <param name="Comparisons">Every arm against its baseline, world by world.</param>
public sealed record CampaignSummary(ImmutableArray<CampaignArm> Arms, ImmutableArray<CampaignComparison> Comparisons)
{
    // What rounding leaves of no difference.
    internal const double Same = 1e-9;

    /// <summary>The comparison that leads: the second rule with the first; null where there is one rule, or a sweep.</summary>
    public CampaignComparison? Headline => Comparisons.Length > 0 && Arms.All(arm => arm.Arm.Parameters.IsEmpty) ? Comparisons[0] : null;

    /// <summary>Reads the rows of a run and summarises them.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">Its folder, with all rows.</param>
    public static async Task<CampaignSummary> ReadAsync(ExperimentPlan plan, ResultsFolder folder)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(folder);
        var (arms, comparisons) = (ImmutableArray.CreateBuilder<CampaignArm>(), ImmutableArray.CreateBuilder<CampaignComparison>());
        foreach (var group in plan.Arms.GroupBy(arm => arm.Baseline))
        {
            (CampaignArm Arm, CampaignColumns Columns)? baseline = null;
            foreach (var arm in group)
            {
                var columns = await CampaignReader.ReadAsync(plan, folder, arm);
                var own = ArmOf(arm, plan.Replications, columns);
                arms.Add(own);
                if (baseline is { } first)
                {
                    comparisons.Add(new(own, first.Arm, CampaignMeasure.Names.ToImmutableSortedDictionary(
                        name => name, name => DifferencesOf(columns.Measures[name], first.Columns.Measures[name]), StringComparer.Ordinal),
                        TurningOf.Carrying(arm, columns, first.Columns),
                        TurningSurface.Of(arm, columns, first.Columns)));
                }

                baseline ??= (own, columns);
            }
        }

        return new(arms.ToImmutable(), comparisons.ToImmutable());
    }

    private static CampaignArm ArmOf(Arm arm, long replications, CampaignColumns columns) => new(
        arm,
        replications,
        CampaignMeasure.Names.ToImmutableSortedDictionary(
            name => name, name => new CampaignEstimate(MeanOf(columns.Measures[name]), SpreadOf(columns.Measures[name])), StringComparer.Ordinal),
        [
            .. columns.Years.Select((year, index) => new CampaignYear(
                index + 1,
                CampaignReader.YearNames.ToImmutableSortedDictionary(name => name, name => MeanOf(year[name]).Value, StringComparer.Ordinal),
                SpreadOf(year["goodwill_mean"]),
                SpreadOf(year["goodwill_min"]),
                SpreadOf(DecidedBy(columns, index)),
                SpreadOf(year["open"]))),
        ],
        [
            .. arm.Terms.Roster.Members.Select((member, seat) => new CampaignMember(
                member.Code,
                columns.Outvoted[seat],
                columns.LeftOut[seat],
                [.. columns.Goodwill.Select(year => new CampaignEstimate(MeanOf(year[seat]), SpreadOf(year[seat])))])),
        ],
        columns.Matters);

    // Until the end of a year.
    private static double[] DecidedBy(CampaignColumns columns, int year) =>
    [
        .. Enumerable.Range(0, columns.Years[0]["consent"].Length)
            .Select(world => columns.Years.Take(year + 1).Sum(one => one["consent"][world] + one["vote"][world])),
    ];

    private static Estimate MeanOf(double[] values)
    {
        var moments = new Moments();
        moments.Add(values);
        return moments.Interval();
    }

    private static WorldSpread SpreadOf(double[] values)
    {
        var distribution = new WorldDifferences(CampaignMeasure.Resolution);
        Array.ForEach(values, value => distribution.Add(value));
        return WorldSpread.Of(distribution.Distribution());
    }

    private static WorldDistribution DifferencesOf(double[] values, double[] baselines)
    {
        var differences = new WorldDifferences(CampaignMeasure.Resolution);
        for (var world = 0; world < values.Length; world++)
        {
            differences.Add(values[world] - baselines[world], Same);
        }

        return differences.Distribution();
    }
}
