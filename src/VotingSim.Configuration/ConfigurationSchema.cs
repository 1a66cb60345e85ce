using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace VotingSim.Configuration;

/// <summary>JSON Schemas of the configuration files, for editors to complete and check by.</summary>
/// <remarks>
/// Draft 2020-12, from the contract that the files are read by. What a schema cannot say (names that exist, lists as long as there are
/// issues) the reader still checks. It is not the framework's exporter that writes them: for a type that occurs twice that one points to
/// the first occurrence, with the first one's ranges.
/// </remarks>
public static class ConfigurationSchema
{
    /// <summary>The schema of a kind of file, indented.</summary>
    /// <param name="kind">experiment, members, crisis, rule, uncertainty, structure or claim.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static string Of(string kind)
    {
        var known = ConfigurationKind.All.FirstOrDefault(candidate => candidate.Key == kind)
            ?? throw new ArgumentException(
                $"There is no kind '{kind}'; expected {string.Join(", ", ConfigurationKind.All.Select(candidate => candidate.Key))}.", nameof(kind));

        // Maps that may stand in place of a name become definitions, each once: rules contain rules.
        var pending = new Queue<Type>();
        var schema = SchemaOf(known.Type, Constraints.None, pending);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", $"VotingSim {known}");
        var definitions = new JsonObject();
        while (pending.TryDequeue(out var type))
        {
            if (!definitions.ContainsKey(NameOf(type)))
            {
                definitions[NameOf(type)] = SchemaOf(type, Constraints.None, pending);
            }
        }

        if (definitions.Count > 0)
        {
            schema["$defs"] = definitions;
        }

        return schema.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonObject SchemaOf(Type type, Constraints constraints, Queue<Type> pending)
    {
        if (type == typeof(JsonNode))
        {
            return constraints.Either is { } either
                ? new() { ["anyOf"] = new JsonArray(SchemaOf(either.Scalar, constraints, pending), InPlace(either.Map, constraints, pending)) }
                : new() { ["type"] = new JsonArray("number", "string") };
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ContractCheck.IsScalar(type))
        {
            return Scalar(type, constraints);
        }

        var contract = ContractCheck.ContractOf(type);
        return contract.Kind switch
        {
            JsonTypeInfoKind.Object => Map(contract, pending),
            JsonTypeInfoKind.Dictionary => Dictionary(contract.ElementType!, constraints, pending),
            _ => List(contract.ElementType!, constraints, pending),
        };
    }

    private static JsonObject InPlace(Type map, Constraints constraints, Queue<Type> pending)
    {
        if (ContractCheck.ContractOf(map).Kind == JsonTypeInfoKind.Dictionary)
        {
            return SchemaOf(map, constraints, pending);
        }

        pending.Enqueue(map);
        return new() { ["$ref"] = $"#/$defs/{NameOf(map)}" };
    }

    private static JsonObject Map(JsonTypeInfo contract, Queue<Type> pending)
    {
        var schema = new JsonObject { ["type"] = "object" };
        var properties = new JsonObject();
        foreach (var property in contract.Properties)
        {
            var value = SchemaOf(property.PropertyType, Constraints.Of(property), pending);
            value.Insert(0, "description", Constraints.Of(property).Description);
            properties[property.Name] = value;
        }

        schema["properties"] = properties;
        schema["additionalProperties"] = false;
        JsonNode[] required = [.. contract.Properties.Where(property => property.IsRequired).Select(property => (JsonNode)property.Name)];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        JsonNode[] forms = [.. contract.Properties.Where(property => Constraints.Of(property).IsForm).Select(Form)];
        if (forms.Length > 0)
        {
            schema["oneOf"] = new JsonArray(forms);
        }

        var dependent = contract.Properties.Where(property => Constraints.Of(property).OnlyWith.Count > 0).ToArray();
        if (dependent.Length > 0)
        {
            schema["dependentSchemas"] = new JsonObject(dependent.Select(property => KeyValuePair.Create<string, JsonNode?>(
                property.Name, new JsonObject { ["anyOf"] = new JsonArray([.. Constraints.Of(property).OnlyWith.Select(Required)]) })));
        }

        return schema;

        static JsonNode Form(JsonPropertyInfo property)
        {
            var form = Required(property.Name);
            if (Constraints.Of(property).Beside is { } other)
            {
                form["not"] = Required(other); // where both are given, the other alone counts
            }

            return form;
        }

        static JsonNode Required(string key) => new JsonObject { ["required"] = new JsonArray(key) };
    }

    private static JsonObject Dictionary(Type element, Constraints constraints, Queue<Type> pending)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = SchemaOf(element, constraints, pending) };
        if (constraints.IsKeyedByCode)
        {
            schema["propertyNames"] = new JsonObject { ["pattern"] = CodeAttribute.Form };
        }

        if (constraints.NeededKey is { } needed)
        {
            schema["required"] = new JsonArray(needed);
        }

        return schema;
    }

    private static JsonObject List(Type element, Constraints constraints, Queue<Type> pending)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = SchemaOf(element, constraints, pending) };
        if (constraints.Length is { } length)
        {
            schema["minItems"] = length.MinimumLength;
            schema["maxItems"] = length.MaximumLength;
        }

        return schema;
    }

    private static JsonObject Scalar(Type type, Constraints constraints)
    {
        if (type == typeof(bool))
        {
            return constraints.Words.Count > 0
                ? new() { ["enum"] = new JsonArray([.. constraints.Words.Select(word => (JsonNode)(bool)word!)]) }
                : new() { ["type"] = "boolean" };
        }

        if (type == typeof(string))
        {
            return constraints.Words.Count > 0
                ? new() { ["type"] = "string", ["enum"] = new JsonArray([.. constraints.Words.Select(word => (JsonNode)(string)word!)]) }
                : new() { ["type"] = "string", ["pattern"] = constraints.Shape?.Pattern ?? "\\S" };
        }

        var schema = new JsonObject
        {
            ["type"] = new JsonArray(type == typeof(double) || type == typeof(decimal) ? "number" : "integer", "string"),
            ["pattern"] = Numeral.Pattern,
        };
        if (type == typeof(ulong))
        {
            schema["minimum"] = 0;
            schema["maximum"] = ulong.MaxValue;
        }
        else if (constraints.Range is { } range)
        {
            schema[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = constraints.Lowest;
            schema["maximum"] = constraints.Highest;
        }

        return schema;
    }

    private static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
}
