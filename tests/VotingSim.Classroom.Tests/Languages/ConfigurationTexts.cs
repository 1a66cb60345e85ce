using VotingSim.Configuration;
using YamlDotNet.RepresentationModel;

namespace VotingSim.Classroom.Tests.Languages;

/// <summary>What the shipped files tell people of members, crises and rules, read by another reader than the product's.</summary>
internal static class ConfigurationTexts
{
    /// <summary>The texts, in the order of the files.</summary>
    public static IEnumerable<string> All => Members().Concat(Rules()).Concat(Crises()).Concat(Categories()).Concat(Experiments());

    private static IEnumerable<string> Members() => Files("members").SelectMany(file => Each(file["members"])).Select(member => Text(member["name"]));

    private static IEnumerable<string> Rules() => Files("rules").Select(file => Text(file["title"]));

    private static IEnumerable<string> Categories() => Files("crises").Select(file => Text(file["category"]));

    // What they ask, which is the beginning of the comment on top of them.
    private static IEnumerable<string> Experiments() =>
        Catalogue.Of(Path.GetTempPath()).Where(entry => entry.Kind is "experiment" or "members").Select(entry => entry.Title);

    private static IEnumerable<string> Crises() => Files("crises").SelectMany(Of);

    private static IEnumerable<string> Of(YamlNode crisis)
    {
        yield return Text(crisis["title"]);
        yield return Text(crisis["question"]);
        yield return Text(crisis["background"]["text"]).Trim();
        foreach (var issue in Each(crisis["issues"]))
        {
            yield return Text(issue["name"]).Replace('-', ' ');
            yield return Text(issue["low"]);
            yield return Text(issue["high"]);
            foreach (var point in Has(issue, "points") ? ((YamlMappingNode)issue["points"]).Children.Values : [])
            {
                yield return Text(point);
            }
        }

        foreach (var power in Has(crisis, "external-powers") ? Each(crisis["external-powers"]) : [])
        {
            yield return Text(power["name"]);
        }
    }

    private static bool Has(YamlNode node, string key) => ((YamlMappingNode)node).Children.ContainsKey(key);

    private static IEnumerable<YamlNode> Each(YamlNode list) => ((YamlSequenceNode)list).Children;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static IEnumerable<YamlNode> Files(string kind)
    {
        foreach (var path in Directory.EnumerateFiles(RepositoryRoot.In("configs", kind), "*.yaml").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            yield return stream.Documents[0].RootNode;
        }
    }
}
