using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Rooms;
using VotingSim.Grains;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>The classroom with its silo on a port of its own, as the command composes it; what it logs is kept.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private Server(WebApplication app, TemporaryFolder folder, Log log) => (_app, _folder, Faults) = (app, folder, log.Faults);

    /// <summary>The folder that it runs in.</summary>
    public string Folder => _folder.Path;

    /// <summary>Errors that it wrote down.</summary>
    public ConcurrentQueue<string> Faults { get; }

    public string Address => _app.Urls.First();

    /// <summary>What makes somebody elsewhere the host.</summary>
    public string HostKey => _app.Services.GetRequiredService<HostKey>().Text;

    /// <summary>The rooms, from inside.</summary>
    public RoomRegister Rooms => _app.Services.GetRequiredService<RoomRegister>();

    /// <summary>The debriefs of rooms, from inside.</summary>
    public Debriefs Debriefs => _app.Services.GetRequiredService<Debriefs>();

    /// <summary>The grains of its silo.</summary>
    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts it.</summary>
    /// <param name="access">Who may reach it.</param>
    /// <param name="also">Adds what takes the place of a part of it.</param>
    public static async Task<Server> StartAsync(AccessOptions? access = null, Action<IServiceCollection>? also = null)
    {
        var folder = new TemporaryFolder("server");
        var log = new Log();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Error);
        builder.AddDeliberationSilo();
        also?.Invoke(builder.Services);
        builder.Services.AddClassroom(new() { Folder = folder.Path }, access);
        var app = builder.Build();
        app.MapClassroom();
        await app.StartAsync();
        return new(app, folder, log);
    }

    /// <summary>A program's connection.</summary>
    /// <param name="origin">The page that it says it comes from; null for none.</param>
    /// <param name="from">The address that somebody between says it comes from; null for this machine.</param>
    public async Task<Client> ConnectAsync(string? origin = null, string? from = null)
    {
        var client = new Client(new HubConnectionBuilder().WithUrl($"{Address}/rooms", options =>
        {
            if (origin is not null)
            {
                options.Headers.Add("Origin", origin);
            }

            if (from is not null)
            {
                options.Headers.Add("X-Forwarded-For", from);
            }
        }).Build());
        await client.StartAsync();
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class Log : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Faults { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Faults.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
