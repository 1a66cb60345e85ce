using System.Text.Json;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>A place in a document: knows what stands there and where that is, so that a problem can be reported on it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Path">The path from its root, e.g. <c>members[3].influence</c>; empty for the root.</param>
/// <param name="Node">What stands there; null where nothing does.</param>
internal readonly record struct ConfigurationNode(Document Document, string Path, JsonNode? Node)
{
    /// <summary>The largest number of entries in any list but the values of a sweep.</summary>
    public const int LongestList = 1000;

    /// <summary>The value of a key. It may be missing.</summary>
    public ConfigurationNode this[string key] => new(Document, Path.Length == 0 ? key : $"{Path}.{key}", (Node as JsonObject)?[key]);

    /// <summary>An element of a list. It may be missing.</summary>
    public ConfigurationNode this[int index] => new(Document, $"{Path}[{index}]", Node is JsonArray list && index < list.Count ? list[index] : null);

    /// <summary>The elements, where this is a list; of a list longer than any of maps or names may be, the first ones.</summary>
    public IEnumerable<ConfigurationNode> Elements
    {
        get
        {
            var here = this;
            return Enumerable.Range(0, Math.Min(LongestList, (Node as JsonArray)?.Count ?? 0)).Select(index => here[index]);
        }
    }

    /// <summary>The text, where this is one.</summary>
    public string? Text => Node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Whether the map has the key, if only with an empty value.</summary>
    public bool Has(string key) => Node is JsonObject map && map.ContainsKey(key);

    /// <summary>Reports a problem with what stands here, or with its absence.</summary>
    public void Report(string message) => Document.Report(Path, message, ofKey: false);

    /// <summary>Reports a problem with the key that leads here.</summary>
    public void ReportKey(string message) => Document.Report(Path, message, ofKey: true);

    /// <summary>Remarks on what stands here, or on the key that leads here: it can be used, but is hardly what was meant.</summary>
    public void Warn(string message, bool ofKey = false) => Document.Report(Path, message, ofKey, isWarning: true);
}
