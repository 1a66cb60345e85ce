using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Grains.Tests;

[assembly: AssemblyFixture(typeof(SiloFixture))]

namespace VotingSim.Grains.Tests;

/// <summary>The silo as the product starts it, for all tests of the project.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    private IHost? _host;
    private int _tables;

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

    /// <summary>Where the grains are called from.</summary>
    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Deliberates replications from 0 on at a new table, in cohorts of a size, through the grains.</summary>
    public async Task<IReadOnlyList<CohortResult>> DeliberateAsync(DeliberationTerms terms, int replications, int cohortSize = 1000, long traced = 0)
    {
        var arm = $"arm-{Interlocked.Increment(ref _tables)}";
        var chair = Grains.GetGrain<IChairGrain>(arm);
        var results = new List<CohortResult>();
        for (var first = 0; first < replications; first += cohortSize)
        {
            var cohort = new Cohort((uint)first, Math.Min(cohortSize, replications - first));
            results.Add((await chair.DeliberateAsync(new(arm, terms, cohort, traced))).Result);
        }

        return results;
    }
}
