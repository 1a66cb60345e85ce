using System.Net;

namespace VotingSim.Cluster.Tests;

/// <summary>A silo that is known at one address and listens at another: what goes between can be cut.</summary>
internal sealed class SiloBehindProxy : IDisposable
{
    private static readonly IPAddress Known = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress Real = IPAddress.Parse("127.0.0.3");

    private readonly TcpProxy _forSilos;

    private SiloBehindProxy(int siloPort, int gatewayPort) => (_forSilos, ForClients) = (Between(siloPort), Between(gatewayPort));

    /// <summary>The way that clients go.</summary>
    public TcpProxy ForClients { get; }

    public static async Task<SiloBehindProxy> StartAsync(ClusterOfSilos cluster)
    {
        var (siloPort, gatewayPort) = (FreePort.Next(), FreePort.Next());
        var proxy = new SiloBehindProxy(siloPort, gatewayPort);
        await cluster.Begin("--address", $"{Known}", "--listen", $"{Real}", "--silo-port", $"{siloPort}", "--gateway-port", $"{gatewayPort}").SaysAsync("takes part");
        return proxy;
    }

    public void Dispose()
    {
        _forSilos.Dispose();
        ForClients.Dispose();
    }

    private static TcpProxy Between(int port) => new(new(Known, port), new(Real, port));
}
