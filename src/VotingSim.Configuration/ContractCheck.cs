using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace VotingSim.Configuration;

/// <summary>Holds a tree against the contract and reports everything that does not fit, so that what is left can be deserialized.</summary>
/// <remarks>It walks the metadata that the serializer itself reads by: there is no second description of the files.</remarks>
internal static class ContractCheck
{
    private const int LongestQuote = 60;

    public static JsonTypeInfo ContractOf(Type type) => ConfigurationContext.Default.GetTypeInfo(type)!;

    public static void Check(ConfigurationNode place, Type type) => Check(place, type, Constraints.None);

    public static void Check(ConfigurationNode place, Type type, Constraints constraints)
    {
        type = Resolve(place.Node, type, constraints);
        if (type == typeof(JsonNode))
        {
            return;
        }

        if (IsScalar(type))
        {
            CheckScalar(type == typeof(string) ? place : Numeral.Read(place, type, constraints), type, constraints);
            return;
        }

        var contract = ContractOf(type);
        switch (contract.Kind, place.Node)
        {
            case (JsonTypeInfoKind.Object, JsonObject map):
                CheckMap(place, map, contract);
                break;
            case (JsonTypeInfoKind.Dictionary, JsonObject map):
                CheckKeys(place, map, constraints);
                foreach (var key in KeysOf(map))
                {
                    Check(place[key], contract.ElementType!, constraints);
                }

                break;
            case (JsonTypeInfoKind.Enumerable, JsonArray list):
                CheckLength(place, list, contract.ElementType!, constraints);
                foreach (var element in place.Elements)
                {
                    Check(element, contract.ElementType!, constraints);
                }

                break;
            default:
                place.Report($"{Describe(place.Node)}; expected {Expected(type, constraints)}");
                break;
        }
    }

    /// <summary>What stands at a place, in words that begin a message.</summary>
    public static string Describe(JsonNode? node) => node switch
    {
        null => "nothing is given",
        JsonObject => "this is a map",
        JsonArray => "this is a list",
        _ when node.GetValueKind() == JsonValueKind.String => $"this is the text '{Quote(node.GetValue<string>())}'",
        _ => $"this is {Quote(node.ToJsonString())}",
    };

    /// <summary>A text that fits in a message.</summary>
    public static string Quote(string text)
    {
        var visible = string.Concat(text.Take(LongestQuote).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return text.Length > LongestQuote ? $"{visible}..." : visible;
    }

    public static bool IsScalar(Type type) => type == typeof(string) || type.IsPrimitive || type == typeof(decimal);

    private static Type Resolve(JsonNode? node, Type type, Constraints constraints) =>
        type == typeof(JsonNode) && constraints.Either is { } either
            ? (node is JsonObject ? either.Map : either.Scalar)
            : Nullable.GetUnderlyingType(type) ?? type;

    private static void CheckMap(ConfigurationNode place, JsonObject map, JsonTypeInfo contract)
    {
        var properties = contract.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var key in KeysOf(map))
        {
            if (properties.TryGetValue(key, out var property))
            {
                Check(place[key], property.PropertyType, Constraints.Of(property));
            }
            else
            {
                place[key].ReportKey($"unknown key{Nearest.Hint(key, properties.Keys)}");
            }
        }

        foreach (var property in contract.Properties.Where(property => property.IsRequired && !map.ContainsKey(property.Name)))
        {
            place[property.Name].Report($"missing; expected {Expected(property.PropertyType, Constraints.Of(property))}");
        }

        CheckForms(place, map, contract);
    }

    /// <summary>Holds the keys of a map against what they have to be, where they are words of the user's.</summary>
    private static void CheckKeys(ConfigurationNode place, JsonObject map, Constraints constraints)
    {
        foreach (var key in KeysOf(map))
        {
            if (constraints.IsKeyedByCode && !CodeAttribute.IsOne(key))
            {
                place[key].ReportKey($"the key is no member's code; expected {CodeAttribute.Expected}");
            }
            else if (constraints.IsKeyedByName && !NameAttribute.IsOne(key))
            {
                place[key].ReportKey($"the key is no name; expected {NameAttribute.Expected}");
            }
            else if (ControlCharacter.In(key) is { } control)
            {
                place[key].ReportKey($"the key has the control character {control}; expected a text without");
            }
        }

        if (constraints.NeededKey is { } needed && !map.ContainsKey(needed))
        {
            place[needed].Report($"missing; expected {Expected(typeof(JsonNode), constraints)}");
        }
    }

    // The values may be replaced on the way.
    private static string[] KeysOf(JsonObject map) => [.. map.Select(pair => pair.Key)];

    private static void CheckForms(ConfigurationNode place, JsonObject map, JsonTypeInfo contract)
    {
        var misplaced = contract.Properties
            .Where(property => map.ContainsKey(property.Name)
                && Constraints.Of(property).OnlyWith is { Count: > 0 } others
                && !others.Any(map.ContainsKey))
            .ToArray();
        foreach (var property in misplaced)
        {
            place[property.Name].ReportKey($"this belongs to {string.Join(" or ", Constraints.Of(property).OnlyWith)}, which is not given");
        }

        var forms = contract.Properties.Where(property => Constraints.Of(property).IsForm).Select(property => property.Name).ToArray();
        var beside = contract.Properties.Where(property => Constraints.Of(property).Beside is { } other && map.ContainsKey(other));
        var given = forms.Where(map.ContainsKey).Except(beside.Select(property => property.Name)).ToArray();
        if (given.Length > 1)
        {
            place[given[1]].ReportKey($"{string.Join(" and ", given)} are given together; expected exactly one of {string.Join(", ", forms)}");
        }
        else if (forms.Length > 0 && given.Length == 0 && misplaced.Length == 0)
        {
            place.Report($"expected exactly one of the keys {string.Join(", ", forms)}");
        }
    }

