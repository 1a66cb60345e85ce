using VotingSim.Deliberation;

namespace VotingSim.Configuration.Tests;

public class EngineInTenLinesTests(SiloFixture silo)
{
    [Fact]
    public async Task It_deliberates_as_the_grains_do()
    {
        var terms = TermsReader.Read("asean-10", "myanmar-2021", "asean-qmv");

        var alone = EngineInTenLines.Deliberate();
        var grains = (await silo.DeliberateAsync(terms, replications: 1000)).Single();

        foreach (var column in typeof(CohortResult).GetProperties().Where(property => property.PropertyType.IsArray))
        {
            column.GetValue(alone).ShouldBe(column.GetValue(grains), column.Name);
        }
    }

    [Fact]
    public void A_rule_and_a_share_need_no_deliberation()
    {
        EngineInTenLines.Adopts().ShouldBeTrue();
        EngineInTenLines.Share().Value.ShouldBe(0.7);
    }

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("src/VotingSim.Configuration/README.md")]
    [InlineData("src/VotingSim.Core/README.md")]
    [InlineData("src/VotingSim.Statistics/README.md")]
    public void Pages_show_them_as_they_are_compiled(string page)
    {
        var source = File.ReadAllText(RepositoryRoot.In("tests", "VotingSim.Configuration.Tests", "EngineInTenLines.cs"));
        var compiled = source.Split("// <example>\n").Skip(1).Select(text => Code(text.Split("// </example>")[0])).ToArray();
        var shown = File.ReadAllText(RepositoryRoot.In(page.Split('/'))).Split("```csharp\n").Skip(1).Select(text => Code(text.Split("```")[0])).ToArray();

        shown.ShouldNotBeEmpty();
        shown.ShouldBeSubsetOf(compiled);
        compiled.Max(Lines).ShouldBeLessThanOrEqualTo(10);

        static string Code(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

        static int Lines(string example) => example.Split('\n').Count(line => line.Length > 1); // braces stand alone
    }

    [Fact]
    public void Every_problem_of_the_three_files_is_found_at_once() =>
        Should.Throw<ConfigurationException>(() => TermsReader.Read("asean-1", "myanmar", "consensu")).Problems.Count.ShouldBe(3);
}
