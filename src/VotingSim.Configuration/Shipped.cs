using System.Collections.Immutable;
using System.Reflection;

namespace VotingSim.Configuration;

/// <summary>A configuration file that travels inside the program.</summary>
/// <param name="Kind">experiment, members, crisis, rule, uncertainty, structure or claim.</param>
/// <param name="Name">Its name, as it is referred to.</param>
/// <param name="Title">What it is, in a line.</param>
public sealed record ShippedFile(string Kind, string Name, string Title);

/// <summary>A case that travels inside the program.</summary>
/// <param name="Set">The set that it belongs to, by which all of it are referred to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is, in a line.</param>
public sealed record ShippedCase(string Set, string Name, string Title);

/// <summary>What ships inside the program.</summary>
public static class Shipped
{
    private static readonly Assembly Assembly = typeof(Shipped).Assembly;

    // A recursive pattern writes resource names with the separators of the machine that builds.
    private static readonly Lazy<ImmutableSortedDictionary<string, string>> Resources = new(() => Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("configs", StringComparison.Ordinal))
        .ToImmutableSortedDictionary(name => name.Replace('\\', '/'), name => name, StringComparer.Ordinal));

    /// <summary>All files: experiments, members, crises, rules, uncertainties, structures, claims, each in the order of names.</summary>
    public static IReadOnlyList<ShippedFile> Files =>
    [
        .. new[]
        {
            ConfigurationKind.Experiment,
            ConfigurationKind.Members,
            ConfigurationKind.Crisis,
            ConfigurationKind.Rule,
            ConfigurationKind.Uncertainty,
            ConfigurationKind.Structure,
            ConfigurationKind.Claim,
        }
            .SelectMany(kind => NamesOf(kind).Select(name => new ShippedFile(kind.Key, name, TitleOf(Text(kind.Key, name))))),
    ];

    /// <summary>The cases, in the order of sets and names.</summary>
    public static IReadOnlyList<ShippedCase> Cases =>
    [
        .. Paths.Where(path => path.StartsWith(CaseFolder, StringComparison.Ordinal))
            .Select(path => new ShippedCase(path.Split('/')[2], Path.GetFileNameWithoutExtension(path), TitleOf(Text(path)))),
    ];

    internal static string CaseFolder => "configs/cases/";

    internal static IEnumerable<string> Paths => Resources.Value.Keys;

    /// <summary>The text of a file.</summary>
    /// <param name="kind">experiment, members, crisis, rule, uncertainty, structure or claim.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Text(string kind, string name)
    {
        var path = ConfigurationKind.All.FirstOrDefault(candidate => candidate.Key == kind) is { } known ? PathOf(known, name) : "";
        if (!Has(path))
        {
            throw new ArgumentException($"No {kind} of the name '{name}' ships.", nameof(name));
        }

        return Text(path);
    }

    internal static bool Has(string path) => Resources.Value.ContainsKey(path);

    internal static Stream Open(string path) => Assembly.GetManifestResourceStream(Resources.Value[path])!;

    internal static string PathOf(ConfigurationKind kind, string name) => $"configs/{kind.Folder}/{name}.yaml";

    internal static IEnumerable<string> NamesOf(ConfigurationKind kind) => Paths
        .Where(path => path.StartsWith($"configs/{kind.Folder}/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path));

    private static string Text(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    /// <summary>The key <c>title</c> at the first level, or the first sentence of the comment at the top.</summary>
    internal static string TitleOf(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        if (lines.FirstOrDefault(line => line.StartsWith("title: ", StringComparison.Ordinal)) is { } title)
        {
            return title["title: ".Length..].Trim('"', '\'');
        }

        var comment = string.Join(' ', lines.TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line[2..]));
        var ends = new[] { comment.IndexOf(". ", StringComparison.Ordinal), comment.IndexOf("? ", StringComparison.Ordinal) }.Where(end => end >= 0);
        return ends.Any() ? comment[..(ends.Min() + 1)] : comment;
    }
}
