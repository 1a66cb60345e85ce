using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using VotingSim.Grains.Clustering;

namespace VotingSim.Grains;

/// <summary>The silo that the tables live in: alone in this process without any server, or one of a cluster; and the client of a cluster.</summary>
public static class DeliberationSilo
{
    // Named once: silos and clients with other names do not find one another.
    private const string Name = "votingsim";

    /// <summary>Adds a silo of its own to a host, bound to the loopback address.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="port">Its port. Default: whatever is free now, so that several can run on one machine; another program may still be quicker, and
    /// then the host does not start.</param>
    public static IHostApplicationBuilder AddDeliberationSilo(this IHostApplicationBuilder builder, int? port = null) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(port ?? FreePort(), gatewayPort: 0, serviceId: Name, clusterId: $"{Name}-{Environment.ProcessId}");
        silo.Configure<ClusterMembershipOptions>(options => options.LivenessEnabled = false);
        silo.AddSittings();
    });

    /// <summary>Adds a silo to a host that joins a cluster, and leaves it when the host stops: once the cohorts at its tables are finished or
    /// handed back.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="store">Where the cluster's silos are found.</param>
    /// <param name="endpoints">Where this one is reached.</param>
    /// <param name="certificates">What the silo shows and asks for; null for a network that is trusted.</param>
    public static IHostApplicationBuilder AddDeliberationSilo(
        this IHostApplicationBuilder builder, ClusterStore store, SiloEndpoints endpoints, ClusterCertificates? certificates = null) =>
        builder.UseOrleans(silo =>
    {
        certificates?.Apply(silo);
        silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (Name, Name));
        _ = store switch
        {
            ClusterStore.Redis redis => silo.UseRedisClustering(to => to.ConfigurationOptions = redis.Options),
            ClusterStore.PostgreSql database =>
                silo.UseAdoNetClustering(to => (to.Invariant, to.ConnectionString) = ("Npgsql", database.ConnectionString)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var siloPort = endpoints.SiloPort > 0 ? endpoints.SiloPort : FreePort();
        var gatewayPort = endpoints.GatewayPort > 0 ? endpoints.GatewayPort : FreePort();
        if ((endpoints.Address ?? (store.IsOnThisMachine ? IPAddress.Loopback : null)) is { } address)
        {
            silo.ConfigureEndpoints(address, siloPort, gatewayPort);
        }
        else
        {
            silo.ConfigureEndpoints(siloPort, gatewayPort);
        }

        if (endpoints.Listen is { } listen)
        {
            silo.Configure<EndpointOptions>(
                at => (at.SiloListeningEndpoint, at.GatewayListeningEndpoint) = (new(listen, siloPort), new(listen, gatewayPort)));
        }

        // A silo that died is out after some six seconds: its cohorts are deliberated again elsewhere.
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(2);
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            membership.IAmAliveTablePublishTimeout = EngineGate.BetweenSignatures;
            membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
            membership.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        });
        silo.Configure<SiloOptions>(options => options.SiloName = Engine.Current.NameSilo(Environment.MachineName));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, EngineGate>();
        silo.AddSittings();
    });

    /// <summary>Makes a host a client of a cluster.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="store">Where the cluster's silos are found.</param>
    /// <param name="patience">How long to try to reach a silo when the host starts.</param>
    /// <param name="certificates">What the client shows and asks for; null for a network that is trusted.</param>
    public static IHostApplicationBuilder AddDeliberationClient(
        this IHostApplicationBuilder builder, ClusterStore store, TimeSpan patience, ClusterCertificates? certificates = null) =>
        builder.UseOrleansClient(client =>
    {
        certificates?.Apply(client);
        client.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (Name, Name));
        _ = store switch
        {
            ClusterStore.Redis redis => client.UseRedisClustering(to => to.ConfigurationOptions = redis.Options),
            ClusterStore.PostgreSql database =>
                client.UseAdoNetClustering(to => (to.Invariant, to.ConnectionString) = ("Npgsql", database.ConnectionString)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
        var since = Environment.TickCount64;
        client.UseConnectionRetryFilter(async (_, cancellation) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
            return Environment.TickCount64 - since < patience.TotalMilliseconds;
        });
    });

    private static void AddSittings(this ISiloBuilder silo)
    {
        silo.Services.AddPlacementDirector<BesideTheChair, BesideTheChairDirector>();
        silo.Services.AddSingleton<Sittings>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(services => services.GetRequiredService<Sittings>());
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
