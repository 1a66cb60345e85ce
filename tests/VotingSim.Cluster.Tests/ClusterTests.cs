using VotingSim.Cluster.Tests.Servers;

namespace VotingSim.Cluster.Tests;

/// <summary>A cluster of silo processes through deaths, departures, arrivals, restarts of its store and cut networks: always the bytes of a run that nothing disturbed.</summary>
public class ClusterTests(ReferenceRun reference)
{
    [Theory]
    [InlineData("redis")]
    [InlineData("postgres")]
    public async Task One_silo_killed_one_stopped_one_added_and_the_store_restarted_in_mid_run(string store)
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync(store, folder, silos: 3);
        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run([.. cluster.Option, "--cohort-size", "512"]));

        await CommittedAsync(1);
        cluster[0].Kill();
        await CommittedAsync(2);
        cluster[1].Terminate();
        cluster.Begin();
        await CommittedAsync(4);
        await cluster.Store.RestartAsync();

        (await run.EndAsync()).ShouldBe(0, run.Said);
        reference.ShouldBeIn(folder);
        (await cluster[1].EndAsync()).ShouldBe(0, cluster[1].Said);
        cluster[1].Said.ShouldContain("finishes or hands back its cohorts and leaves");
        cluster[2].HasExited.ShouldBeFalse(cluster[2].Said);
        cluster[3].HasExited.ShouldBeFalse(cluster[3].Said);

        Task CommittedAsync(int parts) => Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count >= parts || run.HasExited, () => run.Said);
    }

    [Fact]
    public async Task A_run_on_a_cluster_that_was_killed_can_be_resumed_without_it()
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 1);
        using (var run = VotingSimProcess.Start(folder, ReferenceRun.Run(cluster.Option)))
        {
            await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0, () => run.Said);
            run.Kill();
            await run.EndAsync();
        }

        ReferenceRun.CommittedIn(folder).Count.ShouldBeLessThan(8);
        using var resumed = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume"));
        (await resumed.EndAsync()).ShouldBe(0, resumed.Said);
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task When_all_silos_die_the_run_ends_clearly_keeps_what_it_has_and_goes_on_when_there_is_one_again()
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 1);
        using (var run = VotingSimProcess.Start(folder, ReferenceRun.Run([.. cluster.Option, "--patience", "20"])))
        {
            await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0, () => run.Said);
            cluster[0].Kill();
            (await run.EndAsync()).ShouldBe(1, run.Said);
            run.Said.ShouldContain("No silo of the cluster has answered for ");
            run.Said.ShouldContain("--resume");
            run.Said.ShouldNotContain("   at ");
        }

        await cluster.Begin().SaysAsync("takes part");
        using var resumed = VotingSimProcess.Start(folder, ReferenceRun.Run(["--resume", .. cluster.Option]));
        (await resumed.EndAsync()).ShouldBe(0, resumed.Said);
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task Without_a_silo_or_a_store_a_run_and_a_silo_say_so()
    {
        var folder = reference.NewFolder();
        await using var store = await RedisServer.StartAsync();
        using var lonely = VotingSimProcess.Start(folder, ReferenceRun.Run("--cluster", store.Connection, "--patience", "1"));
        using var postgres = VotingSimProcess.Start(folder, "silo", "--cluster", $"postgres://votingsim:s3cret@127.0.0.1:{FreePort.Next()}/postgres", "--patience", "1");
        using var wrong = VotingSimProcess.Start(folder, "silo", "--cluster", "mysql://host");

        (await lonely.EndAsync()).ShouldBe(1, lonely.Said);
        lonely.Said.ShouldContain("No silo of the cluster at redis://:***@127.0.0.1");
        (await postgres.EndAsync()).ShouldBe(1, postgres.Said);
        postgres.Said.ShouldContain("does not answer");
        (await wrong.EndAsync()).ShouldBe(2, wrong.Said);
        wrong.Said.ShouldContain("expected redis, rediss or postgres");
        (lonely.Said + postgres.Said).ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("redis")]
    [InlineData("postgres")]
    public async Task Passwords_are_neither_logged_nor_stored_and_a_store_can_be_prepared_twice(string kind)
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync(kind, folder, silos: 0);
        using var again = VotingSimProcess.Start(folder, ["cluster", "init", .. cluster.Option]);
        (await again.EndAsync()).ShouldBe(0, again.Said);
        var secret = Path.Combine(folder, "cluster");
        await File.WriteAllTextAsync(secret, cluster.Store.Connection);
        var silo = cluster.Begin("--verbosity", "debug");
        await silo.SaysAsync("takes part");

        using var run = VotingSimProcess.Start(folder, ["run", "myanmar-consensus-or-qmv", "--replications", "100", "--out", "out", "--verbosity", "debug", "--cluster", $"@{secret}"]);
        (await run.EndAsync()).ShouldBe(0, run.Said);

        (silo.Said + run.Said + again.Said).ShouldNotContain(cluster.Store.Password);
        Directory.EnumerateFiles(Path.Combine(folder, "out"), "*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains(cluster.Store.Password));
    }
}
