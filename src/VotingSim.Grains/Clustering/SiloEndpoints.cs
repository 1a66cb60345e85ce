using System.Net;
using System.Net.Sockets;

namespace VotingSim.Grains.Clustering;

/// <summary>Where a silo of a cluster can be reached.</summary>
public sealed record SiloEndpoints
{
    /// <summary>The address that the other silos and the clients use. Default: the loopback address where the store is on this machine,
    /// otherwise this machine's first address.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The address that the silo listens at, where it is not the one that others use: behind a router, or in a container. Default:
    /// the same.</summary>
    public IPAddress? Listen { get; init; }

    /// <summary>Port for the other silos; 0 takes any that is free. Default: 11111.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>Port for clients; 0 takes any that is free. Default: 30000.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>Finds a program that listens already where a silo of a store would. Two silos at one address take each other for one that was
    /// started anew, and the older ends itself.</summary>
    /// <returns>Where it listens; null where all is free.</returns>
    public IPEndPoint? FindTaken(ClusterStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var address = Listen ?? Address ?? (store.IsOnThisMachine ? IPAddress.Loopback : IPAddress.Any);
        return new[] { SiloPort, GatewayPort }.Where(port => port > 0).Select(port => new IPEndPoint(address, port)).FirstOrDefault(IsTaken);
    }

    /// <summary>Whether a program listens there already.</summary>
    public static bool IsTaken(IPEndPoint at)
    {
        ArgumentNullException.ThrowIfNull(at);
        using var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(at);
            socket.Listen();
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
        catch (SocketException)
        {
            return false; // not for its port; whoever opens it says why
        }
    }
}
