using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace VotingSim.Grains;

/// <summary>The silo that the tables live in: in this process, alone, bound to the loopback address and without any server.</summary>
public static class DeliberationSilo
{
    /// <summary>Adds the silo to a host. Its port is whatever is free, so that several can run on one machine.</summary>
    public static IHostApplicationBuilder AddDeliberationSilo(this IHostApplicationBuilder builder) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: "votingsim", clusterId: $"votingsim-{Environment.ProcessId}");
        silo.Configure<ClusterMembershipOptions>(options => options.LivenessEnabled = false);
    });

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
