using System.Security.Cryptography;
using System.Text.Json;
using VotingSim.Cluster.Tests;

[assembly: AssemblyFixture(typeof(ReferenceRun))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)] // a test waits as often as it computes

namespace VotingSim.Cluster.Tests;

/// <summary>The run that all others must equal, done once without any disturbance: four rules, two files of rows each.</summary>
public sealed class ReferenceRun : IAsyncLifetime
{
    internal const string Experiment = "myanmar-consensus-or-qmv";

    private const int Replications = 70_000;

    private readonly TemporaryFolder _root = new("cluster");

    /// <summary>Names and checksums of its files of rows.</summary>
    internal IReadOnlyList<string> Rows { get; private set; } = [];

    /// <summary>A whole run: a copy of it can be damaged.</summary>
    internal string Whole => _root.In("whole", "out");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_root.In("whole"));
        using var run = VotingSimProcess.Start(_root.In("whole"), Run());
        (await run.EndAsync()).ShouldBe(0, run.Said);
        Rows = RowsOf(_root.In("whole"));
        Rows.Count.ShouldBe(8);
    }

    public ValueTask DisposeAsync()
    {
        _root.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What the run sets besides its experiment.</summary>
    internal static string[] Settings { get; } = [$"replications={Replications}"];

    /// <summary>Arguments that begin the run in the folder <c>out</c>.</summary>
    internal static string[] Run(params string[] more) => ["run", Experiment, "--replications", $"{Replications}", "--out", "out", "--no-report", .. more];

    /// <summary>An empty folder to run in.</summary>
    internal string NewFolder() => Directory.CreateDirectory(_root.Next()).FullName;

    /// <summary>A folder with a copy of the whole run in it.</summary>
    internal string Copy()
    {
        var folder = NewFolder();
        foreach (var file in Directory.EnumerateFiles(Whole, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "out", Path.GetRelativePath(Whole, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    /// <summary>Checks that the run in a folder is the reference to the last byte, each file committed once, and nothing else left.</summary>
    internal void ShouldBeIn(string folder)
    {
        RowsOf(folder).ShouldBe(Rows);
        CommittedIn(folder).Order(StringComparer.Ordinal).ShouldBe(Rows.Select(row => row.Split(' ')[0]));
        Directory.EnumerateFiles(Path.Combine(folder, "out"), "*", SearchOption.AllDirectories)
            .ShouldNotContain(file => file.EndsWith(".unfinished", StringComparison.Ordinal) || file.Contains(".lock", StringComparison.Ordinal));
    }

    /// <summary>The files that the journal says were committed, a name for every line.</summary>
    internal static IReadOnlyList<string> CommittedIn(string folder)
    {
        var journal = Path.Combine(folder, "out", "journal.jsonl");
        if (!File.Exists(journal))
        {
            return [];
        }

        using var stream = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement.GetProperty("file").GetString()!)];
    }

    private static IReadOnlyList<string> RowsOf(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "out", "runs")).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];
}
