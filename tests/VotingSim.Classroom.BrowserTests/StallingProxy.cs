using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>Stands between a browser and the server and can hold every byte back, as a network does that has gone away without a word.</summary>
internal sealed class StallingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly Uri _server;
    private volatile TaskCompletionSource _open = new();

    public StallingProxy(string server)
    {
        _server = new(server);
        _open.SetResult();
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where browsers reach the server through it.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>When a browser asked for a live connection.</summary>
    public ConcurrentQueue<long> Asked { get; } = [];

    /// <summary>Nothing goes through any more, either way, and nobody is told.</summary>
    public void Stall() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held back goes on.</summary>
    public void GoOn() => _open.TrySetResult();

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        GoOn();
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync();
                _clients.Add(browser);
                _ = JoinAsync(browser);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task JoinAsync(TcpClient browser)
    {
        var server = new TcpClient();
        _clients.Add(server);
        await server.ConnectAsync(_server.Host, _server.Port);
        await Task.WhenAll(PassAsync(browser, server), PassAsync(server, browser));
    }

    private async Task PassAsync(TcpClient from, TcpClient to)
    {
        var bytes = new byte[16384];
        try
        {
            int count;
            do
            {
                count = await from.GetStream().ReadAsync(bytes);
                if (bytes.AsSpan(0, count).IndexOf("/_blazor/negotiate"u8) >= 0)
                {
                    Asked.Enqueue(Stopwatch.GetTimestamp());
                }

                await _open.Task;
                await to.GetStream().WriteAsync(bytes.AsMemory(0, count));
            }
            while (count > 0);

            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException or InvalidOperationException)
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
