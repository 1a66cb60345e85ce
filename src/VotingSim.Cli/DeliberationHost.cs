using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;
using Serilog.Events;
using VotingSim.Grains;

namespace VotingSim.Cli;

/// <summary>The generic host with the silo in it, for as long as a command needs one.</summary>
internal sealed class DeliberationHost : IAsyncDisposable
{
    // At finer levels these write down every message with its arguments: the keys of people and teachers are among them.
    private static readonly string[] Talkative = ["Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http.Connections"];

    private readonly IHost _host;

    private DeliberationHost(IHost host) => _host = host;

    /// <summary>Where the grains are called from.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts a silo in this process. Settings: appsettings.json beside the command, then environment variables.</summary>
    /// <param name="verbosity">Lowest level of log events to be written, whatever the settings say; null leaves it to them.</param>
    public static async Task<DeliberationHost> StartAsync(LogEventLevel? verbosity)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        Compose(builder, verbosity);
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>What every host of a command has: the log, the silo, and a life that the command rules over.</summary>
    public static void Compose(IHostApplicationBuilder builder, LogEventLevel? verbosity)
    {
        builder.Services.AddSerilog((_, logger) =>
        {
            logger.ReadFrom.Configuration(builder.Configuration);
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
        builder.AddDeliberationSilo();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    /// <summary>The host lives as long as its command, which hears the signals itself.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
