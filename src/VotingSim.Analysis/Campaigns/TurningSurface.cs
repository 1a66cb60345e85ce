using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Analysis.Campaigns;

/// <summary>In how many worlds a rule carries out fewer decisions than the baseline, over the two numbers of memory and compliance on which that
/// hangs
/// most.</summary>
/// <param name="Parameters">All uncertain numbers of memory and compliance, the one that alone explains most of the difference first.</param>
/// <param name="Across">Edges of the bins of the first: each holds as many worlds. One more than bins.</param>
/// <param name="Up">Those of the second; empty where only one is uncertain.</param>
/// <param name="Worlds">Worlds in each cell: by bin of the second, then of the first.</param>
/// <param name="Fewer">Share of them in which the rule carries out fewer. Range: 0 to 1; NaN in a cell without worlds.</param>
public sealed record TurningSurface(
    ImmutableArray<SurfaceParameter> Parameters,
    ImmutableArray<double> Across,
    ImmutableArray<double> Up,
    ImmutableArray<ImmutableArray<int>> Worlds,
    ImmutableArray<ImmutableArray<double>> Fewer)
{
    private const int Bins = 5;

    internal static TurningSurface? Of(Arm arm, CampaignColumns columns, CampaignColumns baseline)
    {
        var uncertain = (arm.Terms.Uncertainty?.Parameters ?? []).Index()
            .Where(parameter => parameter.Item.Name.StartsWith("campaign.memory.", StringComparison.Ordinal)
                || parameter.Item.Name.StartsWith("campaign.compliance.", StringComparison.Ordinal)).ToArray();
        if (uncertain.Length == 0)
        {
            return null;
        }

        var (own, other) = (columns.Measures["carried_out_per_year"], baseline.Measures["carried_out_per_year"]);
        int[] worlds = [.. Enumerable.Range(0, own.Length).Where(world => !double.IsNaN(columns.Parameters[0][world]))
            .Take(WorldDrivers.MostWorlds)];
        if (worlds.Length < Bins)
        {
            return null;
        }

        var differences = Array.ConvertAll(worlds, world => own[world] - other[world]);
        var points = Array.ConvertAll(worlds, world => Array.ConvertAll(uncertain, parameter => columns.Parameters[parameter.Index][world]));
        var (shares, ranks) = (GivenDataIndices.Of(points, differences, arm.Terms.Seed), RankCorrelation.Of(points, differences));
        var order = Enumerable.Range(0, uncertain.Length)
            .OrderByDescending(place => double.IsNaN(shares[place].Value) ? double.NegativeInfinity : shares[place].Value).ToArray();
        var (first, second) = (Column(order[0]), order.Length > 1 ? Column(order[1]) : null);
        var (across, up) = (Edges(first), second is null ? [] : Edges(second));
        var (counts, fewer) = (Cells<int>(up), Cells<int>(up));
        for (var world = 0; world < worlds.Length; world++)
        {
            var (row, bin) = (second is null ? 0 : BinOf(up, second[world]), BinOf(across, first[world]));
            counts[row][bin]++;
            fewer[row][bin] += differences[world] < -CampaignSummary.Same ? 1 : 0;
        }

        return new(
            [
                .. order.Select(place => new SurfaceParameter(
                    uncertain[place].Item.Name, uncertain[place].Item.Scales, shares[place], ranks[place])),
            ],
            [.. across],
            [.. up],
            [.. counts.Select(row => row.ToImmutableArray())],
            [.. counts.Zip(fewer, (all, some) => all.Zip(some, (of, count) => of == 0 ? double.NaN : (double)count / of).ToImmutableArray())]);

        double[] Column(int place) => Array.ConvertAll(points, point => point[place]);
    }

    private static T[][] Cells<T>(double[] up) => [.. Enumerable.Range(0, up.Length == 0 ? 1 : Bins).Select(_ => new T[Bins])];

    // Quantiles, so that every bin of a parameter holds as many worlds.
    private static double[] Edges(double[] values)
    {
        var sorted = values.Order().ToArray();
        return [.. Enumerable.Range(0, Bins + 1).Select(edge => sorted[Math.Min(sorted.Length - 1, edge * sorted.Length / Bins)])];
    }

    private static int BinOf(double[] edges, double value) => edges[1..Bins].Count(edge => value >= edge);
}

/// <summary>A number of memory or compliance, and what hangs on it.</summary>
/// <param name="Name">The parameter as in the file.</param>
/// <param name="Scales">Whether its number is a factor of what is configured.</param>
/// <param name="FirstOrder">Share of the variance of the difference in decisions carried out that would go if it were known.</param>
/// <param name="RankCorrelation">Spearman's correlation with that difference, -1 to 1.</param>
public sealed record SurfaceParameter(string Name, bool Scales, Estimate FirstOrder, Estimate RankCorrelation);
