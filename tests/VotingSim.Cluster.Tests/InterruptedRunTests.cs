using System.Diagnostics;
using System.Text.Json;

namespace VotingSim.Cluster.Tests;

/// <summary>What a run in this process survives, and what it says of it.</summary>
public class InterruptedRunTests(ReferenceRun reference)
{
    [Fact]
    public async Task Killed_at_twenty_random_moments_and_resumed_a_run_ends_with_the_same_bytes()
    {
        var random = new Random(20);
        var (kills, whole, folder) = (0, 0, reference.NewFolder());
        while (kills < 20 || !IsWhole(folder))
        {
            if (IsWhole(folder))
            {
                reference.ShouldBeIn(folder);
                (whole, folder) = (whole + 1, reference.NewFolder());
            }

            var begun = File.Exists(Path.Combine(folder, "out", "manifest.json"));
            using var run = VotingSimProcess.Start(folder, ReferenceRun.Run(begun ? ["--resume"] : []));
            if (kills < 20)
            {
                // In turn: at any moment, and while a file is being written.
                var moment = TimeSpan.FromMilliseconds(random.Next(100, 2500));
                var clock = Stopwatch.StartNew();
                var whileWriting = kills % 2 == 1;
                while (!run.HasExited && clock.Elapsed < moment && !(whileWriting && clock.Elapsed > moment / 3 && IsWriting(folder)))
                {
                    await Task.Delay(1);
                }

                if (!run.HasExited)
                {
                    run.Kill();
                    kills++;
                    await run.EndAsync();
                    continue;
                }
            }

            (await run.EndAsync()).ShouldBe(0, run.Said);
        }

        reference.ShouldBeIn(folder);

        bool IsWhole(string of) => File.Exists(Path.Combine(of, "out", "summary.json")) && File.ReadAllText(Path.Combine(of, "out", "manifest.json")) is var manifest
            && JsonDocument.Parse(manifest).RootElement.GetProperty("ended").ValueKind == JsonValueKind.String;

        static bool IsWriting(string of) => Directory.Exists(Path.Combine(of, "out", "runs")) && Directory.EnumerateFiles(Path.Combine(of, "out", "runs"), "*.unfinished").Any();
    }

