namespace VotingSim.Cluster.Tests;

/// <summary>Silos that do not die and yet do not answer: cut off, or asleep.</summary>
public class CutOffTests(ReferenceRun reference)
{
    [Fact]
    public async Task Cut_off_from_one_of_two_silos_a_run_goes_on_and_when_the_network_is_mended_it_ends_with_the_same_bytes()
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 1);
        using var away = await SiloBehindProxy.StartAsync(cluster);
        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run([.. cluster.Option, "--cohort-size", "512"]));

        await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0 || run.HasExited, () => run.Said);
        away.ForClients.Cut();
        var before = ReferenceRun.CommittedIn(folder).Count;
        await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > before || run.HasExited, () => run.Said);
        away.ForClients.Mend();

        (await run.EndAsync()).ShouldBe(0, run.Said);
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task Cut_off_from_all_silos_a_run_does_not_hang_but_ends_clearly_and_can_be_resumed_without_them()
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 0);
        using var away = await SiloBehindProxy.StartAsync(cluster);
        using (var run = VotingSimProcess.Start(folder, ReferenceRun.Run([.. cluster.Option, "--patience", "5"])))
        {
            await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0, () => run.Said);
            away.ForClients.Cut();
            (await run.EndAsync()).ShouldBe(1, run.Said);
            run.Said.ShouldContain("No silo of the cluster has answered for ");
            run.Said.ShouldContain("--resume");
        }

        using var resumed = VotingSimProcess.Start(folder, ReferenceRun.Run("--resume"));
        (await resumed.EndAsync()).ShouldBe(0, resumed.Said);
        reference.ShouldBeIn(folder);
    }

    [Fact]
    public async Task A_silo_that_slept_and_was_given_up_ends_in_a_line_and_the_run_went_on_without_it()
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 3);
        // Small cohorts are slow: the run is still at work when the silo is given up.
        using var run = VotingSimProcess.Start(folder, ReferenceRun.Run([.. cluster.Option, "--cohort-size", "11"]));
        await Wait.UntilAsync(() => ReferenceRun.CommittedIn(folder).Count > 0 || run.HasExited, () => run.Said);
        cluster[0].Suspend();

        (await run.EndAsync()).ShouldBe(0, run.Said);
        reference.ShouldBeIn(folder);
        run.Said.ShouldContain("has left");
        cluster[0].GoOn();
        (await cluster[0].EndAsync()).ShouldBe(1, cluster[0].Said);
        cluster[0].Error.ShouldContain("The silo is out of its cluster and ends: ");
        (cluster[0].Said + run.Said).ShouldNotContain("   at ");
    }
}
