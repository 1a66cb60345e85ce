using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Cases;

/// <summary>A rule as far as it concerns those that sat at a table: an experiment of them knows nobody else.</summary>
internal static class RuleAtTable
{
    private static readonly string[] Names = ["rule", "title"];

    /// <summary>The rule with the weights and the vetoes of those at the table only. A veto that nobody there has is left out.</summary>
    /// <param name="rule">The rule, resolved. It is changed.</param>
    /// <param name="seated">Codes of those at the table.</param>
    public static JsonObject Of(JsonObject rule, IReadOnlySet<string> seated)
    {
        if (rule["weight"] is JsonObject weights)
        {
            foreach (var code in weights.Select(pair => pair.Key).Where(code => !seated.Contains(code)).ToArray())
            {
                weights.Remove(code);
            }
        }

        if (rule["veto"] is JsonObject veto && veto["members"] is JsonArray holders)
        {
            foreach (var holder in holders.Where(code => !seated.Contains(code!.GetValue<string>())).ToArray())
            {
                holders.Remove(holder);
            }

            if (holders.Count == 0)
            {
                var inner = (JsonObject)veto["rule"]!.DeepClone();
                foreach (var name in Names.Where(rule.ContainsKey))
                {
                    inner[name] = rule[name]?.DeepClone();
                }

                return Of(inner, seated);
            }
        }

        foreach (var (key, inside) in rule.ToArray())
        {
            rule[key] = Inside(inside, seated);
        }

        return rule;
    }

    private static JsonNode? Inside(JsonNode? node, IReadOnlySet<string> seated) => node?.DeepClone() switch
    {
        JsonObject map => Of(map, seated),
        JsonArray list => new JsonArray([.. list.Select(element => Inside(element, seated))]),
        var scalar => scalar,
    };
}
