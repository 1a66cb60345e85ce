using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Configuration;

namespace VotingSim.Experiments.Plan;

/// <summary>Reads how many replications are run: a number, or until an estimate is precise.</summary>
internal static class ReplicationsReader
{
    /// <summary>What the key <c>replications</c> says; null where something is wrong, which has then been reported.</summary>
    public static ResolvedReplications? Read(ConfigurationNode place, IEnumerable<CrisisFile> crises)
    {
        if (place.Node is null)
        {
            return place.Document.IsClean(place.Path)
                ? Fixed(new ExperimentFile { Experiment = "", Members = "", Crises = [], Rules = [] }.Replications)
                : null;
        }

        if (place.Node is not JsonObject)
        {
            return place.Document.IsClean(place.Path) ? Fixed(place.Node) : null;
        }

        if (Reading.Read(place, ConfigurationContext.Default.ReplicationsMap) is not { } map)
        {
            return null;
        }

        var names = EstimateName.Of(crises.SelectMany(crisis => crisis.Issues).Select(issue => issue.Name));
        if (!Reference.Check(place["until"]["of"], map.Until.Of, Referent.Estimate, names, isKey: false))
        {
            return null;
        }

        return new(
            map.AtMost, new(map.Until.Of, map.Until.HalfWidth), JsonSerializer.SerializeToNode(map, ConfigurationContext.Default.ReplicationsMap)!);
    }

    private static ResolvedReplications Fixed(JsonNode number)
    {
        var replications = number.GetValue<long>();
        return new(replications, null, JsonValue.Create(replications));
    }
}

/// <summary>The number of replications, resolved.</summary>
/// <param name="Most">The number, or the largest where the run stops by precision.</param>
/// <param name="Until">When the run stops before that.</param>
/// <param name="Written">As it is written into the resolved configuration.</param>
internal sealed record ResolvedReplications(long Most, Precision? Until, JsonNode Written);
