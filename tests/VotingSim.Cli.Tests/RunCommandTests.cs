using System.Security.Cryptography;
using System.Text.Json;

namespace VotingSim.Cli.Tests;

public class RunCommandTests
{
    private static readonly string Myanmar = RepositoryRoot.Experiment("myanmar-consensus-or-qmv");

    [Fact]
    public async Task The_main_job_compares_four_rules_and_leaves_a_folder_of_results()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["run", Myanmar, "--replications", "500", "--out", "out", "--csv", "--traces", "2"]);

        outcome.Error.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(0);
        foreach (var rule in new[] { "consensus", "unanimity", "asean-qmv", "consensus-then-qmv" })
        {
            outcome.Output.ShouldContain(rule);
        }

        outcome.Output.ShouldContain("censored");
        Directory.GetFiles(command.In("out", "runs")).Length.ShouldBe(1);
        Directory.GetFiles(command.In("out", "traces")).Length.ShouldBe(4);
        (await File.ReadAllLinesAsync(command.In("out", "runs.csv"))).Length.ShouldBe(1 + (4 * 500));
        (await File.ReadAllLinesAsync(command.In("out", "summary.csv")))[0].ShouldBe("arm,crisis,rule,replications,estimate,value,simulation_error_low,simulation_error_high,baseline");

        // Terminal and files say the same; the line of the terminal may be broken anywhere.
        using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(command.In("out", "summary.json")));
        var headline = summary.RootElement.GetProperty("headline").GetProperty("text").GetString()!;
        headline.ShouldStartWith("Qualified majority decides ");
        Packed(outcome.Output).ShouldContain(Packed(headline));
        outcome.Output.ShouldContain("Simulation error: ");

        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(command.In("out", "manifest.json")));
        manifest.RootElement.GetProperty("arms").GetArrayLength().ShouldBe(4);
        manifest.RootElement.GetProperty("configuration").GetProperty("replications").GetInt64().ShouldBe(500);
        manifest.RootElement.GetProperty("ended").ValueKind.ShouldBe(JsonValueKind.String);
        Directory.GetFiles(command.In("out"), "*", SearchOption.AllDirectories).ShouldNotContain(file => file.EndsWith(".unfinished") || file.EndsWith(".lock"));
    }

    [Fact]
    public async Task With_format_json_standard_output_is_the_summary_and_nothing_else()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["run", Myanmar, "--replications", "50", "--format", "json"]);

        outcome.ExitCode.ShouldBe(0);
        var folder = Directory.GetDirectories(command.In("results", "myanmar-consensus-or-qmv")).Single();
        outcome.Output.TrimEnd().ShouldBe((await File.ReadAllTextAsync(Path.Combine(folder, "summary.json"))).TrimEnd());
        using var summary = JsonDocument.Parse(outcome.Output);
        summary.RootElement.GetProperty("arms").GetArrayLength().ShouldBe(4);
    }

    // A colleague's older laptop gives the same paper.
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Without_the_processors_vector_instructions_the_rows_are_the_same_bytes(string switchedOff)
    {
        using var command = new Command();
        await command.RunAsync(["run", Myanmar, "--replications", "300", "--out", "with", "--no-report"]);

        var outcome = await command.RunAsync(["run", Myanmar, "--replications", "300", "--out", "without", "--cohort-size", "37", "--parallelism", "1", "--no-report"], (switchedOff, "0"));

        outcome.ExitCode.ShouldBe(0);
        Bytes(command, "without").ShouldBe(Bytes(command, "with"));
    }

    [Fact]
    public async Task Vector_instructions_do_not_matter_to_other_drafting_methods_losses_and_confidence_bounds_either()
    {
        using var command = new Command();
        string[] arguments =
        [
            "run", RepositoryRoot.Experiment("payment-systems-consensus-or-qmv"), "--replications", "100", "--set", "deliberation.drafting=median", "--set", "deliberation.loss-exponent=1.7",
            "--set", "deliberation.confidence=30", "--no-report", "--out",
        ];
        await command.RunAsync([.. arguments, "with"]);

        var outcome = await command.RunAsync([.. arguments, "without"], ("DOTNET_EnableHWIntrinsic", "0"));

        outcome.Error.ShouldBeEmpty();
        Bytes(command, "without").ShouldBe(Bytes(command, "with"));
    }

    [Fact]
    public async Task An_interrupted_run_keeps_what_it_committed_and_the_printed_command_resumes_it_to_the_same_bytes()
    {
        using var command = new Command();
        string[] arguments = ["run", Myanmar, "--replications", "70000", "--no-report"]; // two files of rows a rule
        (await command.RunAsync([.. arguments, "--out", "whole"])).ExitCode.ShouldBe(0);

        // Small cohorts are slow: there is time left to interrupt in.
        var outcome = await command.InterruptAsync(
            [.. arguments, "--out", "cut", "--cohort-size", "64", "--parallelism", "1"],
            () => Directory.Exists(command.In("cut", "runs")) && Directory.EnumerateFiles(command.In("cut", "runs"), "*.parquet").Any());

        outcome.ExitCode.ShouldBe(130);
        Bytes(command, "cut").Count.ShouldBeLessThan(Bytes(command, "whole").Count);
        var resume = outcome.Error.Split('\n').Single(line => line.Contains("--resume", StringComparison.Ordinal)).Trim();
        resume.ShouldStartWith("votingsim run ");
        var resumed = await command.RunAsync(resume.Split(' ')[1..]);
        resumed.Error.ShouldBeEmpty();
        resumed.ExitCode.ShouldBe(0);
        Bytes(command, "cut").ShouldBe(Bytes(command, "whole"));
        (await File.ReadAllTextAsync(command.In("cut", "summary.json"))).ShouldBe(await File.ReadAllTextAsync(command.In("whole", "summary.json")));
    }

    [Fact]
    public async Task A_run_is_neither_resumed_with_another_configuration_nor_overwritten_unasked()
    {
        using var command = new Command();
        await command.RunAsync(["run", Myanmar, "--replications", "20", "--out", "out", "--no-report"]);
        var before = Bytes(command, "out");

        var other = await command.RunAsync(["run", Myanmar, "--replications", "20", "--set", "deliberation.ballot-noise=0.1", "--out", "out", "--resume"]);
        other.ExitCode.ShouldBe(2);
        other.Error.ShouldContain("deliberation.ballot-noise: 0.04 there, 0.1 now");

        var again = await command.RunAsync(["run", Myanmar, "--replications", "20", "--out", "out"]);
        again.ExitCode.ShouldBe(2);
        again.Error.ShouldContain("--resume");
        Bytes(command, "out").ShouldBe(before);

        (await command.RunAsync(["run", Myanmar, "--replications", "10", "--out", "out", "--overwrite", "--no-report"])).ExitCode.ShouldBe(0);
        Bytes(command, "out").ShouldNotBe(before);

        await File.WriteAllTextAsync(command.In("notes.txt"), "mine");
        (await command.RunAsync(["run", Myanmar, "--replications", "10", "--out", ".", "--overwrite"])).ExitCode.ShouldBe(2);
        File.Exists(command.In("notes.txt")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Experiments))]
    public async Task Every_shipped_experiment_runs(string name)
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["run", RepositoryRoot.Experiment(name), "--replications", "3", "--out", "out"]);

        outcome.Error.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(0);
    }

    private static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    public static TheoryData<string> Experiments() =>
        [.. Directory.GetFiles(RepositoryRoot.In("configs", "experiments"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<(string Name, string Hash)> Bytes(Command command, string folder) =>
    [
        .. Directory.EnumerateFiles(command.In(folder, "runs"), "*.parquet").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))),
    ];
}
