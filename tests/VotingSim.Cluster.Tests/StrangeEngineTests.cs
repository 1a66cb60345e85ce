using System.Text.Json;
using VotingSim.Deliberation;
using VotingSim.Grains.Clustering;

namespace VotingSim.Cluster.Tests;

/// <summary>Silos and commands of another build, and runs that were begun by one.</summary>
public class StrangeEngineTests(ReferenceRun reference)
{
    [Theory]
    [InlineData("redis")]
    [InlineData("postgres")]
    public async Task A_silo_of_another_build_is_refused_by_name_and_so_is_its_work_on_both_sides(string kind)
    {
        var folder = reference.NewFolder();
        using var other = new ChangedBuild();
        await using var cluster = await ClusterOfSilos.StartAsync(kind, folder, silos: 1);
        string[] anywhere = ["--silo-port", "0", "--gateway-port", "0"];

        using (var stranger = VotingSimProcess.StartProgram(other.Program, folder, ["silo", .. cluster.Option, .. anywhere]))
        {
            (await stranger.EndAsync()).ShouldBe(1, stranger.Said);
            stranger.Error.Trim().Split('\n').Length.ShouldBe(1, stranger.Said);
            stranger.Error.ShouldContain($"is of engine {Engine.Current}, this one of {Engine.Current.Version} (");
        }

        using (var stranger = VotingSimProcess.StartProgram(other.Program, folder, ReferenceRun.Run(cluster.Option)))
        {
            (await stranger.EndAsync()).ShouldBe(1, stranger.Said);
            stranger.Error.ShouldContain($"of engine {Engine.Current}");
            Directory.Exists(Path.Combine(folder, "out")).ShouldBeFalse();
        }

        cluster[0].HasExited.ShouldBeFalse(cluster[0].Said);
        cluster[0].Terminate();
        await cluster[0].EndAsync();
        using var alone = VotingSimProcess.StartProgram(other.Program, folder, ["silo", .. cluster.Option, .. anywhere]);
        await alone.SaysAsync("takes part");
        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run(cluster.Option));
        (await run.EndAsync()).ShouldBe(1, run.Said);
        run.Error.ShouldContain($"deliberates by another engine than this command, {Engine.Current}");
        Directory.Exists(Path.Combine(folder, "out")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_of_another_engine_is_resumed_only_where_that_is_accepted_and_every_file_keeps_its_own()
    {
        var folder = reference.Copy();
        var journal = Path.Combine(folder, "out", "journal.jsonl");
        var lines = await File.ReadAllLinesAsync(journal);
        await File.WriteAllLinesAsync(journal, lines[..5].Select(line => line.Replace(Engine.Current.Fingerprint, "0123456789abcdef", StringComparison.Ordinal)));

        using (var refused = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume")))
        {
            (await refused.EndAsync()).ShouldBe(2, refused.Said);
            refused.Error.ShouldContain($"was deliberated by engine {Engine.Current.Version} (0123456789abcdef), and this is {Engine.Current}");
            refused.Error.ShouldContain("--accept-engine");
        }

        using (var accepted = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume", "--accept-engine")))
        {
            (await accepted.EndAsync()).ShouldBe(0, accepted.Said);
        }

        reference.ShouldBeIn(folder);
        var engines = (await File.ReadAllLinesAsync(journal)).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        engines.Count(entry => entry.GetProperty("engine").GetString() == "0123456789abcdef").ShouldBe(5);
        engines.Count(entry => entry.GetProperty("engine").GetString() == Engine.Current.Fingerprint).ShouldBe(3);
        engines.ShouldAllBe(entry => entry.GetProperty("version").GetString() == Engine.Current.Version);
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "out", "manifest.json"))).RootElement;
        manifest.GetProperty("engines").EnumerateArray().Select(engine => engine.GetProperty("fingerprint").GetString())
            .ShouldBe(["0123456789abcdef", Engine.Current.Fingerprint], ignoreOrder: true);
    }

    /// <summary>The command with one line of the core changed, as far as a cluster can tell: a module's version identifier is all that differs in every changed build.</summary>
    private sealed class ChangedBuild : IDisposable
    {
        private readonly TemporaryFolder _folder = new("changed");

        public ChangedBuild()
        {
            var source = Path.GetDirectoryName(VotingSimProcess.Program)!;
            foreach (var file in Directory.EnumerateFiles(source)) // what is below is for figures
            {
                File.Copy(file, _folder.In(Path.GetFileName(file)));
            }

            var core = _folder.In("VotingSim.Core.dll");
            var bytes = File.ReadAllBytes(core);
            var identifier = typeof(DeliberationTerms).Module.ModuleVersionId.ToByteArray();
            var at = bytes.AsSpan().IndexOf(identifier);
            at.ShouldBePositive();
            bytes[at] ^= 1;
            File.WriteAllBytes(core, bytes);
        }

        public string Program => _folder.In(Path.GetFileName(VotingSimProcess.Program));

        public void Dispose() => _folder.Dispose();
    }
}
