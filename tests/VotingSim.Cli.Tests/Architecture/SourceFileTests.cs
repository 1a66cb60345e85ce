namespace VotingSim.Cli.Tests.Architecture;

/// <summary>Files that two windows side by side can show, each with one subject.</summary>
public class SourceFileTests
{
    private const int LongestLine = 150;
    private const int LongestFile = 350;

    /// <summary>Written by hand, not made by the compiler.</summary>
    private static readonly (string Path, string[] Lines)[] Files =
    [
        .. new[] { "src", "tests" }.SelectMany(top => Directory.EnumerateFiles(RepositoryRoot.In(top), "*.*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .Select(file => (Path.GetRelativePath(RepositoryRoot.Path, file), File.ReadAllLines(file))),
    ];

    [Fact]
    public void No_line_in_src_is_longer_than_half_a_screen() => Files
        .Where(file => file.Path.StartsWith("src", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(file => file.Lines.Select((line, index) => (Place: $"{file.Path}:{index + 1}", line.Length)))
        .Where(line => line.Length > LongestLine).Select(line => $"{line.Place} has {line.Length} characters").ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_a_sitting() => Files
        .Where(file => file.Lines.Length > LongestFile).Select(file => $"{file.Path} has {file.Lines.Length} lines").ShouldBeEmpty();
}
