using System.Text.Json;

namespace VotingSim.Cli.Tests;

public class CalibrateCommandTests
{
    private static readonly string[] Small =
        ["calibrate", "asean", "--structure", "wait", "--structure", "calendar", "--draws", "100", "--per-draw", "4", "--out", "out", "--no-progress"];

    [Fact]
    public async Task Killed_or_interrupted_and_resumed_it_ends_with_the_same_bytes()
    {
        using var whole = new Command();
        using var killed = new Command();
        using var interrupted = new Command();

        var outcome = await whole.RunAsync(Small);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using (var process = killed.Start(Small))
        {
            await Wait.UntilAsync(() => process.HasExited || Stages(killed) >= 2, () => "no stage was finished");
            process.Kill();
            await process.EndAsync();
        }

        File.Exists(killed.In("out", "calibration.json")).ShouldBeFalse();
        var resumed = await killed.RunAsync([.. Small, "--resume"]);
        (resumed.ExitCode, resumed.Output).ShouldBe((0, outcome.Output), resumed.Error);

        var stopped = await interrupted.InterruptAsync(Small, () => Stages(interrupted) >= 1);
        stopped.ExitCode.ShouldBe(130, stopped.Error);
        var command = stopped.Error.Split('\n').Single(line => line.StartsWith("  votingsim ", StringComparison.Ordinal));
        var continued = await interrupted.ShellAsync(command.Trim() + " --no-progress");
        (continued.ExitCode, continued.Output).ShouldBe((0, outcome.Output), continued.Error);

        foreach (var file in Directory.EnumerateFiles(whole.In("out"), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(whole.Folder, file);
            (await File.ReadAllTextAsync(killed.In(name))).ShouldBe(await File.ReadAllTextAsync(file), name);
            (await File.ReadAllTextAsync(interrupted.In(name))).ShouldBe(await File.ReadAllTextAsync(file), name);
        }

        outcome.Output.ShouldStartWith("Consensus takes 1.00 [1.00, 1.00] times as long as asean-qmv if only the wait for the agenda takes time, ");

        // Its posterior is an uncertainty like any other, and nothing else is resumed in its folder.
        var run = await whole.RunAsync(
            ["run", "myanmar-consensus-or-qmv", "--set", "uncertainty=out/posterior-calendar.yaml", "--replications", "50", "--out", "run", "--no-report", "--csv"]);
        run.ExitCode.ShouldBe(0, run.Error);
        var rows = await File.ReadAllLinesAsync(whole.In("run", "runs.csv"));
        rows[0].ShouldContain("members.unity");
        var other = await whole.RunAsync([.. Small, "--seed", "2", "--resume"]);
        (other.ExitCode, other.Output).ShouldBe((2, ""));
        other.Error.ShouldContain("was begun with other cases, structures, options");
        var again = await whole.RunAsync(Small);
        (again.ExitCode, again.Output).ShouldBe((2, ""));
        again.Error.ShouldContain("already holds a calibration: continue it with --resume");
    }

    [Theory]
    [InlineData("structure asean: uncertainty: ", "asean", "--structure", "asean")]
    [InlineData("did you mean 'wait'?", "asean", "--structure", "wiat")]
    [InlineData("did you mean 'asean'?", "asaen")]
    [InlineData("did you mean 'asean-qmv'?", "asean", "--against", "asean-qvm")]
    [InlineData("--draws is 10; expected 100 to 100000.", "asean", "--draws", "10")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(string expected, params string[] arguments)
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["calibrate", .. arguments]);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain(expected);
        Directory.EnumerateFileSystemEntries(command.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task As_JSON_it_is_the_document_that_is_kept()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(
            ["calibrate", "asean", "--structure", "wait", "--draws", "100", "--per-draw", "2", "--out", "out", "--format", "json", "--no-progress"]);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldBe(await File.ReadAllTextAsync(command.In("out", "calibration.json")));
        using var document = JsonDocument.Parse(outcome.Output);
        var structure = document.RootElement.GetProperty("structures")[0];
        structure.GetProperty("stacking_weight").GetDouble().ShouldBe(1);
        structure.GetProperty("parameters").GetArrayLength().ShouldBe(5);
        structure.GetProperty("cases").GetArrayLength().ShouldBe(19);
    }

    private static int Stages(Command command) =>
        Directory.Exists(command.In("out", "stages")) ? Directory.EnumerateFiles(command.In("out", "stages"), "*.csv").Count() : 0;
}
