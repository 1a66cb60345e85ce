using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Runs;
using VotingSim.Experiments.Running;

namespace VotingSim.Classroom;

/// <summary>The classroom as a part of a web application; the silo, and tables elsewhere than in it, are somebody else's.</summary>
public static class ClassroomApplication
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddClassroom(this IServiceCollection services, ClassroomOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Convener>();
        services.AddSingleton<ResultsShelf>();
        services.TryAddSingleton<ITables, TablesHere>();
        services.TryAddSingleton<ExperimentRunner>();
        services.AddSingleton<RunningExperiment>();
        services.AddSingleton<IRoomStore>(provider => new FileRoomStore(options.Data, provider.GetRequiredService<ILogger<FileRoomStore>>()));
        services.AddSingleton<RoomRegister>();
        services.AddHostedService(provider => provider.GetRequiredService<RoomRegister>());
        services.AddSingleton<RoomBroadcast>();
        services.AddSignalR();
        services.AddRazorComponents().AddInteractiveServerComponents();

        // Nothing that is signed outlives the process, and nothing is written into the user's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services;
    }

    /// <summary>Maps the pages, their files and what they let one download.</summary>
    public static void MapClassroom(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/unknown", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapAssets();
        app.MapDownloads();
        app.MapHub<RoomHub>("/rooms");
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
