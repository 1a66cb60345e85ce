using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog.Events;
using VotingSim.Experiments;
using VotingSim.Experiments.Tables;
using VotingSim.Grains;

namespace VotingSim.Cli;

/// <summary>The generic host with the silo in it, or with a client of a cluster, for as long as a command needs one.</summary>
internal sealed class DeliberationHost : IAsyncDisposable
{
    private readonly IHost _host;

    private DeliberationHost(IHost host, ITables tables) => (_host, Tables) = (host, tables);

    /// <summary>Where the grains are called from.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Where the cohorts of a run are deliberated.</summary>
    public ITables Tables { get; }

    /// <summary>Runs experiments at the tables.</summary>
    public ExperimentRunner Runner => new(Tables, _host.Services.GetRequiredService<ILogger<ExperimentRunner>>());

    /// <summary>Starts a silo in this process, or joins a cluster as a client.</summary>
    /// <param name="verbosity">Lowest level of log events to be written, whatever the settings say; null leaves it to them.</param>
    /// <param name="cluster">The cluster; null for a silo in this process.</param>
    /// <exception cref="FailedException">No silo of the cluster answers.</exception>
    public static async Task<DeliberationHost> StartAsync(LogEventLevel? verbosity, ClusterOptions? cluster = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = HostSettings.Root });
        builder.AddCommandHost(verbosity);
        if (cluster is { Store: { } store })
        {
            await ClusterConnection.CheckAsync(store);
            builder.AddDeliberationClient(store, cluster.Patience);
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10)); // a silo that does not answer need not be told that we go
        }
        else
        {
            builder.AddDeliberationSilo();
        }

        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch (Exception e) when (cluster is not null)
        {
            host.Dispose();
            throw new FailedException($"No silo of the cluster at {cluster.Store} answers ({e.Message}). Start one: votingsim silo --cluster {cluster.Given}");
        }

        var grains = host.Services.GetRequiredService<IGrainFactory>();
        return new(host, cluster is null ? new TablesHere(grains) : new TablesOfCluster(grains, cluster.Patience, host.Services.GetRequiredService<ILogger<TablesOfCluster>>()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
