using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace VotingSim.Experiments.Configuration;

/// <summary>JSON Schemas of the configuration files, for editors to complete and check by.</summary>
/// <remarks>
/// Draft 2020-12, from the contract that the files are read by. What a schema cannot say (names that exist, lists as long as there are issues) the reader still checks.
/// </remarks>
public static class ConfigurationSchema
{
    /// <summary>The schema of a kind of file, indented.</summary>
    /// <param name="kind">experiment, members, crisis or rule.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static string Of(string kind)
    {
        var known = Kind.All.FirstOrDefault(candidate => candidate.Key == kind)
            ?? throw new ArgumentException($"There is no kind '{kind}'; expected {string.Join(", ", Kind.All.Select(candidate => candidate.Key))}.", nameof(kind));

        // Maps that may stand in place of a name become definitions, each once: rules contain rules.
        var definitions = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var pending = new Queue<Type>();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"VotingSim {known}",
        };
        foreach (var (key, value) in Export(known.Type, pending).ToArray())
        {
            schema[key] = value?.DeepClone();
        }

        while (pending.TryDequeue(out var type))
        {
            if (!definitions.ContainsKey(NameOf(type)))
            {
                definitions[NameOf(type)] = Export(type, pending);
            }
        }

        if (definitions.Count > 0)
        {
            schema["$defs"] = new JsonObject(definitions);
        }

        return schema.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonObject Export(Type type, Queue<Type> pending) => (JsonObject)ContractCheck.ContractOf(type).GetJsonSchemaAsNode(new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Transform(context, node, pending),
    });

    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode node, Queue<Type> pending)
    {
        var schema = node as JsonObject ?? [];
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Single(type => type!.GetValue<string>() != "null")!.DeepClone();
        }

        schema.Remove("default");
        if (context.PropertyInfo is { } property)
        {
            var constraints = Constraints.Of(property);
            schema = Constrain(schema, property.PropertyType, constraints, pending);
            schema.Insert(0, "description", constraints.Description);
        }
        else if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            AddForms(schema, context.TypeInfo);
        }

        return schema;
    }

    /// <summary>Writes the constraints of a key into the schema of its value, or of its elements.</summary>
    private static JsonObject Constrain(JsonObject schema, Type type, Constraints constraints, Queue<Type> pending)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonNode) && constraints.Either is { } either)
        {
            pending.Enqueue(either.Map);
            return new()
            {
                ["anyOf"] = new JsonArray(
                    Constrain(new() { ["type"] = either.Scalar == typeof(string) ? "string" : "number" }, either.Scalar, constraints, pending),
                    either.Map.IsGenericType ? Constrain(Export(either.Map, []), either.Map, constraints, pending) : new JsonObject { ["$ref"] = $"#/$defs/{NameOf(either.Map)}" }),
            };
        }

        switch (ContractCheck.IsScalar(type) ? JsonTypeInfoKind.None : ContractCheck.ContractOf(type).Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                var element = ContractCheck.ContractOf(type).ElementType!;
                schema["items"] = Constrain(Child(schema, "items"), element, constraints, pending);
                if (constraints.Length is { } length)
                {
                    schema["minItems"] = length.MinimumLength;
                    schema["maxItems"] = length.MaximumLength;
                }

                break;
            case JsonTypeInfoKind.Dictionary:
                schema["additionalProperties"] = Constrain(Child(schema, "additionalProperties"), ContractCheck.ContractOf(type).ElementType!, constraints, pending);
                if (constraints.IsKeyedByCode)
                {
                    schema["propertyNames"] = new JsonObject { ["pattern"] = CodeAttribute.Shape };
                }

                break;
            case JsonTypeInfoKind.None:
                ConstrainScalar(schema, type, constraints);
                break;
        }

        return schema;
    }

    private static JsonObject Child(JsonObject schema, string key) => schema[key] is JsonObject child ? (JsonObject)child.DeepClone() : [];

    private static void ConstrainScalar(JsonObject schema, Type type, Constraints constraints)
    {
        if (constraints.Words.Count > 0 && (type == typeof(string) || type == typeof(bool)))
        {
            schema["enum"] = new JsonArray([.. constraints.Words.Select(word => word is bool flag ? (JsonNode)flag : (string)word!)]);
        }

        if (type == typeof(string))
        {
            if (constraints.Shape is { } shape)
            {
                schema["pattern"] = shape.Pattern;
            }
            else if (constraints.Words.Count == 0)
            {
                schema["pattern"] = "\\S";
            }
        }
        else if (type == typeof(ulong))
        {
            schema["minimum"] = 0;
            schema["maximum"] = ulong.MaxValue;
        }
        else if (constraints.Range is { } range && type != typeof(bool))
        {
            schema[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = constraints.Lowest;
            schema["maximum"] = constraints.Highest;
        }
    }

    private static void AddForms(JsonObject schema, JsonTypeInfo contract)
    {
        var forms = contract.Properties.Where(property => Constraints.Of(property).IsForm).ToArray();
        if (forms.Length > 0)
        {
            schema["oneOf"] = new JsonArray([.. forms.Select(form => Required(form.Name))]);
        }

        var dependent = contract.Properties.Where(property => Constraints.Of(property).OnlyWith.Count > 0).ToArray();
        if (dependent.Length > 0)
        {
            schema["dependentSchemas"] = new JsonObject(dependent.Select(property => KeyValuePair.Create<string, JsonNode?>(
                property.Name, new JsonObject { ["anyOf"] = new JsonArray([.. Constraints.Of(property).OnlyWith.Select(Required)]) })));
        }

        static JsonNode Required(string key) => new JsonObject { ["required"] = new JsonArray(key) };
    }

    private static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
}