    private static void CheckLength(ConfigurationNode place, JsonArray list, Type element, Constraints constraints)
    {
        if (constraints.Length is { } length
            && !(element.IsArray && element != typeof(string))
            && (list.Count < length.MinimumLength || list.Count > length.MaximumLength))
        {
            place.Report($"this list has {Entries(list.Count)}; expected {LengthText(length.MinimumLength, length.MaximumLength)}");
        }
    }

    private static string LengthText(int least, int most) =>
        least == most ? Entries(least) : least == 0 ? $"at most {Entries(most)}" : $"{least} to {Entries(most)}";

    private static string Entries(int count) => count == 1 ? "1 entry" : $"{count} entries";

    private static void CheckScalar(ConfigurationNode place, Type type, Constraints constraints)
    {
        var fits = place.Node is JsonValue value && (value.GetValueKind(), type) switch
        {
            (JsonValueKind.String, _) when type == typeof(string) => FitsText(value.GetValue<string>(), constraints),
            (JsonValueKind.True or JsonValueKind.False, _) when type == typeof(bool) =>
                constraints.Words.Count == 0 || constraints.Words.Contains(value.GetValue<bool>()),
            (JsonValueKind.Number, _) => FitsNumber(value, type, constraints),
            (JsonValueKind.String, _) when constraints.TakesQuotients => Numeral.Quotient(value.GetValue<string>()) is var (dividend, divisor)
                && constraints.Includes((double)(dividend / divisor)),
            _ => false,
        };
        if (!fits && type == typeof(string) && place.Text is { } written && ControlCharacter.In(LinesAside(written, constraints)) is { } control)
        {
            place.Report($"the text has the control character {control}; expected a text without");
        }
        else if (!fits)
        {
            var hint = place.Text is { } text && type == typeof(string) && constraints.Words.Count > 0
                ? Nearest.To(text, constraints.Words.OfType<string>()) is { } nearest ? $"; did you mean '{nearest}'?" : ""
                : "";
            var what = place.Text is { } word
                && type != typeof(string)
                && word.TrimStart('+', '-', '.').ToUpperInvariant() is "NAN" or "INF" or "INFINITY"
                ? $"{Quote(place.Text!)} is not a finite number"
                : Describe(place.Node);
            var remedy = type == typeof(string) && place.Node is JsonValue given && given.GetValueKind() != JsonValueKind.String
                ? " (in quotes)"
                : "";
            place.Report($"{what}; expected {Expected(type, constraints)}{remedy}{hint}");
        }
    }

    private static bool FitsText(string text, Constraints constraints) =>
        (constraints.Words.Count == 0 || constraints.Words.Contains(text)) && constraints.Shape?.Fits(text) != false
            && !string.IsNullOrWhiteSpace(text) && ControlCharacter.In(LinesAside(text, constraints)) is null;

    // A block of YAML ends with the end of its last line.
    private static string LinesAside(string text, Constraints constraints) => constraints.IsParagraph
        ? text.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal)
        : text.TrimEnd('\n');

    private static bool FitsNumber(JsonValue value, Type type, Constraints constraints) => Type.GetTypeCode(type) switch
    {
        TypeCode.Double => value.TryGetValue<double>(out var number) && double.IsFinite(number) && constraints.Includes(number),
        TypeCode.Decimal => value.TryGetValue<decimal>(out var number) && constraints.Includes((double)number),
        TypeCode.Int32 => value.TryGetValue<int>(out var number) && constraints.Includes(number),
        TypeCode.Int64 => value.TryGetValue<long>(out var number) && constraints.Includes(number),
        TypeCode.UInt64 => value.TryGetValue<ulong>(out _),
        _ => false,
    };

    private static string Expected(Type type, Constraints constraints)
    {
        if (type == typeof(JsonNode) && constraints.Either is { } either)
        {
            return $"{Expected(either.Scalar, constraints)}, or a map";
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!IsScalar(type))
        {
            return ContractOf(type).Kind == JsonTypeInfoKind.Enumerable ? "a list" : "a map";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String when constraints.Words.Count > 0 => $"one of {string.Join(", ", constraints.Words)}",
            TypeCode.String when constraints.Shape is { } shape => shape.Words,
            TypeCode.String => constraints.Either is null ? "a text" : "a shipped name, the path of a file",
            TypeCode.Boolean => constraints.Words.Count > 0 ? "true" : "true or false",
            _ when constraints.TakesQuotients => $"a number{RangeText(constraints)}, or a quotient such as 2/3",
            TypeCode.Double or TypeCode.Decimal => $"a number{RangeText(constraints)}",
            TypeCode.UInt64 => $"a whole number from 0 to {ulong.MaxValue}",
            _ => $"a whole number{RangeText(constraints)}",
        };
    }

    private static string RangeText(Constraints constraints)
    {
        var lowest = constraints.Lowest.ToString("0.###", CultureInfo.InvariantCulture);
        var highest = constraints.Highest.ToString("0.###", CultureInfo.InvariantCulture);
        return constraints.Range is null
            ? ""
            : constraints.Range.MinimumIsExclusive
                ? $" above {lowest}, up to {highest}"
                : $" from {lowest} to {highest}";
    }
}
