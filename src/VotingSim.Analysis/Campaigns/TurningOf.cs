using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;

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
        return Discovery.Of(conclusion, order, points, [.. uncertain.Select(parameter => (parameter.Name, parameter.Scales))]);
    }

    private static Conclusion OrderOf(double difference) => Math.Abs(difference) <= CampaignSummary.Same ? Conclusion.Same
        : difference < 0 ? Conclusion.Earlier : Conclusion.Later;
}
