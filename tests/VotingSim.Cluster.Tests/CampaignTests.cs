using System.Security.Cryptography;

namespace VotingSim.Cluster.Tests;

/// <summary>Campaigns on the silos of a cluster, one of which dies: the bytes of a run in one process.</summary>
public class CampaignTests(ReferenceRun reference)
{
    private static readonly string[] Decade =
        ["run", "asean-2015-2025", "--replications", "3000", "--set", "campaign.institutions=[{ name: consensus, rule: consensus }, { name: asean-qmv, rule: asean-qmv }]", "--set", "deliberation.horizon-days=400", "--out", "out", "--no-progress"];

    [Fact]
    public async Task A_cluster_that_loses_a_silo_gives_the_rows_and_years_of_one_process()
    {
        var (here, there) = (reference.NewFolder(), reference.NewFolder());
        using (var run = VotingSimProcess.Start(here, Decade))
        {
            (await run.EndAsync()).ShouldBe(0, run.Said);
        }

        await using var cluster = await ClusterOfSilos.StartAsync("redis", there, silos: 2);
        using (var run = VotingSimProcess.Start(there, [.. Decade, .. cluster.Option, "--cohort-size", "300"]))
        {
            await Wait.UntilAsync(() => ReferenceRun.CommittedIn(there).Count > 0 || run.HasExited, () => run.Said);
            cluster[0].Kill();
            (await run.EndAsync()).ShouldBe(0, run.Said);
        }

        BytesOf(there).ShouldBe(BytesOf(here));
        BytesOf(here).Length.ShouldBe(9); // two parts of each rule with their years, and the summary
    }

    private static string[] BytesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "out"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".parquet", StringComparison.Ordinal) || Path.GetFileName(file) == "summary.json").Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];
}
