using System.Collections.Concurrent;
using System.Net;
using System.Text;
using VotingSim.Cluster.Tests.Servers;

namespace VotingSim.Cluster.Tests;

/// <summary>What a silo tells those who watch it.</summary>
public class WatchedSiloTests(ReferenceRun reference)
{
    [Fact]
    public async Task A_silo_answers_for_its_health_shows_its_dashboard_and_exports_its_metrics_and_traces()
    {
        var folder = reference.NewFolder();
        await using var store = await RedisServer.StartAsync();
        using var collector = new Collector();
        var (health, dashboard) = ($"http://127.0.0.1:{FreePort.Next()}", $"http://127.0.0.1:{FreePort.Next()}");
        (string, string)[] watched = [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "300")];
        using var silo = VotingSimProcess.Start(
            folder,
            ["silo", "--cluster", store.Connection, "--silo-port", "0", "--gateway-port", "0", "--health", health, "--dashboard", dashboard],
            watched);
        await silo.SaysAsync("takes part");
        using var client = new HttpClient();

        (await client.GetStringAsync($"{health}/healthz/live")).ShouldBe("live");
        (await client.GetStringAsync($"{health}/healthz/ready")).ShouldBe("ready");
        (await client.GetStringAsync($"{dashboard}/dashboard/")).ShouldContain("<html", Case.Insensitive);
        (await client.GetAsync($"{health}/dashboard/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var run = VotingSimProcess.Start(folder, ["run", "myanmar-consensus-or-qmv", "--replications", "2000", "--out", "out", "--cluster", store.Connection], watched);
        (await run.EndAsync()).ShouldBe(0, run.Said);
        foreach (var instrument in new[] { "votingsim.cohorts", "votingsim.replications", "votingsim.round.duration", "votingsim.cohorts.under_way", "votingsim.cohorts.waiting", "votingsim.parts" })
        {
            await Wait.UntilAsync(() => collector.Received("/v1/metrics", instrument), () => $"{instrument} was not exported.");
        }

        await Wait.UntilAsync(() => collector.Received("/v1/traces", "deliberate"), () => "No span was exported.");
        silo.Terminate();
        (await silo.EndAsync()).ShouldBe(0, silo.Said);
    }

    /// <summary>Takes what an exporter sends, and looks for names in it.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentBag<(string Path, string Text)> _received = [];

        public Collector()
        {
            Url = $"http://127.0.0.1:{FreePort.Next()}";
            _listener.Prefixes.Add($"{Url}/");
            _listener.Start();
            _ = ReceiveAsync();
        }

        public string Url { get; }

        public bool Received(string path, string name) => _received.Any(message => message.Path == path && message.Text.Contains(name, StringComparison.Ordinal));

        public void Dispose() => _listener.Close();

        private async Task ReceiveAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _received.Add((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // the test is over
            }
        }
    }
}
