using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>A value given on the command line, <c>--set path=value</c>, which goes before that of the document.</summary>
internal static class Setting
{
    private static readonly string[] Elsewhere = ["affinity", "calendar", "crisis", "external-powers", "members", "rules", "stances"];

    /// <summary>Writes the value into the document, making the maps on the way. What is wrong with it is reported on the setting.</summary>
    public static void Apply(Document document, string setting)
    {
        var source = $"--set {ContractCheck.Quote(setting)}";
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        var path = equals > 0 ? setting[..equals].Trim() : "";
        var keys = path.Split('.');
        if (Array.Exists(keys, key => key.Length == 0))
        {
            document.Report(new Mark(source, 0, 0), "", "expected path=value, e.g. deliberation.ballot-noise=0.1");
            return;
        }

        var scratch = new Document(document.Location);
        var text = setting[(equals + 1)..];
        var value = string.IsNullOrWhiteSpace(text) ? null : YamlComposer.Compose(scratch, text);
        if (scratch.Problems.Count > 0)
        {
            document.Report(new Mark(source, 0, 0), path, scratch.Problems[0].Message);
            return;
        }

        document.SetPaths.Add(path);
        if (keys.Length > 1 && Elsewhere.Contains(keys[0]) && document.Root is JsonObject root && !IsInPlace(root, keys))
        {
            document.Settings.Add(new(document, path, value));
            document.MarkOverride(path, source);
            return;
        }

        var (map, inside) = (document.Root as JsonObject, "");
        foreach (var key in keys[..^1])
        {
            if (map is null)
            {
                break;
            }

            inside = inside.Length == 0 ? key : $"{inside}.{key}";
            if (!map.ContainsKey(key))
            {
                map[key] = new JsonObject();
                document.MarkOverride(inside, source);
            }

            map = map[key] as JsonObject;
        }

        if (map is null)
        {
            document.Report(new Mark(source, 0, 0), path, $"'{inside}' is no map in this document; only what the experiment itself says can be set");
            return;
        }

        map[keys[^1]] = value;
        document.MarkOverride(path, source);
    }

    // A members file that stands in place is set like any other map of the document.
    private static bool IsInPlace(JsonObject root, string[] keys) =>
        keys[0] == "members"
            && root["members"] is JsonObject
            && ContractCheck.ContractOf(typeof(MembersFile)).Properties.Any(property => property.Name == keys[1]);
}
