using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Events;
using VotingSim.Experiments.Running;

namespace VotingSim.Cli;

/// <summary>The generic host with the silo in it, or with a client of a cluster, for as long as a command needs one.</summary>
internal sealed class DeliberationHost : IAsyncDisposable
{
    // A port that is free may be another program's before the silo is bound to it.
    private const int MostAttempts = 5;

    private readonly IHost _host;

    private DeliberationHost(IHost host) => _host = host;

    /// <summary>Where the grains are called from.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Runs experiments there.</summary>
    public ExperimentRunner Runner => _host.Services.GetRequiredService<ExperimentRunner>();

    /// <summary>Starts a silo in this process, or joins a cluster as a client.</summary>
    /// <param name="verbosity">Lowest level of log events to be written, whatever the settings say; null leaves it to them.</param>
    /// <param name="cluster">The cluster; null for a silo in this process.</param>
    /// <exception cref="FailedException">No silo of the cluster answers.</exception>
    public static Task<DeliberationHost> StartAsync(LogEventLevel? verbosity, ClusterOptions? cluster = null) =>
        StartAsync(verbosity, cluster, _ => null);

    /// <summary>Starts a silo in this process, or joins a cluster as a client.</summary>
    /// <param name="verbosity">Lowest level of log events to be written, whatever the settings say; null leaves it to them.</param>
    /// <param name="cluster">The cluster; null for a silo in this process.</param>
    /// <param name="port">The port of the silo at each attempt, from 1; null for whatever is free.</param>
    internal static async Task<DeliberationHost> StartAsync(LogEventLevel? verbosity, ClusterOptions? cluster, Func<int, int?> port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = HostSettings.Root });
            builder.AddCommandHost(verbosity);
            await builder.AddDeliberationAsync(cluster, port(attempt));
            var host = builder.Build();
            try
            {
                await host.StartAsync(cluster);
                return new(host);
            }
            catch (AddressInUseException) when (cluster is null && attempt < MostAttempts)
            {
                host.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Passage.IsUnderWay = true;
        await _host.StopAsync();
        _host.Dispose();
    }
}
