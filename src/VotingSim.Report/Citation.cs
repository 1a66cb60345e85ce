using YamlDotNet.RepresentationModel;

namespace VotingSim.Report;

/// <summary>How to cite the program, from the file that says so.</summary>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Year">Year of the release.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Version of the release.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Address">Where it is found: the repository, else a page; empty while there is none.</param>
internal sealed record Citation(string Authors, string Year, string Title, string Version, string Licence, string Address)
{
    /// <summary>Reads the file that travels inside the program.</summary>
    public static Citation Read()
    {
        using var reader = new StreamReader(typeof(Citation).Assembly.GetManifestResourceStream("CITATION.cff")!);
        return Read(reader);
    }

    /// <summary>Reads a file in the Citation File Format.</summary>
    public static Citation Read(TextReader reader)
    {
        var stream = new YamlStream();
        stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var authors = ((YamlSequenceNode)root["authors"]).Cast<YamlMappingNode>().Select(Name);
        string[] addresses = ["repository-code", "url", "repository-artifact"];
        return new(
            string.Join("; ", authors),
            Text(root, "date-released").Split('-')[0],
            Text(root, "title"),
            Text(root, "version"),
            Text(root, "license"),
            addresses.Where(key => root.Children.ContainsKey(key)).Select(key => Text(root, key)).FirstOrDefault(""));
    }

    /// <summary>The citation in a sentence.</summary>
    /// <param name="version">The version that was run.</param>
    public string Sentence(string version) =>
        $"{Authors} ({Year}). {Title} (version {version}) [Computer software].{(Address.Length > 0 ? $" {Address}." : "")} Licence: {Licence}.";

    /// <summary>The citation as an entry of BibTeX.</summary>
    /// <param name="version">The version that was run.</param>
    /// <param name="note">What else is to be said.</param>
    public string BibTeX(string version, string note) =>
        $"@software{{votingsim,\n  author  = {{{{{Authors}}}}},\n  title   = {{{Title}}},\n  year    = {{{Year}}},\n  version = {{{version}}},\n"
        + (Address.Length > 0 ? $"  url     = {{{Address}}},\n" : "") + $"  note    = {{{note}}}\n}}";

    private static string Name(YamlMappingNode author) => author.Children.ContainsKey("name") ? Text(author, "name")
        : $"{Text(author, "family-names")}, {Text(author, "given-names")}";

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;
}
