using System.Net;

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
}
