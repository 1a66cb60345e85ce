using System.Reflection;
using System.Text.RegularExpressions;

namespace VotingSim.Cli.Tests.Architecture;

/// <summary>docs/architecture.md is about this house: what it names is there, and what is there it names.</summary>
public partial class ArchitecturePageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.In("docs", "architecture.md"));

    [Fact]
    public void Every_path_on_the_page_exists()
    {
        var paths = InCode().Where(text => text.Contains('/', StringComparison.Ordinal)).ToArray();

        paths.Length.ShouldBeGreaterThan(40);
        paths.Where(path => !Path.Exists(RepositoryRoot.In(path.Split('/')))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_on_the_page() =>
        Directory.GetDirectories(RepositoryRoot.In("src")).Select(Path.GetFileName)
            .ShouldAllBe(project => Page.Contains($"`src/{project}`"));

    [Fact]
    public void Every_word_of_the_glossary_is_a_type()
    {
        var types = Directory.GetFiles(AppContext.BaseDirectory, "VotingSim.*.dll").Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var glossary = Page.Split("## Words")[1].Split("\n## ")[0];
        string[] words = [.. Code().Matches(glossary).Select(match => match.Groups["text"].Value)];

        words.Length.ShouldBeGreaterThan(30);
        words.Where(word => !types.Contains(word)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_addition_names_files_an_example_and_a_test()
    {
        var rows = Page.Split("## Where to add what")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| a", StringComparison.Ordinal)).ToArray();

        rows.Length.ShouldBeGreaterThanOrEqualTo(10);
        rows.ShouldAllBe(row => row.Split('|', StringSplitOptions.RemoveEmptyEntries).Length == 4 && row.Contains("`tests/"));
    }

    private static IEnumerable<string> InCode() => Code().Matches(Page).Select(match => match.Groups["text"].Value);

    [GeneratedRegex("`(?<text>[A-Za-z0-9./_-]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
