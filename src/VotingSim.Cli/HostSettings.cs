using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;
using Serilog;
using Serilog.Events;
using VotingSim.Grains;

namespace VotingSim.Cli;

/// <summary>What all hosts of the command have in common: logs, and what they tell of themselves.</summary>
internal static class HostSettings
{
    private const string Exporter = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // At finer levels these write down every message with its arguments: the keys of people and teachers are among them.
    private static readonly string[] Talkative = ["Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http.Connections"];

    /// <summary>Where settings are: appsettings.json beside the command, then environment variables.</summary>
    public static string Root => AppContext.BaseDirectory;

    /// <summary>Logs by Serilog, metrics and traces by OpenTelemetry where its endpoint is set, and a life as long as the command's.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="verbosity">Lowest level of log events to be written, whatever the settings say; null leaves it to them.</param>
    public static void AddCommandHost(this IHostApplicationBuilder builder, LogEventLevel? verbosity)
    {
        builder.Services.AddSerilog((_, logger) =>
        {
            logger.ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
            if (verbosity is { } level)
            {
                logger.MinimumLevel.Is(level).MinimumLevel.Override("Orleans", level).MinimumLevel.Override("Microsoft", level);
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

    /// <summary>The host lives as long as its command, which hears the signals itself.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
