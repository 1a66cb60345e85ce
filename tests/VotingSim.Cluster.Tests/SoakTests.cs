using System.Diagnostics;
using System.Globalization;

namespace VotingSim.Cluster.Tests;

/// <summary>Minutes of random deaths, departures and arrivals. Only where VOTINGSIM_SOAK says for how many minutes.</summary>
public class SoakTests(ReferenceRun reference)
{
    private const string Minutes = "VOTINGSIM_SOAK";

    [Fact]
    public async Task Through_minutes_of_random_kills_and_joins_every_run_has_the_same_bytes_and_no_silo_grows()
    {
        Assert.SkipUnless(double.TryParse(Environment.GetEnvironmentVariable(Minutes), CultureInfo.InvariantCulture, out var minutes), $"A soak; {Minutes}=10 runs it for ten minutes.");
        var random = new Random(5);
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 3);
        var settled = new Dictionary<int, long>();
        var (runs, kills, stops, clock) = (0, 0, 0, Stopwatch.StartNew());
        while (clock.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            using var run = VotingSimProcess.Start(folder, ReferenceRun.Run([.. cluster.Option, "--overwrite"]));
            while (!run.HasExited)
            {
                await Task.Delay(random.Next(500, 6000));
                var alive = cluster.Silos.Where(silo => !silo.HasExited).ToArray();
                if (alive.Length > 2)
                {
                    var victim = alive[random.Next(1, alive.Length)]; // the first lives on, to see whether it grows
                    if (random.Next(2) == 0)
                    {
                        victim.Kill();
                        kills++;
                    }
                    else
                    {
                        victim.Terminate();
                        stops++;
                    }
                }
                else
                {
                    await cluster.Begin().SaysAsync("takes part");
                }
            }

            (await run.EndAsync()).ShouldBe(0, run.Said);
            reference.ShouldBeIn(folder);
            runs++;
            var (memory, handles) = (cluster[0].Memory, Directory.GetFiles($"/proc/{cluster[0].Id}/fd").Length);
            settled.TryAdd(0, memory);
            settled.TryAdd(1, handles);
            TestContext.Current.SendDiagnosticMessage($"{clock.Elapsed:mm\\:ss}: run {runs}, {kills} killed, {stops} stopped; the first silo holds {memory >> 20} MiB and {handles} handles");
            cluster[0].HasExited.ShouldBeFalse(cluster[0].Said);
            memory.ShouldBeLessThan(settled[0] + (300L << 20));
            handles.ShouldBeLessThan((int)settled[1] + 100);
        }
    }
}
