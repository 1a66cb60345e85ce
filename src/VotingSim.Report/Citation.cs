using YamlDotNet.RepresentationModel;

namespace VotingSim.Report;

/// <summary>How to cite the program, from the file that says so.</summary>
internal sealed record Citation(string Authors, string Title, string Version, string Licence)
{
    /// <summary>Reads the file that travels inside the program.</summary>
    public static Citation Read()
    {
        using var reader = new StreamReader(typeof(Citation).Assembly.GetManifestResourceStream("CITATION.cff")!);
        var stream = new YamlStream();
        stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var authors = ((YamlSequenceNode)root["authors"]).Cast<YamlMappingNode>().Select(Name);
        return new(string.Join("; ", authors), Text(root, "title"), Text(root, "version"), Text(root, "license"));
    }

    private static string Name(YamlMappingNode author) => author.Children.ContainsKey("name") ? Text(author, "name")
        : $"{Text(author, "family-names")}, {Text(author, "given-names")}";

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;
}
