using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Where the quota is that a class may move: the first that is a share, of the first rule that has one.</summary>
/// <param name="Parameter">Its name, as a sweep calls it.</param>
/// <param name="Rule">The rule in the words of its file.</param>
/// <param name="Share">The quota. Range: 0 to 1.</param>
/// <param name="IsMoreThan">Whether the supporters have to exceed it.</param>
public sealed record QuotaPlace(string Parameter, string Rule, double Share, bool IsMoreThan)
{
    /// <summary>The place in a plan; null where no rule has one.</summary>
    public static QuotaPlace? Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return (plan.Configuration["rules"] as JsonArray)?.OfType<JsonObject>().Select(InRule).FirstOrDefault(place => place is not null);
    }

    private static QuotaPlace? InRule(JsonObject rule)
    {
        var name = rule["rule"]?.ToString();
        return Find(rule, $"rules.{name}", rule["title"]?.ToString() ?? name ?? "");
    }

    private static QuotaPlace? Find(JsonNode? part, string path, string rule) => part switch
    {
        JsonObject map => map.Select(pair => pair.Key is "at-least" or "more-than" && ShareOf(pair.Value) is { } share
                ? new QuotaPlace($"{path}.{pair.Key}", rule, share, pair.Key == "more-than")
                : Find(pair.Value, $"{path}.{pair.Key}", rule))
            .FirstOrDefault(place => place is not null),
        JsonArray list => list.Select((entry, index) => Find(entry, string.Create(CultureInfo.InvariantCulture, $"{path}.{index + 1}"), rule))
            .FirstOrDefault(place => place is not null),
        _ => null,
    };

    // A share may stand as a quotient.
    private static double? ShareOf(JsonNode? value)
    {
        if (value is not JsonValue)
        {
            return null;
        }

        if (value.GetValueKind() == JsonValueKind.Number)
        {
            return value.GetValue<double>();
        }

        return value.ToString().Split('/') is [var over, var under]
            && double.TryParse(over, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(under, NumberStyles.Float, CultureInfo.InvariantCulture, out var many) && many > 0
            ? one / many
            : null;
    }
}
