using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace VotingSim.Cli.Tests.Architecture;

/// <summary>Which namespaces name which, read from compiled assemblies.</summary>
internal sealed class Dependencies
{
    private static readonly string[] Tops = ["src", "tests"];

    private readonly Dictionary<(string From, string To), (string Type, string Names)> _arrows;

    /// <summary>Reads the arrows between the namespaces of some assemblies that begin with a prefix.</summary>
    public Dependencies(IEnumerable<System.Reflection.Assembly> assemblies, string prefix)
    {
        var architecture = new ArchLoader().LoadAssemblies([.. assemblies]).Build();
        _arrows = architecture.Types
            .SelectMany(type => type.Dependencies)
            .Where(dependency => dependency.Target is not GenericParameter) // they are taken for one another by name
            .Select(dependency => (From: Of(dependency.Origin), To: Of(dependency.Target), dependency.Origin, dependency.Target))
            .Where(arrow => arrow.From != arrow.To && IsBelow(arrow.From, prefix) && IsBelow(arrow.To, prefix))
            .GroupBy(arrow => (arrow.From, arrow.To))
            .ToDictionary(group => group.Key, group => (Outer(group.First().Origin), Outer(group.First().Target)));
    }

    /// <summary>The arrows that are part of a circle, each with the two namespaces, the two types and the file to look into. Empty where there is no circle.</summary>
    public IReadOnlyList<string> Circles()
    {
        var ahead = _arrows.Keys.ToLookup(arrow => arrow.From, arrow => arrow.To);
        return [.. _arrows.Keys.Where(arrow => Reaches(arrow.To, arrow.From)).Order().Select(Describe)];

        bool Reaches(string from, string to)
        {
            var (seen, next) = (new HashSet<string>([from], StringComparer.Ordinal), new Stack<string>([from]));
            while (next.TryPop(out var at))
            {
                foreach (var other in ahead[at].Where(seen.Add))
                {
                    next.Push(other);
                }
            }

            return seen.Contains(to);
        }
    }

    private string Describe((string From, string To) arrow)
    {
        var (type, names) = _arrows[arrow];
        return $"{arrow.From} -> {arrow.To}: {type} names {names} ({FileOf(type)})";
    }

    private static string Of(IType type) => type.Namespace?.FullName ?? "";

    private static bool IsBelow(string name, string prefix) => name == prefix || name.StartsWith($"{prefix}.", StringComparison.Ordinal);

    // The type in the source that a compiled one stands in: without type parameters, closures and nested types.
    private static string Outer(IType type) => type.FullName[(type.Namespace!.FullName.Length + 1)..].Split('+', '`', '/', '<')[0];

    private static string FileOf(string type) => Tops
        .SelectMany(top => Directory.EnumerateFiles(RepositoryRoot.In(top), $"{type}.*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
        .FirstOrDefault("in a file of another name");
}
