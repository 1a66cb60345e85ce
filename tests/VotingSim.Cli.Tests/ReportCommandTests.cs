namespace VotingSim.Cli.Tests;

public class ReportCommandTests
{
    private static readonly string Myanmar = RepositoryRoot.Experiment("myanmar-consensus-or-qmv");

    [Fact]
    public async Task Report_writes_the_very_files_of_the_run_again_on_a_machine_without_fonts()
    {
        using var command = new Command();
        var run = await command.RunAsync(["run", Myanmar, "--replications", "40", "--out", "out"]);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain(Path.Combine("out", "report.html"));
        var files = Directory.EnumerateFiles(command.In("out", "figures")).Append(command.In("out", "report.html")).Append(command.In("out", "summary.json"))
            .ToDictionary(file => file, File.ReadAllBytes);
        files.Count.ShouldBe((3 * 11) + 2);
        Directory.Delete(command.In("out", "figures"), recursive: true);
        File.Delete(command.In("out", "report.html"));
        File.Delete(command.In("out", "summary.json"));

        var report = await command.RunAsync(["report", "out"], ("FONTCONFIG_FILE", "/dev/null"), ("FONTCONFIG_PATH", "/nonexistent"));

        (report.ExitCode, report.Error).ShouldBe((0, ""));
        report.Output.Trim().ShouldBe(command.In("out", "report.html"));
        foreach (var (file, bytes) in files)
        {
            Convert.ToHexString(await File.ReadAllBytesAsync(file)).ShouldBe(Convert.ToHexString(bytes), file);
        }
    }

    [Fact]
    public async Task A_run_without_report_writes_none_and_a_new_run_removes_the_old_ones()
    {
        using var command = new Command();
        await command.RunAsync(["run", Myanmar, "--replications", "5", "--out", "out"]);
        File.Exists(command.In("out", "report.html")).ShouldBeTrue();

        (await command.RunAsync(["run", Myanmar, "--replications", "5", "--out", "out", "--overwrite", "--no-report"])).ExitCode.ShouldBe(0);

        File.Exists(command.In("out", "report.html")).ShouldBeFalse();
        Directory.Exists(command.In("out", "figures")).ShouldBeFalse();
    }

    [Fact]
    public async Task Report_says_what_is_missing_and_writes_nothing()
    {
        using var command = new Command();
        await command.RunAsync(["run", Myanmar, "--replications", "5", "--out", "out", "--no-report"]);
        File.Delete(Directory.EnumerateFiles(command.In("out", "runs")).First());

        var lost = await command.RunAsync(["report", "out"]);
        (lost.ExitCode, lost.Error.Contains("votingsim run out --out out --resume", StringComparison.Ordinal)).ShouldBe((1, true));
        var nowhere = await command.RunAsync(["report", "nowhere"]);
        (nowhere.ExitCode, nowhere.Error.Contains("manifest.json", StringComparison.Ordinal)).ShouldBe((2, true));
        File.Exists(command.In("out", "report.html")).ShouldBeFalse();
        Directory.Exists(command.In("nowhere")).ShouldBeFalse();
    }
}
