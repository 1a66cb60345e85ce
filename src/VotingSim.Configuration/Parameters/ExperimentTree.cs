using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parts of an experiment, resolved, as trees that values can be written into.</summary>
internal sealed record ExperimentTree(
    JsonObject Deliberation, JsonObject Members, ImmutableArray<JsonObject> Crises, ImmutableArray<JsonObject> Rules, JsonObject? Campaign)
{
    /// <summary>The trees of resolved parts.</summary>
    public static ExperimentTree Of(
        DeliberationMap deliberation,
        MembersFile members,
        IEnumerable<CrisisFile> crises,
        IEnumerable<ResolvedRule> rules,
        CampaignMap? campaign) => new(
        JsonSerializer.SerializeToNode(deliberation, ConfigurationContext.Default.DeliberationMap)!.AsObject(),
        JsonSerializer.SerializeToNode(members, ConfigurationContext.Default.MembersFile)!.AsObject(),
        [.. crises.Select(crisis => JsonSerializer.SerializeToNode(crisis, ConfigurationContext.Default.CrisisFile)!.AsObject())],
        [.. rules.Select(rule => rule.Written.AsObject())],
        campaign is null ? null : JsonSerializer.SerializeToNode(campaign, ConfigurationContext.Default.CampaignMap)!.AsObject());

    /// <summary>A tree whose parts that are named can be written into without changing this one.</summary>
    public ExperimentTree Copy(ExperimentParts parts) => new(
        parts.HasFlag(ExperimentParts.Deliberation) ? Copy(Deliberation) : Deliberation,
        parts.HasFlag(ExperimentParts.Members) ? Copy(Members) : Members,
        parts.HasFlag(ExperimentParts.Crises) ? [.. Crises.Select(Copy)] : Crises,
        parts.HasFlag(ExperimentParts.Rules) ? [.. Rules.Select(Copy)] : Rules,
        parts.HasFlag(ExperimentParts.Campaign) && Campaign is not null ? Copy(Campaign) : Campaign);

    /// <summary>Does something in every crisis.</summary>
    public void InEveryCrisis(Action<JsonObject> write)
    {
        foreach (var crisis in Crises)
        {
            write(crisis);
        }
    }

    /// <summary>Does something in every crisis that has an issue, given with its index; without a name, in every crisis that has only one.</summary>
    public void AtIssue(string? issue, Action<JsonObject, string> write) => InEveryCrisis(crisis =>
    {
        var issues = crisis["issues"]!.AsArray();
        var index = issue is null ? (issues.Count == 1 ? 0 : -1) : issues.ToList().FindIndex(map => map!["name"]!.GetValue<string>() == issue);
        if (index >= 0)
        {
            write(crisis, index.ToString(CultureInfo.InvariantCulture));
        }
    });

    /// <summary>Writes a value, making the maps on the way; in a list a step is an index from 0.</summary>
    public static void Put(JsonNode root, JsonNode value, params ReadOnlySpan<string> path)
    {
        foreach (var step in path[..^1])
        {
            if (root is JsonObject map && map[step] is null)
            {
                map[step] = new JsonObject();
            }

            root = root is JsonArray list ? list[IndexOf(step)]! : root[step]!;
        }

        if (root is JsonArray last)
        {
            last[IndexOf(path[^1])] = value.DeepClone();
        }
        else
        {
            root[path[^1]] = value.DeepClone();
        }
    }

    private static JsonObject Copy(JsonObject part) => part.DeepClone().AsObject();

    private static int IndexOf(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
