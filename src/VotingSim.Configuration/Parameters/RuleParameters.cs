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
                var numbers = Numbers(rule, typeof(RulePart), Constraints.None, []).ToArray();
                foreach (var number in numbers)
                {
                    yield return Of($"rules.{name}.{Written(number.Path)}", index, number);
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

    private static IEnumerable<Number> Numbers(JsonNode? node, Type type, Constraints constraints, ImmutableArray<string> path)
    {
        type = type == typeof(JsonNode) && constraints.Either is { } either ? (node is JsonObject ? either.Map : either.Scalar)
            : Nullable.GetUnderlyingType(type) ?? type;
        if (ContractCheck.IsScalar(type))
        {
            return node?.GetValueKind() == JsonValueKind.Number ? [new(path, type, constraints)] : [];
        }

        var contract = ContractCheck.ContractOf(type);
        return (contract.Kind, node) switch
        {
            (JsonTypeInfoKind.Object, JsonObject map) => contract.Properties.Where(property => map[property.Name] is not null)
                .SelectMany(property => Numbers(map[property.Name], property.PropertyType, Constraints.Of(property), path.Add(property.Name))),
            (JsonTypeInfoKind.Dictionary, JsonObject map) => map
                .SelectMany(pair => Numbers(pair.Value, contract.ElementType!, constraints, path.Add(pair.Key))),
            (JsonTypeInfoKind.Enumerable, JsonArray list) => list
                .SelectMany(
                    (entry, index) => Numbers(entry, contract.ElementType!, constraints, path.Add(index.ToString(CultureInfo.InvariantCulture)))),
            _ => [],
        };
    }

    private static string Written(ImmutableArray<string> path) => string.Join('.', path.Select(step =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (index + 1).ToString(CultureInfo.InvariantCulture)
            : step));

    // A count belongs to its quota and a listed weight to the list.
    private static string Short(ImmutableArray<string> path) =>
        path.Length > 1 && (path[^1] == "count" || path[^2] == "weight") ? $"{path[^2]}.{path[^1]}" : path[^1];

    private sealed record Number(ImmutableArray<string> Path, Type Type, Constraints Constraints);
}
