using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of rules: every number in a rule, by the keys that lead to it, with entries of lists counted from 1.</summary>
/// <remarks>The last keys alone stand for the first such number in the rule, in the order of its file.</remarks>
internal static class RuleParameters
{
    public static IEnumerable<Parameter> All(IReadOnlyList<JsonObject> rules)
    {
        foreach (var (index, rule) in rules.Index())
        {
            if (rule["rule"]?.GetValue<string>() is { } name)
            {
                var numbers = Numbers(rule, typeof(RulePart), Constraints.None, [], "").ToArray();
                foreach (var number in numbers)
                {
                    yield return Of($"rules.{name}.{number.Name}", index, number);
                }

                var shorter = numbers.DistinctBy(number => Short(number.Path), StringComparer.Ordinal).Where(number => number.Path.Length > 1);
                foreach (var number in shorter)
                {
                    yield return Of($"rules.{name}.{Short(number.Path)}", index, number);
                }
            }
        }
    }

    private static Parameter Of(string name, int rule, Number number) =>
        new(
            name,
            ExperimentParts.Rules,
            number.Type,
            number.Constraints,
            (tree, value) => ExperimentTree.Put(tree.Rules[rule], value, number.Path.AsSpan()))
        {
            WhyCertain = "it changes the rule, which all worlds share",
        };

    private static IEnumerable<Number> Numbers(JsonNode? node, Type type, Constraints constraints, ImmutableArray<string> path, string name)
    {
        type = type == typeof(JsonNode) && constraints.Either is { } either ? (node is JsonObject ? either.Map : either.Scalar)
            : Nullable.GetUnderlyingType(type) ?? type;
        if (ContractCheck.IsScalar(type))
        {
            return node?.GetValueKind() == JsonValueKind.Number || (node is not null && constraints.TakesQuotients)
                ? [new(path, name, type, constraints)]
                : [];
        }

        var contract = ContractCheck.ContractOf(type);
        return (contract.Kind, node) switch
        {
            (JsonTypeInfoKind.Object, JsonObject map) => contract.Properties.Where(property => map[property.Name] is not null)
                .SelectMany(property => Numbers(
                    map[property.Name], property.PropertyType, Constraints.Of(property), path.Add(property.Name), At(property.Name))),
            (JsonTypeInfoKind.Dictionary, JsonObject map) => map
                .SelectMany(pair => Numbers(pair.Value, contract.ElementType!, constraints, path.Add(pair.Key), At(pair.Key))),
            (JsonTypeInfoKind.Enumerable, JsonArray list) => list
                .SelectMany((entry, index) => Numbers(
                    entry, contract.ElementType!, constraints, path.Add(Written(index)), At(Written(index + 1)))),
            _ => [],
        };

        string At(string step) => name.Length == 0 ? step : $"{name}.{step}";

        static string Written(int index) => index.ToString(CultureInfo.InvariantCulture);
    }

    // A count belongs to its quota and a listed weight to the list.
    private static string Short(ImmutableArray<string> path) =>
        path.Length > 1 && (path[^1] == "count" || path[^2] == "weight") ? $"{path[^2]}.{path[^1]}" : path[^1];

    // The name counts entries of lists from 1; a step of the path may be a number too, for a member's code is any word.
    private sealed record Number(ImmutableArray<string> Path, string Name, Type Type, Constraints Constraints);
}
