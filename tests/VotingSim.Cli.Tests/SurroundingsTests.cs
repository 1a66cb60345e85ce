using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Grains;
using VotingSim.Report;

namespace VotingSim.Cli.Tests;

/// <summary>What the command does where its surroundings are not as they should be: other runs, signals, streams, limits, folders that go.</summary>
public class SurroundingsTests
{
    private const string Myanmar = "myanmar-consensus-or-qmv";

    [Fact]
    public async Task Runs_that_are_started_together_have_a_folder_each()
    {
        using var command = new Command();
        string[] arguments = ["run", Myanmar, "--replications", "20", "--no-report"];

        var outcomes = await Task.WhenAll(command.RunAsync(arguments), command.RunAsync(arguments));

        outcomes.ShouldAllBe(outcome => outcome.ExitCode == 0 && outcome.Error.Length == 0);
        var folders = Directory.GetDirectories(command.In("results", Myanmar));
        folders.Length.ShouldBe(2);
        folders.ShouldAllBe(folder => File.Exists(Path.Combine(folder, "summary.json")));
    }

    [Fact]
    public void Runs_of_the_same_second_never_take_the_same_folder()
    {
        using var results = new TemporaryFolder("claims");
        var plan = ExperimentReader.Read(Myanmar, []);
        var began = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var claims = new System.Collections.Concurrent.ConcurrentBag<(ResultsFolder Folder, IDisposable Held)>();

        Parallel.For(0, 16, _ => claims.Add(RecordedRun.ClaimFolder(results.Path, plan, began)));

        claims.Select(claim => Path.GetFileName(claim.Folder.Path)).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 16).Select(number => number == 1 ? "20260102-030405" : $"20260102-030405-{number}").Order(StringComparer.Ordinal));
        foreach (var claim in claims)
        {
            claim.Held.Dispose();
        }
    }

    [Fact]
    public async Task A_silo_whose_port_another_program_has_taken_meanwhile_starts_at_another()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var attempts = new List<int>();

        await using var host = await DeliberationHost.StartAsync(verbosity: null, cluster: null, attempt =>
        {
            attempts.Add(attempt);
            return attempt < 3 ? ((IPEndPoint)taken.LocalEndPoint!).Port : null;
        });

        attempts.ShouldBe([1, 2, 3]);
        host.Grains.GetGrain<IChairGrain>("here").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_terminal_that_is_closed_interrupts_as_a_service_manager_does()
    {
        using var command = new Command();
        using var run = command.Start("run", Myanmar, "--replications", "100000", "--no-report", "--out", "out", "--cohort-size", "8", "--parallelism", "1");
        await Wait.UntilAsync(() => run.HasExited || File.Exists(command.In("out", "manifest.json")), () => run.Said);

        run.HangUp();
        var outcome = await run.OutcomeAsync();

        outcome.ExitCode.ShouldBe(130);
        outcome.Error.ShouldContain("--resume");
    }

    [Fact]
    public async Task A_results_folder_that_vanishes_ends_the_run_in_a_sentence()
    {
        using var command = new Command();
        using var run = command.Start("run", Myanmar, "--replications", "20000", "--no-report", "--out", "out", "--cohort-size", "64");
        await Wait.UntilAsync(() => run.HasExited || File.Exists(command.In("out", "manifest.json")), () => run.Said);

        Directory.Move(command.In("out"), command.In("elsewhere"));
        var outcome = await run.OutcomeAsync();

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain($"The results folder '{command.In("out")}' vanished");
        outcome.Error.Trim().ShouldNotContain("\n");
        Directory.Exists(command.In("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task Standard_output_that_is_full_is_said_and_the_results_are_complete()
    {
        using var command = new Command();

        var outcome = await command.ShellAsync($"votingsim run {Myanmar} --replications 20 --no-report --out out >/dev/full");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.Trim().ShouldBe("Standard output cannot be written: No space left on device. The results are complete in 'out'.");
        File.Exists(command.In("out", "summary.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Standard_output_that_nobody_reads_is_said_and_is_no_fault()
    {
        using var command = new Command();

        var outcome = await command.ShellAsync($"votingsim run {Myanmar} --replications 20 --no-report --out out --format json | true; exit ${{PIPESTATUS[0]}}");
        outcome.ExitCode.ShouldBe(0);
        outcome.Error.Trim().ShouldBe("Standard output was closed before everything was written. The results are complete in 'out'.");
        File.Exists(command.In("out", "summary.json")).ShouldBeTrue();

        var schema = await command.ShellAsync("votingsim schema experiment | true; exit ${PIPESTATUS[0]}");
        (schema.ExitCode, schema.Error).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Streams_that_are_closed_end_in_a_sentence()
    {
        using var command = new Command();

        var output = await command.ShellAsync("votingsim list >&-");
        (output.ExitCode, output.Error.Trim()).ShouldBe((1, "Standard output is closed."));
        (await command.ShellAsync("votingsim schema nonsense 2>/dev/full")).ExitCode.ShouldBe(2);
        (await command.ShellAsync("votingsim schema nonsense 2>&-")).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("ulimit -n 64;", "Only 64 files may be open at once; expected at least 320: ulimit -n 1024")]
    [InlineData("ulimit -n 256;", "Only 256 files may be open at once; expected at least 320: ulimit -n 1024")]
    [InlineData("ulimit -v 4000000;", "Only 3906 MB of addresses may be used; expected at least 6144 MB, most of which stay empty: ulimit -v unlimited")]
    [InlineData("export DOTNET_GCHeapHardLimit=2000000;", "There are only 32 MB of memory to work in (a container's limit, or DOTNET_GCHeapHardLimit); expected at least 64 MB.")]
    public async Task A_limit_that_is_too_low_is_said_in_a_sentence(string limit, string sentence)
    {
        using var command = new Command();

        var outcome = await command.ShellAsync($"{limit} votingsim run {Myanmar} --replications 20 --out out");

        (outcome.ExitCode, outcome.Error.Trim()).ShouldBe((1, sentence));
        Directory.Exists(command.In("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_that_needs_more_memory_than_there_is_ends_in_a_sentence_and_can_be_continued()
    {
        using var command = new Command();
        string[] run = ["run", Myanmar, "--replications", "65536", "--no-report", "--no-progress", "--out", "out"];

        // One table that asks for much at once: of several, the last bytes may be refused to the runtime itself, which then ends the process.
        var outcome = await command.RunAsync([.. run, "--cohort-size", "65536", "--parallelism", "1"], ("DOTNET_GCHeapHardLimit", "5000000")); // 80 MB, in hexadecimal

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldStartWith("There is not enough memory: give the command more, or a smaller --cohort-size and --parallelism.\nWhat was finished is kept");
        outcome.Error.ShouldNotContain("failed"); // it is no fault of a cohort, which would be tried again and given up
        outcome.Error.ShouldNotContain("   at ");
        Directory.GetFiles(command.In("out", "runs")).ShouldAllBe(file => file.EndsWith(".parquet", StringComparison.Ordinal));

        (await command.RunAsync([.. run, "--resume"])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_experiment_may_come_by_standard_input_and_the_rows_are_those_of_the_file()
    {
        using var command = new Command();
        var file = RepositoryRoot.Experiment(Myanmar);

        // Its references are relative to the current folder.
        var piped = await command.ShellAsync($"cd '{RepositoryRoot.In("configs", "experiments")}'; votingsim run - --replications 20 --no-report --out '{command.In("piped")}' <'{file}'");
        var named = await command.RunAsync(["run", file, "--replications", "20", "--no-report", "--out", "named"]);

        (piped.ExitCode, piped.Error, named.ExitCode).ShouldBe((0, "", 0));
        foreach (var rows in Directory.GetFiles(command.In("named", "runs")))
        {
            File.ReadAllBytes(command.In("piped", "runs", Path.GetFileName(rows))).ShouldBe(File.ReadAllBytes(rows));
        }

        var survival = await command.ShellAsync("printf 'days,decided\\n3,1\\n5,0\\n' | votingsim survival - --time days --event decided");
        (survival.ExitCode, survival.Error).ShouldBe((0, ""));
        survival.Output.ShouldContain("2");

        var broken = await command.ShellAsync("echo 'experimnt: x' | votingsim validate -");
        broken.ExitCode.ShouldBe(2);
        broken.Error.ShouldContain("(standard input):1:1");
    }

    [Fact]
    public async Task Longer_work_tells_of_its_progress_where_nobody_watches()
    {
        using var command = new Command();

        var run = await command.RunAsync(
            ["run", Myanmar, "--replications", "20000", "--no-report", "--out", "out", "--cohort-size", "64"], ("VOTINGSIM_PROGRESS", "0.05"));
        run.ExitCode.ShouldBe(0);
        run.Error.Split('\n').Count(line => line.StartsWith("deliberating: ", StringComparison.Ordinal) && line.Contains(" of 80,000 rows (", StringComparison.Ordinal)
            && line.Contains(" s left, ", StringComparison.Ordinal)).ShouldBeGreaterThan(1, run.Error);

        var export = await command.RunAsync(["export", "out", "--to", "csv"], ("VOTINGSIM_PROGRESS", "0.02"));
        export.Error.ShouldContain("writing rows: ");

        (await command.RunAsync(["export", "out", "--to", "csv"])).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_is_printed_on_A4_by_an_installed_browser_and_without_one_that_is_said()
    {
        using var command = new Command();
        (await command.RunAsync(["run", Myanmar, "--replications", "20", "--out", "out", "--no-report"])).ExitCode.ShouldBe(0);

        var printed = await command.RunAsync(["report", "out", "--format", "pdf"]);
        (printed.ExitCode, printed.Error, printed.Output.Trim()).ShouldBe((0, "", command.In("out", "report.pdf")));
        var pdf = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(command.In("out", "report.pdf")));
        pdf.ShouldStartWith("%PDF");
        Regex.IsMatch(pdf, @"/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).ShouldBeTrue();

        File.Delete(command.In("out", "report.pdf"));
        Directory.CreateDirectory(command.In("bare"));
        foreach (var program in new[] { "dotnet", "env" })
        {
            File.CreateSymbolicLink(command.In("bare", program), InstalledProgram.Find(program)!);
        }

        var unprinted = await command.RunAsync(["report", "out", "--format", "pdf"], ("PATH", command.In("bare")));
        unprinted.ExitCode.ShouldBe(1);
        unprinted.Error.ShouldContain("no Chromium, Chrome or Edge");
        unprinted.Error.ShouldContain(command.In("out", "report.html"));
        File.Exists(command.In("out", "report.html")).ShouldBeTrue();
        File.Exists(command.In("out", "report.pdf")).ShouldBeFalse();
    }
}
