using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Experiments;
using VotingSim.Experiments.Tables;
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
        var folder = Directory.CreateTempSubdirectory("votingsim-benchmark-").FullName;
        var port = FreePort();
        using var redis = Start("redis-server", "--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder, "--save", "");
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
            Directory.Delete(folder, recursive: true);
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
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDeliberationSilo();
        var host = builder.Build();
        await host.StartAsync();
        return new(host, new TablesHere(host.Services.GetRequiredService<IGrainFactory>()), tables: 2, new RunOptions().CohortSize, []);
    }

    private static async Task<Place> ClusterAsync(int port, int database, params string[] cores)
    {
        var connection = $"redis://127.0.0.1:{port}/{database}";
        var silos = cores.Select(core => Start(
            "taskset", "-c", core, "dotnet", Path.Combine(AppContext.BaseDirectory, "votingsim.dll"), "silo", "--cluster", connection, "--silo-port", "0", "--gateway-port", "0")).ToArray();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDeliberationClient(ClusterStore.Parse(connection), TimeSpan.FromMinutes(2));
        var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        while ((await grains.GetGrain<IRollCallGrain>(0).PresentAsync()).Length < cores.Length)
        {
            await Task.Delay(200);
        }

        return new(host, new TablesOfCluster(grains, TimeSpan.FromMinutes(1), NullLogger<TablesOfCluster>.Instance), tables: 2, RunOptions.CohortSizeOfCluster, silos);
    }

    private static Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>How fast it goes.</summary>
    private readonly record struct Pace(double PerSecond, double Nanoseconds);

    /// <summary>Where cohorts are deliberated: the tables, and the processes that they are in besides this one.</summary>
    private sealed class Place(IHost host, ITables at, int tables, int cohortSize, Process[] processes) : IAsyncDisposable
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
            await host.StopAsync();
            host.Dispose();
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
