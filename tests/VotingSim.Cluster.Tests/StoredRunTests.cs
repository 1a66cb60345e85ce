namespace VotingSim.Cluster.Tests;

/// <summary>What reads a run: it verifies every byte first, and needs no more than to read.</summary>
public class StoredRunTests(ReferenceRun reference)
{
    private static readonly string[][] Readers =
    [
        ["report", "out"], ["compare", "out", "out"], ["export", "out", "--to", "csv"], ["export", "out", "--to", "parquet"], ["export", "out", "--to", "duckdb"],
    ];

    [Fact]
    public async Task A_flipped_bit_anywhere_in_a_file_of_rows_is_named_by_every_reader_with_the_command_that_mends_it()
    {
        var folder = reference.Copy();
        var name = reference.Rows[2].Split(' ')[0];
        var file = Path.Combine(folder, "out", "runs", name);
        var whole = await File.ReadAllBytesAsync(file);
        var random = new Random(7);
        string[][] readers = [.. Readers, ["replay", "out", "--arm", "myanmar-2021.asean-qmv", "--replication", "3"]];

        foreach (var reader in readers)
        {
            var bytes = (byte[])whole.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(file, bytes);
            using var process = VotingSimProcess.Start(folder, reader);

            (await process.EndAsync()).ShouldBe(1, process.Said);
            process.Output.ShouldBeEmpty();
            process.Error.ShouldContain($"{file} is damaged: its bytes are not those that were committed");
            process.Error.ShouldContain("votingsim run out --out out --resume");
            process.Error.ShouldNotContain("   at ");
        }

        using var mended = VotingSimProcess.Start(folder, "run", "out", "--out", "out", "--resume", "--no-report");
        (await mended.EndAsync()).ShouldBe(0, mended.Said);
        reference.ShouldBeIn(folder);
        (await SaidAsync(folder, 0, Readers[2])).ShouldContain("runs.csv");
    }

    [Fact]
    public async Task A_file_that_was_cut_or_lost_and_a_changed_manifest_are_damage_too()
    {
        var folder = reference.Copy();
        var (cut, lost) = (Path.Combine(folder, "out", "runs", reference.Rows[0].Split(' ')[0]), Path.Combine(folder, "out", "runs", reference.Rows[1].Split(' ')[0]));
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(cut))[..^9]);
        File.Delete(lost);
        var said = await SaidAsync(folder, 1, Readers[1]);
        said.ShouldContain($"{cut} is damaged");
        said.ShouldContain($"{lost} is missing");

        var manifest = Path.Combine(folder, "out", "manifest.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("myanmar-2021", "myanmar-2221", StringComparison.Ordinal));
        foreach (var reader in Readers)
        {
            (await SaidAsync(folder, 1, reader)).ShouldContain($"'{manifest}' is damaged: its configuration is not the one that was run.");
        }
    }

    [Fact]
    public async Task A_folder_that_can_only_be_read_is_read_without_a_trace()
    {
        using var disk = SmallDisk.Mount(reference.NewFolder(), megabytes: 400);
        foreach (var file in Directory.EnumerateFiles(reference.Whole, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(disk.Path, "out", Path.GetRelativePath(reference.Whole, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        disk.MakeReadOnly();
        var run = Path.Combine(disk.Path, "out");
        var elsewhere = reference.NewFolder();

        (await SaidAsync(elsewhere, 0, "compare", run, run)).ShouldContain("the same for both");
        (await SaidAsync(elsewhere, 0, "export", run, "--to", "csv", "--out", "rows.csv")).ShouldContain("rows.csv");
        (await SaidAsync(elsewhere, 0, "replay", run, "--arm", "myanmar-2021.consensus", "--replication", "3")).ShouldContain("replication 3");
        (await SaidAsync(elsewhere, 0, "report", run, "--out", "report")).ShouldContain("report.html");
        File.Exists(Path.Combine(elsewhere, "report", "report.html")).ShouldBeTrue();
        (await SaidAsync(elsewhere, 1, "report", run)).Trim().ShouldBe($"'{run}' cannot be written: its file system is read-only. Choose another place with --out.");
        (await SaidAsync(elsewhere, 1, "export", run, "--to", "csv")).ShouldContain("its file system is read-only. Choose another place with --out.");
    }

    [Fact]
    public async Task A_results_folder_that_vanishes_in_mid_run_is_an_error_and_is_not_made_again()
    {
        var folder = reference.NewFolder();
        var (there, moved) = (Path.Combine(folder, "out"), Path.Combine(folder, "moved"));
        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run());
        await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0 || run.HasExited, () => run.Said);
        Directory.Move(there, moved);

        (await run.EndAsync()).ShouldBe(1, run.Said);
        run.Error.ShouldContain($"'{there}' vanished");
        run.Error.ShouldNotContain("   at ");
        Directory.Exists(there).ShouldBeFalse();
    }

    private static async Task<string> SaidAsync(string folder, int code, params string[] arguments)
    {
        using var process = VotingSimProcess.Start(folder, arguments);
        (await process.EndAsync()).ShouldBe(code, process.Said);
        return process.Said;
    }
}
