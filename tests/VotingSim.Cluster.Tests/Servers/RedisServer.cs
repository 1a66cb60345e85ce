using System.Diagnostics;

namespace VotingSim.Cluster.Tests.Servers;

/// <summary>A Redis server that writes every change to disk.</summary>
internal sealed class RedisServer : IStoreServer
{
    private readonly TemporaryFolder _folder = new("redis");
    private readonly int _port = FreePort.Next();
    private Process? _process;

    public string Password => "r3dis-s3cret";

    public string Connection => $"redis://:{Password}@127.0.0.1:{_port}";

    public static async Task<RedisServer> StartAsync()
    {
        Assert.SkipWhen(InstalledProgram.Find("redis-server") is null, "redis-server is not installed: apt-get install redis-server");
        var server = new RedisServer();
        await server.BeginAsync();
        return server;
    }

    public async Task RestartAsync()
    {
        await EndAsync();
        await BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _folder.Dispose();
    }

    private Task BeginAsync()
    {
        _process = InstalledProgram.Start(
            "redis-server", "--bind", "127.0.0.1", "--port", $"{_port}", "--dir", _folder.Path, "--save", "", "--appendonly", "yes", "--appendfsync", "always", "--requirepass", Password);
        return Wait.UntilListeningAsync(_port);
    }

    private async Task EndAsync()
    {
        if (_process is { } process)
        {
            process.Kill(); // the hard way: what it has answered for is in its file
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }
}
