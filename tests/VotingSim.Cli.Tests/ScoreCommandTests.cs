using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VotingSim.Cli.Tests;

/// <summary>The command on the decisions that ship, in few worlds.</summary>
public class ScoreCommandTests
{
    private static readonly string[] Short = ["score", "asean", "--worlds", "40", "--no-progress"];

    [Fact]
    public async Task Json_has_the_figures_known_of_the_record_and_every_field_is_in_the_codebook()
    {
        using var command = new Command();

        var outcome = await command.RunAsync([.. Short, "--format", "json"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        using var document = JsonDocument.Parse(outcome.Output);
        var root = document.RootElement;
        root.GetProperty("cases").GetProperty("cases").GetInt32().ShouldBe(19);
        root.GetProperty("cases").GetProperty("outcomes").GetInt32().ShouldBe(17);
        root.GetProperty("cases").GetProperty("blind").GetInt32().ShouldBe(0);
        Score("outcome_error", "plain-mean").ShouldBe(6.826, 0.001);
        Score("outcome_error", "status-quo").ShouldBe(40.588, 0.001);
        Score("time_error", "geometric-class").ShouldBe(0.377, 0.001);
        root.GetProperty("models_compared").GetInt32().ShouldBe(root.GetProperty("models").GetArrayLength());
        root.GetProperty("predictions").GetArrayLength().ShouldBe(19 * root.GetProperty("models").GetArrayLength());

        var section = await SectionAsync();
        foreach (var field in Fields(root).Distinct())
        {
            Regex.IsMatch(section, "[`{ ]" + field + "[`\\[,} ]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue(field);
        }

        double Score(string measure, string model) => root.GetProperty("scores").EnumerateArray()
            .Single(line => line.GetProperty("measure").GetString() == measure && line.GetProperty("model").GetString() == model)
            .GetProperty("score").GetProperty("value").GetDouble();
    }

    [Fact]
    public async Task Csv_has_a_row_for_each_case_and_model_and_comes_out_alike_twice()
    {
        using var command = new Command();

        var first = await command.RunAsync([.. Short, "--format", "csv", "--seed", "7"]);
        var second = await command.RunAsync([.. Short, "--format", "csv", "--seed", "7"]);

        (first.ExitCode, first.Error).ShouldBe((0, ""));
        second.Output.ShouldBe(first.Output);
        var rows = first.Output.TrimEnd('\n').Split('\n');
        var columns = rows[0].Split(',');
        columns[..7].ShouldBe(["case", "issue", "cluster", "class", "rule", "model", "kind"]);
        rows.Length.ShouldBe(1 + (19 * 20)); // one model and nineteen baselines
        rows[1..].ShouldAllBe(row => row.Split(',').Length == columns.Length);
        var section = await SectionAsync();
        columns.ShouldAllBe(column => section.Contains($"`{column}`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_table_says_first_what_was_scored_and_then_how_the_model_did_in_a_hundred_columns()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(Short);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        var lines = outcome.Output.Split('\n');
        lines[0].ShouldBe("19 cases in 19 clusters: 17 texts, 19 times (2 undecided), 16 endings (1 by vote).");
        lines[1].ShouldStartWith("None was coded blind to the outcome");
        lines.SkipWhile(line => line.Length > 0).Skip(1).First().ShouldStartWith("asean foretells ");
        lines.ShouldAllBe(line => line.Length <= 100);
        outcome.Output.ShouldNotContain("…");
        foreach (var word in new[] { "strongest", "worse", "no different", "plain mean", "lottery over positions", "20 models and baselines compared" })
        {
            outcome.Output.ShouldContain(word);
        }
    }

    [Fact]
    public async Task The_report_is_a_page_whose_figures_are_there_and_the_same_bytes_twice()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("short.yaml"), "structure: short\ndeliberation: { patience-days: 0 }\n");

        var outcome = await command.RunAsync([.. Short, "--structure", "asean", "--structure", "short.yaml", "--out", "one"]);
        await command.RunAsync([.. Short, "--structure", "asean", "--structure", "short.yaml", "--out", "two"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        var files = Directory.EnumerateFiles(command.In("one"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(command.In("one"), file)).ToArray();
        foreach (var file in files)
        {
            (await File.ReadAllBytesAsync(command.In("two", file))).ShouldBe(await File.ReadAllBytesAsync(command.In("one", file)), file);
        }

        var page = XDocument.Parse((await File.ReadAllTextAsync(command.In("one", "score.html"))).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var links = page.Descendants().Attributes("href").Select(link => link.Value).Where(link => link.StartsWith("figures/", StringComparison.Ordinal)).ToArray();
        links.Length.ShouldBe(3 * 9); // scores of texts and times; texts, times and calibration of either structure; coverage
        links.Where(link => !File.Exists(command.In("one", link))).ShouldBeEmpty();
        page.Descendants().Attributes("id").Select(id => id.Value).ShouldBeUnique();

        var section = await SectionAsync();
        foreach (var name in files.Where(file => file.StartsWith("figures", StringComparison.Ordinal) && file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var kind = Path.GetFileNameWithoutExtension(name).Replace("-asean", "-<structure>", StringComparison.Ordinal).Replace("-short", "-<structure>", StringComparison.Ordinal);
            var columns = (await File.ReadAllLinesAsync(command.In("one", name)))[0].Replace(",", ", ", StringComparison.Ordinal);
            section.ShouldContain($"| `{kind}` | `{columns}` |");
        }
    }

    [Theory]
    [InlineData("no-such-set", "there is no such file, folder or set of cases")]
    [InlineData("asean --structure no-such-structure", "no-such-structure")]
    [InlineData("asean --worlds 0", "--worlds is 0; expected 1 to 1000000.")]
    [InlineData("asean asean", "charter-2007")]
    public async Task What_is_not_there_is_said_and_nothing_is_written(string line, string expected)
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["score", .. line.Split(' '), "--out", "out"]);

        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Error.ShouldContain(expected);
        outcome.Output.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(command.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_where_the_report_is_to_be_is_left_alone()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("taken"), "mine");

        var outcome = await command.RunAsync([.. Short, "--out", "taken"]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("--out is 'taken', a file; expected a folder");
        (await File.ReadAllTextAsync(command.In("taken"))).ShouldBe("mine");
    }

    private static async Task<string> SectionAsync()
    {
        var page = await File.ReadAllTextAsync(RepositoryRoot.In("docs", "codebook.md"));
        return page.Split("\n## ").Single(part => part.StartsWith("score\n", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Fields(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Fields(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Fields),
        _ => [],
    };
}
