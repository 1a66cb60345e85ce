using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VotingSim.Classroom.Tests;
using VotingSim.Grains;

[assembly: AssemblyFixture(typeof(SiloFixture))]

namespace VotingSim.Classroom.Tests;

/// <summary>The silo as the product starts it, for all tests of the project.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    private IHost? _host;

    /// <summary>Where grains are called from.</summary>
    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDeliberationSilo();
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
