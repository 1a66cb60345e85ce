using System.Reflection;
using System.Xml.Linq;

namespace VotingSim.Cli.Tests.Architecture;

/// <summary>Arrows point one way, between projects and between the folders of each: docs/architecture.md.</summary>
public class ArchitectureTests
{
    /// <summary>The rooms, from the ground up: each may refer to those before it.</summary>
    private static readonly string[] Rooms =
    [
        "VotingSim.Core", "VotingSim.Statistics", "VotingSim.Configuration", "VotingSim.Grains", "VotingSim.Experiments",
        "VotingSim.Analysis", "VotingSim.Evidence", "VotingSim.Report", "VotingSim.Classroom", "VotingSim.Cli",
    ];

    /// <summary>What other programs use as packages.</summary>
    private static readonly string[] Packed = ["VotingSim.Core", "VotingSim.Statistics", "VotingSim.Configuration"];

    /// <summary>Every project in src and the projects that it refers to.</summary>
    private static readonly Dictionary<string, string[]> References =
        Directory.GetFiles(RepositoryRoot.In("src"), "*.csproj", SearchOption.AllDirectories).ToDictionary(NameOf, ReferencesOf);

    private static readonly Dependencies Arrows = new(Rooms.Select(AssemblyOf), "VotingSim");

    [Fact]
    public void No_namespaces_name_one_another_in_a_circle() => Arrows.Circles().ShouldBeEmpty();

    [Fact]
    public void A_planted_circle_is_found_with_both_names_and_the_file()
    {
        var circles = new Dependencies([typeof(ArchitectureTests).Assembly], "VotingSim.Cli.Tests.Architecture.Planted").Circles();
        circles.Count.ShouldBe(2);
        circles[0].ShouldBe(
            "VotingSim.Cli.Tests.Architecture.Planted.First -> VotingSim.Cli.Tests.Architecture.Planted.Second: There names AndBack "
            + $"({Path.Combine("tests", "VotingSim.Cli.Tests", "Architecture", "Planted", "There.cs")})");
    }

    [Fact]
    public void The_core_refers_to_nothing_but_the_framework() =>
        AssemblyOf("VotingSim.Core").GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Projects_refer_only_to_those_below_them()
    {
        References.Keys.Order(StringComparer.Ordinal).ShouldBe(Rooms.Order(StringComparer.Ordinal));
        foreach (var (project, references) in References)
        {
            references.ShouldBeSubsetOf(Rooms.TakeWhile(room => room != project), $"{project} refers upwards.");
        }
    }

    [Fact]
    public void Statistics_know_of_no_configuration_grain_or_experiment() =>
        References["VotingSim.Statistics"].ShouldHaveSingleItem().ShouldBe("VotingSim.Core");

    [Fact]
    public void Every_project_has_its_tests() =>
        Rooms.Where(project => !File.Exists(RepositoryRoot.In("tests", $"{project}.Tests", $"{project}.Tests.csproj"))).ShouldBeEmpty();

    [Fact]
    public void Every_public_type_of_what_is_packed_has_a_summary()
    {
        foreach (var assembly in Packed.Select(AssemblyOf))
        {
            var summaries = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
                .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value.Trim());
            foreach (var type in assembly.GetExportedTypes())
            {
                summaries.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}").ShouldNotBeNullOrEmpty($"{type} has no summary.");
            }
        }
    }

    // The command's assembly is named after the command.
    private static Assembly AssemblyOf(string room) => Assembly.Load(room == "VotingSim.Cli" ? "votingsim" : room);

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));

    private static string[] ReferencesOf(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value))];
}
