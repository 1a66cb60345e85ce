using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace VotingSim.Cli.Tests.Architecture;

/// <summary>Which namespaces name which, read from compiled assemblies.</summary>
internal sealed class Dependencies
{
    private readonly Dictionary<(string From, string To), (string Type, string Names)> _arrows;

    /// <summary>Reads the arrows between the namespaces of some assemblies that begin with a prefix.</summary>
    public Dependencies(IEnumerable<System.Reflection.Assembly> assemblies, string prefix)
    {
        var architecture = new ArchLoader().LoadAssemblies([.. assemblies]).Build();
        _arrows = architecture.Types
            .SelectMany(type => type.Dependencies)
            .Select(dependency => (From: Of(dependency.Origin), To: Of(dependency.Target), dependency.Origin, dependency.Target))
            .Where(arrow => arrow.From != arrow.To && IsBelow(arrow.From, prefix) && IsBelow(arrow.To, prefix))
            .GroupBy(arrow => (arrow.From, arrow.To))
            .ToDictionary(group => group.Key, group => (Outer(group.First().Origin), Outer(group.First().Target)));
    }

    /// <summary>The arrows that are part of a circle, each with the two namespaces, the two types and the file to look into. Empty where there is no circle.</summary>
    public IReadOnlyList<string> Circles()
    {
        var left = _arrows.Keys.ToHashSet();
        while (left.FirstOrDefault(arrow => left.All(other => other.From != arrow.To) || left.All(other => other.To != arrow.From)) is { From: not null } loose)
        {
            left.Remove(loose);
        }

        return [.. left.OrderBy(arrow => arrow.From, StringComparer.Ordinal).ThenBy(arrow => arrow.To, StringComparer.Ordinal).Select(Describe)];
    }

    /// <summary>The arrows that a predicate forbids, described likewise.</summary>
    public IReadOnlyList<string> Where(Func<string, string, bool> forbidden) =>
        [.. _arrows.Keys.Where(arrow => forbidden(arrow.From, arrow.To)).Select(Describe)];

    private string Describe((string From, string To) arrow)
    {
        var (type, names) = _arrows[arrow];
        return $"{arrow.From} -> {arrow.To}: {type} names {names} ({FileOf(type)})";
    }

    private static string Of(IType type) => type.Namespace?.FullName ?? "";

    private static bool IsBelow(string name, string prefix) => name == prefix || name.StartsWith($"{prefix}.", StringComparison.Ordinal);

    // The type in the source that a compiled one stands in: without type parameters, closures and nested types.
    private static string Outer(IType type) => type.FullName[(type.Namespace!.FullName.Length + 1)..].Split('+', '`', '/', '<')[0];

    private static string FileOf(string type) => new[] { "src", "tests" }
        .SelectMany(top => Directory.EnumerateFiles(RepositoryRoot.In(top), $"{type}.*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
        .FirstOrDefault("in a file of another name");
}
