namespace VotingSim.Configuration;

/// <summary>Something that can be chosen by name: what ships, and the user's own files in a folder.</summary>
/// <param name="Kind">experiment, members, crisis, rule, uncertainty, structure or claim.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Reference">What a configuration refers to it by: the name of what ships, or the path of a file.</param>
public sealed record CatalogueEntry(string Kind, string Name, string Title, string Reference);

/// <summary>What there is to choose from.</summary>
public static class Catalogue
{
    private const int MostFiles = 1000;

    /// <summary>All entries: experiments, members, crises, rules, uncertainties, structures, claims, each in the order of names. A file goes before
    /// what ships by the same name.</summary>
    /// <param name="folder">A folder with the folders <c>experiments</c>, <c>members</c>, <c>crises</c>, <c>rules</c>,
    /// <c>uncertainty</c>, <c>structures</c> and <c>claims</c>; it need not exist.</param>
    public static IReadOnlyList<CatalogueEntry> Of(string folder)
    {
        var entries = Shipped.Files.ToDictionary(
            file => (file.Kind, file.Name), file => new CatalogueEntry(file.Kind, file.Name, file.Title, file.Name));
        foreach (var kind in ConfigurationKind.All)
        {
            foreach (var path in FilesIn(Path.Combine(folder, kind.Folder)))
            {
                var name = Path.GetFileNameWithoutExtension(path);
                entries[(kind.Key, name)] = new(kind.Key, name, TitleOf(path), path);
            }
        }

        return [.. entries.Values.OrderBy(entry => Order(entry.Kind)).ThenBy(entry => entry.Name, StringComparer.Ordinal)];
    }

    private static int Order(string kind) => Array.IndexOf(["experiment", "members", "crisis", "rule", "uncertainty", "structure", "claim"], kind);

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Take(MostFiles) : [];

    private static string TitleOf(string path)
    {
        try
        {
            return Shipped.TitleOf(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Path.GetFileNameWithoutExtension(path); // whoever chooses it is told what is wrong with it
        }
    }
}
