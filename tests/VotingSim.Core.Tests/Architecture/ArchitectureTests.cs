using System.Xml.Linq;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Architecture;

/// <summary>Arrows point one way: Cli -> Classroom -> Experiments -> Grains, Statistics -> Core. Why the classroom stands on the experiments: docs/decisions/0005-classroom-on-experiments.md.</summary>
public class ArchitectureTests
{
    private const string Anything = "*";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["VotingSim.Core"] = [],
        ["VotingSim.Statistics"] = ["VotingSim.Core"],
        ["VotingSim.Grains"] = ["VotingSim.Core"],
        ["VotingSim.Experiments"] = ["VotingSim.Grains", "VotingSim.Statistics", "VotingSim.Core"],
        ["VotingSim.Classroom"] = ["VotingSim.Experiments", "VotingSim.Grains", "VotingSim.Statistics", "VotingSim.Core"],
        ["VotingSim.Cli"] = [Anything],
    };

    /// <summary>Every project in src and the projects that it refers to.</summary>
    private static readonly Dictionary<string, string[]> References = Directory.GetFiles(RepositoryRoot.In("src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(NameOf, project => XDocument.Load(project).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value)).ToArray());

    [Fact]
    public void The_core_refers_to_nothing_but_the_framework() =>
        typeof(DecisionRule).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Projects_refer_only_to_those_below_them()
    {
        References.Keys.ShouldContain("VotingSim.Core");
        foreach (var (project, references) in References)
        {
            Allowed.Keys.ShouldContain(project);
            references.Where(reference => !Allowed[project].Contains(Anything) && !Allowed[project].Contains(reference)).ShouldBeEmpty($"{project} refers upwards.");
        }
    }

    [Fact]
    public void Projects_do_not_refer_to_one_another_in_a_circle()
    {
        var left = new Dictionary<string, string[]>(References, StringComparer.Ordinal);
        while (left.FirstOrDefault(project => !project.Value.Any(left.ContainsKey)) is { Key: { } leaf })
        {
            left.Remove(leaf);
        }

        left.Keys.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_tests() =>
        References.Keys.Where(project => !File.Exists(RepositoryRoot.In("tests", $"{project}.Tests", $"{project}.Tests.csproj"))).ShouldBeEmpty();

    [Fact]
    public void Every_public_type_of_the_core_has_a_summary()
    {
        var assembly = typeof(DecisionRule).Assembly;
        var summaries = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value.Trim());

        foreach (var type in assembly.GetExportedTypes())
        {
            summaries.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}").ShouldNotBeNullOrEmpty($"{type} has no summary.");
        }
    }

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));
}
