using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Keepsakes;
using VotingSim.Classroom.Languages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Runs;
using VotingSim.Experiments.Running;
using VotingSim.Report.Printing;

namespace VotingSim.Classroom;

/// <summary>The classroom as a part of a web application; the silo, and tables elsewhere than in it, are somebody else's.</summary>
public static class ClassroomApplication
{
    // A page that has not heard the server for three seconds says so: it hears something every second.
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Adds what the pages need.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="options">Where it finds what is the user's.</param>
    /// <param name="access">Who may reach it. Default: whoever names this machine; its host is who sits at it.</param>
    public static IServiceCollection AddClassroom(this IServiceCollection services, ClassroomOptions options, AccessOptions? access = null)
    {
        services.AddSingleton(options);
        services.AddSingleton(access ?? new());
        services.AddSingleton(new LanguageShelf(options.Languages));
        services.AddSingleton<HostKey>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<KnownHosts>();
        services.AddSingleton<AttemptLimits>();
        services.Configure<KestrelServerOptions>(server => server.AddServerHeader = false);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Convener>();
        services.AddSingleton<CrisisLibrary>();
        services.AddSingleton<ResultsShelf>();
        services.TryAddSingleton<ITables, TablesHere>();
        services.AddSingleton<RunningExperiment>();
        services.AddSingleton<OtherWorlds>();
        services.AddSingleton<IRoomStore>(provider => new FileRoomStore(options.Data, provider.GetRequiredService<ILogger<FileRoomStore>>()));
        services.AddSingleton<RoomRegister>();
        services.AddHostedService(provider => provider.GetRequiredService<RoomRegister>());
        services.AddSingleton<RoomBroadcast>();
        services.AddSingleton<Debriefs>();
        services.TryAddSingleton<PagePrinter>(_ => PdfPrinter.PrintAsync);
        services.AddSingleton<Handouts>();
        services.AddSignalR();
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => (hub.KeepAliveInterval, hub.ClientTimeoutInterval) = (Pulse, Silence));
        services.AddScoped<CircuitConnection>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitConnection>());

        // Nothing that is signed outlives the process, and nothing is written into the user's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services;
    }

    /// <summary>Maps the pages, their files and what they let one download.</summary>
    public static void MapClassroom(this WebApplication app)
    {
        app.UseLanguages();
        app.UseAccessRules();
        app.UseStatusCodePagesWithReExecute("/unknown", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapAssets();
        app.MapDownloads();
        app.MapHostKey();
        app.MapBallots();
        app.MapHub<RoomHub>("/rooms");
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
