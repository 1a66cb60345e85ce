using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VotingSim.Testing;

/// <summary>A plain checker of JSON Schema, draft 2020-12, for the keywords that the project's schemas use. It refuses a schema with any other.</summary>
public sealed class PlainSchema(string text)
{
    private readonly JsonObject _root = JsonNode.Parse(text)!.AsObject();

    /// <summary>Whether a document is what the schema asks for.</summary>
    public bool Accepts(JsonNode? instance) => Accepts(_root, instance);

    private bool Accepts(JsonObject schema, JsonNode? instance) => schema.All(keyword => Holds(schema, keyword.Key, keyword.Value!, instance));

    private bool Holds(JsonObject schema, string keyword, JsonNode value, JsonNode? instance)
    {
        var map = instance as JsonObject;
        var list = instance as JsonArray;
        var kind = (instance as JsonValue)?.GetValueKind();
        var number = kind == JsonValueKind.Number ? decimal.Parse(instance!.ToJsonString(), NumberStyles.Float) : (decimal?)null;
        var words = kind == JsonValueKind.String ? instance!.GetValue<string>() : null;
        return keyword switch
        {
            "$schema" or "$defs" or "title" or "description" => true,
            "$ref" => Accepts(_root["$defs"]![value.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), instance),
            "type" => (value as JsonArray ?? [value.DeepClone()]).Any(type => type!.GetValue<string>() switch
            {
                "object" => map is not null,
                "array" => list is not null,
                "string" => words is not null,
                "boolean" => instance?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
                "number" => number is not null,
                "integer" => number is { } whole && decimal.IsInteger(whole),
                var other => throw new NotSupportedException(other),
            }),
            "enum" => value.AsArray().Any(candidate => JsonNode.DeepEquals(candidate, instance)),
            "pattern" => words is null || Regex.IsMatch(words, value.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)),
            "minimum" => number is null || number >= value.GetValue<decimal>(),
            "exclusiveMinimum" => number is null || number > value.GetValue<decimal>(),
            "maximum" => number is null || number <= value.GetValue<decimal>(),
            "minItems" => list is null || list.Count >= value.GetValue<int>(),
            "maxItems" => list is null || list.Count <= value.GetValue<int>(),
            "items" => list is null || list.All(element => Accepts(value.AsObject(), element)),
            "required" => map is null || value.AsArray().All(key => map.ContainsKey(key!.GetValue<string>())),
            "properties" => map is null || map.All(pair => value[pair.Key] is not JsonObject property || Accepts(property, pair.Value)),
            "additionalProperties" => map is null || map
                .Where(pair => schema["properties"]?[pair.Key] is null)
                .All(pair => value is JsonObject additional ? Accepts(additional, pair.Value) : value.GetValue<bool>()),
            "propertyNames" => map is null || map.All(pair => Accepts(value.AsObject(), pair.Key)),
            "not" => !Accepts(value.AsObject(), instance),
            "anyOf" => value.AsArray().Any(alternative => Accepts(alternative!.AsObject(), instance)),
            "oneOf" => value.AsArray().Count(alternative => Accepts(alternative!.AsObject(), instance)) == 1,
            "dependentSchemas" => map is null || value.AsObject().All(pair => !map.ContainsKey(pair.Key) || Accepts(pair.Value!.AsObject(), instance)),
            _ => throw new NotSupportedException($"The schema uses '{keyword}', which this checker does not know."),
        };
    }
}
