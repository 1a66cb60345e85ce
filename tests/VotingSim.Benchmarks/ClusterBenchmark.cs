using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Experiments.Running;
using VotingSim.Grains;
using VotingSim.Grains.Clustering;

namespace VotingSim.Benchmarks;

/// <summary>Two silos against one, and a cluster against the silo of this process, on two cores: in turn, as ratios. Needs redis-server and taskset.</summary>
internal static class ClusterBenchmark
{
    private const int Pairs = 7;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder("benchmark");
        var port = FreePort.Next();
        using var redis = InstalledProgram.Start("redis-server", "--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder.Path, "--save", "");
        try
        {
            // Three clusters that know nothing of one another, in three databases of the same server; while one works the others wait.
            await using var one = await ClusterAsync(port, 0, "0");
            await using var two = await ClusterAsync(port, 1, "0", "1");
            await using var here = await HereAsync();
            Console.WriteLine("Myanmar's shape, qualified majority; no rows are written. Million member-rounds per second of the clock, and nanoseconds of processor time per member-round, of all processes.");
            Console.WriteLine($"Load of the machine before: {File.ReadAllText("/proc/loadavg").Trim()}");
            await CompareAsync("two silos on two cores", two, "one silo on one of them", one);
            await CompareAsync("two silos on two cores", two, "a silo in this process, two tables", here);
            Console.WriteLine($"Load of the machine after: {File.ReadAllText("/proc/loadavg").Trim()}");
        }
        finally
        {
            redis.Kill();
            await redis.WaitForExitAsync();
        }
    }

    private static async Task CompareAsync(string first, Place a, string second, Place b)
    {
        await a.MeasureAsync(Measured);
        await b.MeasureAsync(Measured);
        var (firsts, seconds) = (new Pace[Pairs], new Pace[Pairs]);
        for (var pair = 0; pair < Pairs; pair++)
        {
            firsts[pair] = await a.MeasureAsync(Measured);
            seconds[pair] = await b.MeasureAsync(Measured);
        }

        Console.WriteLine();
        Line(first, firsts);
        Line(second, seconds);
        Ratio("by the clock", firsts.Zip(seconds, (x, y) => x.PerSecond / y.PerSecond));
        Ratio("by processor time", firsts.Zip(seconds, (x, y) => y.Nanoseconds / x.Nanoseconds));

        static void Line(string name, Pace[] paces) => Console.WriteLine($"  {name,-44}{Median(paces.Select(pace => pace.PerSecond / 1e6)),8:F2} M/s {Median(paces.Select(pace => pace.Nanoseconds)),8:F1} ns");

        static void Ratio(string name, IEnumerable<double> ratios) => Console.WriteLine($"    ratio {name,-20}{Median(ratios),6:F2}   [{ratios.Min():F2}, {ratios.Max():F2}]");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);

    private static async Task<Place> HereAsync()
    {
        var silo = await SiloFixture.StartAsync();
        return new(silo.DisposeAsync, new TablesHere(silo.Grains), tables: 2, new RunOptions().CohortSize, []);
    }

    private static async Task<Place> ClusterAsync(int port, int database, params string[] cores)
    {
        var connection = $"redis://127.0.0.1:{port}/{database}";
        var silos = cores.Select(core => InstalledProgram.Start(
            "taskset", "-c", core, "dotnet", VotingSimProcess.Program, "silo", "--cluster", connection, "--silo-port", "0", "--gateway-port", "0")).ToArray();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDeliberationClient(ClusterStore.Parse(connection), TimeSpan.FromMinutes(2));
        var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        while ((await grains.GetGrain<IRollCallGrain>(0).PresentAsync()).Length < cores.Length)
        {
            await Task.Delay(200);
        }

        return new(StopAsync, new TablesOfCluster(grains, TimeSpan.FromMinutes(1), NullLogger<TablesOfCluster>.Instance), tables: 2, RunOptions.CohortSizeOfCluster, silos);

        async ValueTask StopAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>How fast it goes.</summary>
    private readonly record struct Pace(double PerSecond, double Nanoseconds);

    /// <summary>Where cohorts are deliberated: the tables, and the processes that they are in besides this one.</summary>
    private sealed class Place(Func<ValueTask> stop, ITables at, int tables, int cohortSize, Process[] processes) : IAsyncDisposable
    {
        public async Task<Pace> MeasureAsync(TimeSpan time)
        {
            var terms = Worlds.Myanmar();
            var (memberRounds, next, processor, clock) = (0L, 0, ProcessorTime(), Stopwatch.StartNew());
            await at.SeatAsync(
                async table =>
                {
                    while (clock.Elapsed < time)
                    {
                        var result = await table.DeliberateAsync(new("benchmark", terms, new((uint)(Interlocked.Increment(ref next) * cohortSize), cohortSize), Traced: 0));
                        Interlocked.Add(ref memberRounds, PlainLoop.RoundsOf(result) * terms.Roster.Size);
                    }
                },
                tables,
                CancellationToken.None);
            return new(memberRounds / clock.Elapsed.TotalSeconds, (ProcessorTime() - processor).TotalNanoseconds / memberRounds);
        }

        public async ValueTask DisposeAsync()
        {
            await stop();
            foreach (var process in processes)
            {
                process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }

        private TimeSpan ProcessorTime()
        {
            var sum = Environment.CpuUsage.TotalTime;
            foreach (var process in processes)
            {
                process.Refresh();
                sum += process.TotalProcessorTime;
            }

            return sum;
        }
    }
}