    [Fact]
    public async Task Killed_before_it_had_begun_a_run_leaves_nothing_that_hinders_the_next()
    {
        var folder = reference.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "out", "runs"));
        foreach (var left in new[] { ".lock", ".lock-holder", "manifest.json.unfinished" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "out", left), "process 1 of nobody");
        }

        using var run = VotingSimProcess.Start(folder, "run", "myanmar-consensus-or-qmv", "--replications", "10", "--out", "out", "--no-report");

        (await run.EndAsync()).ShouldBe(0, run.Said);
        Directory.EnumerateFiles(Path.Combine(folder, "out")).Select(Path.GetFileName).ShouldBe(["journal.jsonl", "manifest.json", "summary.csv", "summary.json"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{\"file\":\"00003-myanmar-2021.consensus-th")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public async Task A_torn_journal_is_mended(string torn)
    {
        var folder = reference.Copy();
        var journal = Path.Combine(folder, "out", "journal.jsonl");
        var lines = await File.ReadAllLinesAsync(journal);
        await File.WriteAllTextAsync(journal, string.Concat(lines[..^1].Select(line => line + "\n")) + torn);

        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume"));

        (await run.EndAsync()).ShouldBe(0, run.Said);
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task A_bit_that_flipped_in_a_committed_file_is_found_and_named_and_the_file_set_aside_and_deliberated_again()
    {
        var folder = reference.Copy();
        var name = reference.Rows[3].Split(' ')[0];
        var file = Path.Combine(folder, "out", "runs", name);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(file, bytes);
        File.Delete(Path.Combine(folder, "out", "runs", reference.Rows[5].Split(' ')[0]));

        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume"));

        (await run.EndAsync()).ShouldBe(0, run.Said);
        run.Said.ShouldContain($"runs/{name} is damaged");
        run.Said.ShouldContain($"runs/{reference.Rows[5].Split(' ')[0]} is missing");
        (await File.ReadAllBytesAsync(Path.Combine(folder, "out", "damaged", name))).ShouldBe(bytes);
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task A_changed_configuration_is_refused_with_the_difference()
    {
        var folder = reference.Copy();

        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume", "--set", "deliberation.ballot-noise=0.05"));

        (await run.EndAsync()).ShouldBe(2, run.Said);
        run.Said.ShouldContain("ballot-noise: 0.04 there, 0.05 now");
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task Of_two_that_resume_at_once_one_wins_and_the_other_says_who_holds_the_folder()
    {
        var folder = reference.NewFolder();
        using (var begun = VotingSimProcess.Start(folder, ReferenceRun.Run()))
        {
            await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0, () => begun.Said);
            begun.Kill();
            await begun.EndAsync();
        }

        using var first = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume"));
        using var second = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume"));
        var codes = new[] { await first.EndAsync(), await second.EndAsync() };

        (codes.Min(), codes.Max()).ShouldBe((0, 1), $"{first.Said}{second.Said}");
        var (winner, loser) = codes[0] == 0 ? (first, second) : (second, first);
        loser.Said.ShouldContain($"Another run is writing to '{Path.Combine(folder, "out")}': process {winner.Id} of ");
        loser.Said.ShouldContain($" on {Environment.MachineName}, since ");
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task A_full_disk_is_said_in_a_sentence_and_with_room_the_run_goes_on_to_the_same_bytes()
    {
        using var disk = SmallDisk.Mount(reference.NewFolder(), megabytes: 40);
        using (var run = VotingSimProcess.Start(disk.Path, ReferenceRun.Run()))
        {
            (await run.EndAsync()).ShouldBe(1, run.Said);
            run.Said.ShouldContain($"The disk of '{Path.Combine(disk.Path, "out")}' is full.");
            run.Said.ShouldContain("--resume");
            run.Said.ShouldNotContain("   at ");
        }

        var committed = ReferenceRun.CommittedIn(disk.Path);
        committed.Count.ShouldBeInRange(1, 7);
        Directory.EnumerateFiles(Path.Combine(disk.Path, "out", "runs")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(committed.Order(StringComparer.Ordinal));
        Directory.Exists(Path.Combine(disk.Path, "out", "summary.json")).ShouldBeFalse();

        disk.Resize(megabytes: 400);
        using var resumed = VotingSimProcess.Start(disk.Path, ReferenceRun.Run("--resume"));
        (await resumed.EndAsync()).ShouldBe(0, resumed.Said);
        reference.ShouldBeIn(disk.Path);
    }

    [Fact]
    public async Task A_read_only_folder_is_said_in_a_sentence()
    {
        using var disk = SmallDisk.Mount(reference.NewFolder(), megabytes: 1);
        disk.MakeReadOnly();

        using var run = VotingSimProcess.Start(disk.Path, ReferenceRun.Run());

        (await run.EndAsync()).ShouldBe(1, run.Said);
        run.Said.Trim().ShouldBe($"'{Path.Combine(disk.Path, "out")}' cannot be written: its file system is read-only.");
    }

    [Fact]
    public async Task A_termination_drains_and_the_printed_command_goes_on_to_the_same_bytes()
    {
        var folder = reference.NewFolder();
        string resume;
        using (var run = VotingSimProcess.Start(folder, ReferenceRun.Run()))
        {
            await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0, () => run.Said);
            run.Terminate();
            (await run.EndAsync()).ShouldBe(130, run.Said);
            resume = run.Said.Split('\n').Single(line => line.Contains("--resume", StringComparison.Ordinal)).Trim();
        }

        using var resumed = VotingSimProcess.Start(folder, resume.Split(' ')[1..]);
        (await resumed.EndAsync()).ShouldBe(0, resumed.Said);
        reference.ShouldBeIn(folder);
    }
}
