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
                var numbers = Numbers(rule, typeof(RulePart), Constraints.None, [], []).ToArray();
                foreach (var number in numbers)
                {
                    yield return Of(name, index, number);
                }

                var shorter = numbers.DistinctBy(number => Short(number.Path), StringComparer.Ordinal).Where(number => number.Path.Length > 1);
                foreach (var number in shorter)
                {
                    yield return Of(name, index, number) with { Name = $"rules.{name}.{Short(number.Path)}" };
                }
            }
        }
    }

    private static Parameter Of(string name, int rule, Number number) =>
        new(
            ["rules", name, .. number.Names],
            ExperimentParts.Rules,
            number.Type,
            number.Constraints,
            (tree, value) => ExperimentTree.Put(tree.Rules[rule], value, number.Path.AsSpan()))
        {
            WhyCertain = "it changes the rule, which all worlds share",
        };

    private static IEnumerable<Number> Numbers(
        JsonNode? node, Type type, Constraints constraints, ImmutableArray<string> path, ImmutableArray<string> names)
    {
        type = type == typeof(JsonNode) && constraints.Either is { } either ? (node is JsonObject ? either.Map : either.Scalar)
            : Nullable.GetUnderlyingType(type) ?? type;
        if (ContractCheck.IsScalar(type))
        {
            return node?.GetValueKind() == JsonValueKind.Number || (node is not null && constraints.TakesQuotients)
                ? [new(path, names, type, constraints)]
                : [];
        }

        var contract = ContractCheck.ContractOf(type);
        return (contract.Kind, node) switch
        {
            (JsonTypeInfoKind.Object, JsonObject map) => contract.Properties.Where(property => map[property.Name] is not null)
                .SelectMany(property => Numbers(
                    map[property.Name], property.PropertyType, Constraints.Of(property), path.Add(property.Name), names.Add(property.Name))),
            (JsonTypeInfoKind.Dictionary, JsonObject map) => map
                .SelectMany(pair => Numbers(pair.Value, contract.ElementType!, constraints, path.Add(pair.Key), names.Add(pair.Key))),
            (JsonTypeInfoKind.Enumerable, JsonArray list) => list
                .SelectMany((entry, index) => Numbers(
                    entry, contract.ElementType!, constraints, path.Add(Written(index)), names.Add(Written(index + 1)))),
            _ => [],
        };

        static string Written(int index) => index.ToString(CultureInfo.InvariantCulture);
    }

    // A count belongs to its quota and a listed weight to the list.
    private static string Short(ImmutableArray<string> path) =>
        path.Length > 1 && (path[^1] == "count" || path[^2] == "weight") ? $"{path[^2]}.{path[^1]}" : path[^1];

    // The names count entries of lists from 1; a step of the path may be a number too, for a member's code is any word.
    private sealed record Number(ImmutableArray<string> Path, ImmutableArray<string> Names, Type Type, Constraints Constraints);
}
