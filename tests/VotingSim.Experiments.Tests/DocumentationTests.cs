using System.Text.Json;
using System.Text.RegularExpressions;
using VotingSim.Experiments.Configuration;
using VotingSim.Experiments.Data;
using VotingSim.Experiments.Results;
using VotingSim.Experiments.Tests.Results;
using VotingSim.Statistics.Survival;

namespace VotingSim.Experiments.Tests;

/// <summary>What is documented is complete.</summary>
public class DocumentationTests(RunFixture runs)
{
    [Fact]
    public void Every_key_of_the_configuration_is_documented()
    {
        var page = Page("configuration.md");
        foreach (var kind in new[] { "experiment", "members", "crisis", "rule" })
        {
            using var schema = JsonDocument.Parse(ConfigurationSchema.Of(kind));
            foreach (var key in Keys(schema.RootElement))
            {
                page.ShouldContain($"| `{key}` |");
            }
        }
    }

    [Fact]
    public void Every_column_of_the_rows_is_in_the_codebook()
    {
        var page = Page("codebook.md");
        foreach (var column in new RunSchema(RunFixture.Plan(replications: 1)).Columns.Select(column => column.Name).Except(["drafting"]))
        {
            page.ShouldContain($"| `{column.Replace("_aid", "_<issue>").Replace("_lead", "_<issue>")}` |");
        }
    }

    [Fact]
    public void Every_field_of_the_survival_document_is_in_the_codebook()
    {
        var (one, other) = (new DurationCounts(), new DurationCounts());
        one.Add(1, decided: true);
        other.Add(2, decided: true);
        using var stream = new MemoryStream();
        SurvivalJson.Write(SurvivalAnalysis.Of(new([("a", one), ("b", other)]), null, Ties.Efron), stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var section = Page("codebook.md").Split("\n## ").Single(part => part.StartsWith("survival --format json", StringComparison.Ordinal));
        foreach (var name in Names(json.RootElement).Distinct())
        {
            Regex.IsMatch(section, "[`{ ]" + name + "[`\\[,} ]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue(name);
        }
    }

    [Fact]
    public async Task Every_field_of_the_summary_is_in_the_codebook()
    {
        var plan = RunFixture.Plan(replications: 60);
        var folder = await runs.RunAsync(plan, new());
        await SummaryFiles.CommitAsync(plan, await SummaryReader.ReadAsync(plan, folder), folder);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary));

        var page = Page("codebook.md");
        var section = page[page.IndexOf("## summary.json", StringComparison.Ordinal)..page.IndexOf("## summary.csv", StringComparison.Ordinal)];
        var measures = new RunSchema(plan).Measures.Select(column => column.Name).Append("drafting");
        var fields = Names(json.RootElement).Distinct().Except(measures).ToArray();
        fields.Length.ShouldBeGreaterThan(50);
        foreach (var field in fields)
        {
            Regex.IsMatch(section, $"[`{{ ]{field}[`,}} ]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue(field);
        }
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "properties", Value.ValueKind: JsonValueKind.Object }
            ? property.Value.EnumerateObject().Select(key => key.Name).Concat(property.Value.EnumerateObject().SelectMany(key => Keys(key.Value)))
            : Keys(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };

    internal static string Page(string name)
    {
        return File.ReadAllText(RepositoryRoot.In("docs", name));
    }
}
