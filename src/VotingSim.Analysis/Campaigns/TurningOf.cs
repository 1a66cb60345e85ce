using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics.Discovery;

namespace VotingSim.Analysis.Campaigns;

/// <summary>Scenario discovery in campaigns: where what most worlds say is not so.</summary>
internal static class TurningOf
{
    /// <summary>Where what most worlds say of decisions carried out, fewer, as many or more than under the baseline, is not so; null where nothing is
    /// uncertain. Fewer is <see cref="Conclusion.Earlier"/>, more <see cref="Conclusion.Later"/>.</summary>
    public static Discovery? Carrying(Arm arm, CampaignColumns columns, CampaignColumns baseline)
    {
        if (arm.Terms.Uncertainty is not { Parameters: { Length: > 0 } uncertain })
        {
            return null;
        }

        var (own, other) = (columns.Measures["carried_out_per_year"], baseline.Measures["carried_out_per_year"]);
        int[] worlds = [.. Enumerable.Range(0, own.Length).Where(world => !double.IsNaN(columns.Parameters[0][world])).Take(WorldDrivers.MostWorlds)];
        if (worlds.Length == 0)
        {
            return null;
        }

        var order = Array.ConvertAll(worlds, world => OrderOf(own[world] - other[world]));
        var conclusion = order.CountBy(one => one).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
        var points = Array.ConvertAll(worlds, world => Array.ConvertAll(columns.Parameters, parameter => parameter[world]));
        var isCase = Array.ConvertAll(order, one => one != conclusion);
        var share = isCase.Count(isIt => isIt) / (double)isCase.Length;
        var box = share is 0 or 1 ? null : Prim.Of(points, isCase).Box;
        return new()
        {
            Conclusion = conclusion,
            CaseShare = share,
            Limits = box is null ? [] : [.. box.Restrictions.Select(Limit)],
            Coverage = box?.Coverage ?? double.NaN,
            Density = box?.Density ?? double.NaN,
            Mass = box?.Mass ?? double.NaN,
        };

        DiscoveredLimit Limit(PrimRestriction limit)
        {
            var (parameter, values) = (uncertain[limit.Parameter], Array.ConvertAll(points, point => point[limit.Parameter]));
            return new(parameter.Name, parameter.Scales, limit.Low, limit.High, values.Min(), values.Max(), limit.P);
        }
    }

    private static Conclusion OrderOf(double difference) => Math.Abs(difference) <= CampaignSummary.Same ? Conclusion.Same
        : difference < 0 ? Conclusion.Earlier : Conclusion.Later;
}
