using System.Globalization;
using System.Text.Json;

namespace VotingSim.Cli.Tests;

public class OtherCommandsTests
{
    private static readonly string Myanmar = RepositoryRoot.Experiment("myanmar-consensus-or-qmv");

    [Fact]
    public async Task Replay_prints_the_very_ballots_and_numbers_of_the_stored_row()
    {
        using var command = new Command();
        await command.RunAsync(["run", Myanmar, "--replications", "60", "--out", "out", "--csv", "--cohort-size", "7", "--no-report"]);
        var lines = await File.ReadAllLinesAsync(command.In("out", "runs.csv"));
        var header = lines[0].Split(',');
        foreach (var line in new[] { lines[1], lines[60], lines[100], lines[150], lines[240] })
        {
            var row = header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);

            var outcome = await command.RunAsync(["replay", "out", "--arm", row["arm"], "--replication", row["replication"], "--format", "json"]);

            outcome.Error.ShouldBeEmpty();
            using var replay = JsonDocument.Parse(outcome.Output);
            foreach (var (name, value) in row)
            {
                Text(replay.RootElement.GetProperty("row").GetProperty(name)).ShouldBe(value, name);
            }

            var rounds = replay.RootElement.GetProperty("rounds").EnumerateArray().ToArray();
            rounds.Length.ShouldBe(int.Parse(row["rounds"], CultureInfo.InvariantCulture));
            string.Concat(rounds[^1].GetProperty("members").EnumerateArray().Select(member => member.GetProperty("ballot").GetString())).ShouldBe(row["ballots"]);
            rounds[^1].GetProperty("adopted").GetBoolean().ShouldBe(row["decided"] == "true");
        }

        static string Text(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetRawText(),
            _ => value.GetString()!,
        };
    }

    [Fact]
    public async Task Replay_and_export_say_what_there_is_where_something_is_not()
    {
        using var command = new Command();
        await command.RunAsync(["run", Myanmar, "--replications", "5", "--out", "out", "--no-report"]);

        var arm = await command.RunAsync(["replay", "out", "--arm", "nobody", "--replication", "0"]);
        (arm.ExitCode, arm.Error.Contains("myanmar-2021.consensus", StringComparison.Ordinal)).ShouldBe((2, true));
        var replication = await command.RunAsync(["replay", "out", "--arm", "myanmar-2021.consensus", "--replication", "5"]);
        (replication.ExitCode, replication.Error.Contains("0 to 4", StringComparison.Ordinal)).ShouldBe((2, true));
        var folder = await command.RunAsync(["export", "nowhere", "--to", "csv"]);
        (folder.ExitCode, folder.Error.Contains("manifest.json", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    [Fact]
    public async Task Export_writes_the_same_rows_in_other_formats()
    {
        using var command = new Command();
        await command.RunAsync(["run", Myanmar, "--replications", "5", "--out", "out", "--csv", "--no-report"]);

        (await command.RunAsync(["export", "out", "--to", "csv", "--out", "rows.csv"])).ExitCode.ShouldBe(0);
        (await command.RunAsync(["export", "out", "--to", "parquet"])).ExitCode.ShouldBe(0);
        (await command.RunAsync(["export", "out", "--to", "duckdb"])).ExitCode.ShouldBe(0);

        (await File.ReadAllTextAsync(command.In("rows.csv"))).ShouldBe(await File.ReadAllTextAsync(command.In("out", "runs.csv")));
        new FileInfo(command.In("out", "runs.parquet")).Length.ShouldBeGreaterThan(1000);
        (await File.ReadAllTextAsync(command.In("out", "runs.duckdb.sql"))).ShouldContain("read_parquet");
    }

    [Fact]
    public async Task A_new_experiment_is_valid_and_runs()
    {
        using var command = new Command();

        (await command.RunAsync(["new", "my-question"])).ExitCode.ShouldBe(0);
        (await command.RunAsync(["validate", "my-question.yaml"])).ExitCode.ShouldBe(0);
        (await command.RunAsync(["run", "my-question.yaml", "--replications", "20"])).ExitCode.ShouldBe(0);
        (await command.RunAsync(["new", "my-question"])).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task List_names_everything_that_is_shipped_and_schema_writes_every_kind()
    {
        using var command = new Command();

        var list = await command.RunAsync(["list"]);
        list.ExitCode.ShouldBe(0);
        foreach (var file in Directory.GetFiles(RepositoryRoot.In("configs"), "*.yaml", SearchOption.AllDirectories))
        {
            list.Output.ShouldContain(Path.GetFileNameWithoutExtension(file));
        }

        list.Output.ShouldContain("cases asean\n");
        list.Output.ShouldContain("  rcep                     Regional Comprehensive Economic Partnership");
        list.Output.ShouldContain("structure\n");

        foreach (var kind in new[] { "experiment", "members", "crisis", "rule", "uncertainty", "structure" })
        {
            var schema = await command.RunAsync(["schema", kind]);
            schema.ExitCode.ShouldBe(0);
            using var document = JsonDocument.Parse(schema.Output);
            document.RootElement.GetProperty("$schema").GetString().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        }
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "no-such-file.yaml")]
    [InlineData("run", "myanmar-consensus-or-qmv", "--replications", "many")]
    [InlineData("run", "myanmar-consensus-or-qmv", "--replications", "0")]
    [InlineData("run", "myanmar-consensus-or-qmv", "--cohort-size", "0")]
    [InlineData("run", "myanmar-consensus-or-qmv", "--no-such-option")]
    [InlineData("run", "myanmar-consensus-or-qmv", "--set", "deliberation.ballot-nois=1")]
    [InlineData("run", "myanmar-consensus-or-qmv", "--resume")]
    [InlineData("no-such-command")]
    [InlineData("schema", "no-such-kind")]
    [InlineData("new", "...")]
    [InlineData("validate", "no-such-file.yaml")]
    public async Task Bad_usage_ends_with_two_a_message_no_stack_trace_and_nothing_written(params string[] arguments)
    {
        using var command = new Command();

        var outcome = await command.RunAsync(arguments);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.Trim().ShouldNotBeEmpty();
        outcome.Error.ShouldNotContain("   at ");
        outcome.Output.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(command.Folder).ShouldBeEmpty();
    }
}
