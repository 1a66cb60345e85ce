using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Events;
using VotingSim.Experiments.Running;

namespace VotingSim.Cli;

/// <summary>The generic host with the silo in it, or with a client of a cluster, for as long as a command needs one.</summary>
internal sealed class DeliberationHost : IAsyncDisposable
{
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
    public static async Task<DeliberationHost> StartAsync(LogEventLevel? verbosity, ClusterOptions? cluster = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = HostSettings.Root });
        builder.AddCommandHost(verbosity);
        await builder.AddDeliberationAsync(cluster);
        var host = builder.Build();
        await host.StartAsync(cluster);
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        Passage.IsUnderWay = true;
        await _host.StopAsync();
        _host.Dispose();
    }
}
