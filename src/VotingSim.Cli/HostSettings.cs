using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;
using Serilog;
using Serilog.Events;
using VotingSim.Experiments.Running;
using VotingSim.Grains;
using VotingSim.Grains.Clustering;

namespace VotingSim.Cli;

/// <summary>What all hosts of the command have in common: logs, and what they tell of themselves.</summary>
internal static class HostSettings
{
    private const string Exporter = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // At finer levels these write down every message with its arguments: the keys of people and teachers are among them.
    private static readonly string[] Talkative = ["Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Components",
        "Microsoft.AspNetCore.Http.Connections"];

    /// <summary>Where settings are: appsettings.json beside the command, then environment variables.</summary>
    public static string Root => AppContext.BaseDirectory;

    /// <summary>Logs by Serilog, metrics and traces by OpenTelemetry where its endpoint is set, and a life as long as the command's.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="verbosity">Lowest level of log events to be written, whatever the settings say; null leaves it to them.</param>
    public static void AddCommandHost(this IHostApplicationBuilder builder, LogEventLevel? verbosity)
    {
        builder.Services.AddSerilog((_, logger) =>
        {
            logger.ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext().Enrich.With(new FaultText(verbosity <= LogEventLevel.Debug));
            if (verbosity is { } level)
            {
                logger.MinimumLevel.Is(level).MinimumLevel.Override("Orleans", level).MinimumLevel.Override("Microsoft", level);
            }

            else
            {
                logger.Filter.With<Passage>();
            }

            foreach (var source in Talkative)
            {
                logger.MinimumLevel.Override(source, LogEventLevel.Warning);
            }
        });
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();

        if (!string.IsNullOrEmpty(builder.Configuration[Exporter]))
        {
            builder.Services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("votingsim"))
                .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddMeter("Microsoft.Orleans"))
                .WithTracing(traces => traces.AddSource(Telemetry.Name))
                .UseOtlpExporter();
        }
    }

    /// <summary>Adds what deliberates, a silo in this process or a client of a cluster, and what runs experiments there.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="cluster">The cluster; null for a silo in this process.</param>
    /// <param name="port">The port of the silo in this process. Default: whatever is free.</param>
    /// <exception cref="FailedException">The store of the cluster does not answer, or lacks its tables.</exception>
    public static async Task AddDeliberationAsync(this IHostApplicationBuilder builder, ClusterOptions? cluster, int? port = null)
    {
        if (cluster is null)
        {
            builder.AddDeliberationSilo(port);
            builder.Services.AddSingleton<ITables, TablesHere>();
        }
        else
        {
            await ClusterConnection.CheckAsync(cluster.Store, cluster.Words[1]);
            builder.AddDeliberationClient(cluster.Store, cluster.Patience, cluster.Certificates);
            builder.Services.Configure<HostOptions>(options =>
                options.ShutdownTimeout = TimeSpan.FromSeconds(10)); // a silo that does not answer need not be told that we go
            builder.Services.AddSingleton<ITables>(services => ActivatorUtilities.CreateInstance<TablesOfCluster>(services, cluster.Patience));
        }

        builder.Services.AddSingleton<ExperimentRunner>();
    }

    /// <summary>Starts a host.</summary>
    /// <exception cref="FailedException">No silo of the cluster answers, or none is of this engine.</exception>
    public static async Task StartAsync(this IHost host, ClusterOptions? cluster, CancellationToken cancellation = default)
    {
        Passage.IsUnderWay = true;
        try
        {
            await host.StartAsync(cancellation);
            Passage.IsUnderWay = false;
        }
        catch (Exception e) when (cluster is not null && e is not (IOException or OperationCanceledException))
        {
            host.Dispose();
            throw new FailedException($"No silo of the cluster at {cluster.Store} answers ({e.Message}). Start one: "
                + ClusterConnection.Command(["silo"], cluster.Words));
        }

        if (cluster is not null)
        {
            await RefuseStrangersAsync(host, cluster);
        }
    }

    // Where some silos are of this engine, they get the work.
    private static async Task RefuseStrangersAsync(IHost host, ClusterOptions cluster)
    {
        PresentSilo[] present;
        try
        {
            present = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IRollCallGrain>(0).PresentAsync();
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return; // whoever works there waits for an answer, and asks again
        }

        if (present.Length > 0 && !present.Any(silo => silo.IsOfThisEngine))
        {
            Passage.IsUnderWay = true;
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
            throw new FailedException($"The cluster at {cluster.Store} deliberates by another engine than this command, {Engine.Current}: its silo "
                + $"{string.Join(", its silo ", present)}. Their numbers may differ, so that nothing was sent there. Use the same version of "
                + "votingsim on every machine.");
        }
    }

    /// <summary>The host lives as long as its command, which hears the signals itself.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
