using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using VotingSim.Analysis.Data;
using VotingSim.Analysis.Data.Documents;
using VotingSim.Analysis.Documents;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Tests;

/// <summary>What is documented is complete.</summary>
public class DocumentationTests(RunFixture runs)
{
    [Fact]
    public void Every_key_of_the_configuration_is_documented()
    {
        var page = Page("configuration.md");
        foreach (var kind in new[] { "experiment", "members", "crisis", "rule", "uncertainty", "structure", "claim" })
        {
            using var schema = JsonDocument.Parse(ConfigurationSchema.Of(kind));
            foreach (var key in Keys(schema.RootElement))
            {
                page.ShouldContain($"| `{key}` |");
            }
        }
    }

    [Fact]
    public async Task Every_column_of_rows_and_traces_is_in_the_codebook_with_the_type_that_it_has_in_the_file()
    {
        var folder = await runs.RunAsync(RunFixture.Plan(replications: 3), new() { Traced = 1 });
        foreach (var (files, title) in new[] { (folder.Runs, "runs"), (folder.Traces, "traces") })
        {
            var section = Section(title);
            await using var rows = await ParquetRows.OpenAsync(Directory.EnumerateFiles(files).First());
            rows.Schema.DataFields.Length.ShouldBeGreaterThan(10);
            foreach (var field in rows.Schema.DataFields.Where(field => field.Name != "drafting"))
            {
                var type = TypeOf(field.ClrType);
                section.ShouldContain($"| `{field.Name.Replace("_aid", "_<issue>").Replace("_lead", "_<issue>")}` | {type} |");
            }
        }
    }

    [Fact]
    public async Task Every_column_of_matters_and_years_is_in_the_codebook_with_the_type_that_it_has_in_the_file()
    {
        var (_, folder) = await CampaignRuns.RunAsync(runs, "replications=3");
        foreach (var (files, title) in new[] { (folder.Runs, "runs"), (folder.Years, "years") })
        {
            await using var rows = await ParquetRows.OpenAsync(Directory.EnumerateFiles(files).First());
            foreach (var field in rows.Schema.DataFields.Where(field => !field.Name.Contains('.', StringComparison.Ordinal)))
            {
                Section(title).ShouldContain($"| `{Regex.Replace(field.Name.Replace("_budget", "_<issue>", StringComparison.Ordinal), "^goodwill_[A-Z]{3}$", "goodwill_<code>", RegexOptions.None, TimeSpan.FromSeconds(1))}` | {TypeOf(field.ClrType)} |");
            }
        }
    }

    [Theory]
    [InlineData("summary.json")]
    [InlineData("summary.json of campaigns")]
    [InlineData("survival --format json")]
    public void The_codebook_has_every_field_of_a_document_and_no_other(string document)
    {
        var section = Section(document);
        var fields = FieldsOf(document);
        fields.Count.ShouldBeGreaterThan(25);
        foreach (var field in fields)
        {
            Regex.IsMatch(section, "[`{ ]" + field + "[`\\[,} ]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue(field);
        }

        // What stands in code type in the first column of a table, but for the measures, which are the columns of the runs.
        var documented = section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| every measure", StringComparison.Ordinal))
            .SelectMany(line => Regex.Matches(line.Split('|')[1], "`(?<code>[^`]+)`", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .SelectMany(code => Regex.Matches(code.Groups["code"].Value, "[a-z0-9_]+", RegexOptions.None, TimeSpan.FromSeconds(1)), (_, word) => word.Value);
        documented.Except(fields).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_written_summary_has_the_fields_of_its_contract_and_the_measures()
    {
        var plan = RunFixture.Plan(replications: 60);
        var folder = await runs.RunAsync(plan, new());
        await SummaryFiles.CommitAsync(plan, await SummaryReader.ReadAsync(plan, folder), folder);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary));

        var measures = new RunSchema(plan).Measures.Select(column => column.Name).ToArray();
        json.RootElement.GetProperty("arms")[0].EnumerateObject().Select(field => field.Name).ShouldBe(
            ["arm", "crisis", "rule", "parameters", "replications", "decided_share", "consent_share", "vote_share", "failed_share", "open_share", "days", "median_days", "rmst_days", "rounds", .. measures, "survival", "rounds_counts", "members", "agreement"]);
        Names(json.RootElement).Except(measures).Except(plan.Parameters).Except(FieldsOf("summary.json")).ShouldBeEmpty();
    }

    [Fact]
    public void A_written_survival_document_has_the_fields_of_its_contract()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "days,decided,rule\n1,1,a\n2,1,b\n");
        var data = SurvivalData.Read(path, new() { Time = "days", Event = "decided", Group = "rule" });
        File.Delete(path);
        using var stream = new MemoryStream();
        SurvivalJson.Write(SurvivalAnalysis.Of(data, null, Ties.Efron), stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        Names(json.RootElement).Distinct().ShouldBe(FieldsOf("survival --format json"), ignoreOrder: true);
    }

    private static string TypeOf(Type column) => Type.GetTypeCode(column) switch
    {
        TypeCode.Boolean => "boolean",
        TypeCode.Int32 => "int32",
        TypeCode.Int64 => "int64",
        TypeCode.Double => "double",
        _ => "string",
    };

    private static HashSet<string> FieldsOf(string document)
    {
        var (contract, root) = document switch
        {
            "summary.json" => ((JsonSerializerContext)LineContext.Default, typeof(SummaryDocument)),
            "summary.json of campaigns" => (CampaignContext.Default, typeof(CampaignDocument)),
            _ => (SurvivalContext.Default, typeof(SurvivalDocument)),
        };
        var (fields, seen) = (new HashSet<string>(), new HashSet<Type>());
        Add(root);
        return fields;

        void Add(Type type)
        {
            if (!seen.Add(type) || contract.GetTypeInfo(type) is not { } info)
            {
                return;
            }

            if (info.ElementType is { } element)
            {
                Add(element);
            }

            foreach (var property in info.Properties)
            {
                // The entries of a map that stands beside the other fields are no fields of the contract.
                if (!property.AttributeProvider!.IsDefined(typeof(BesideAttribute), inherit: false))
                {
                    fields.Add(property.Name);
                }

                Add(property.PropertyType);
            }
        }
    }

    private static string Section(string title) =>
        Page("codebook.md").Split("\n## ").Where(part => part.StartsWith(title + "\n", StringComparison.Ordinal)).ShouldHaveSingleItem();

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
