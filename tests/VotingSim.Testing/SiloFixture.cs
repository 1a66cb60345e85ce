using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Grains;
using Xunit;

namespace VotingSim.Testing;

/// <summary>
/// The silo as the product starts it, for all tests of a project: <c>[assembly: AssemblyFixture(typeof(SiloFixture))]</c>,
/// and a test class takes it as a parameter of its constructor.
/// </summary>
public sealed class SiloFixture : IAsyncLifetime
{
    private IHost? _host;
    private int _tables;

    /// <summary>Where the grains are called from.</summary>
    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>A silo outside a test project, once it has started.</summary>
    public static async Task<SiloFixture> StartAsync()
    {
        var silo = new SiloFixture();
        await silo.InitializeAsync();
        return silo;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDeliberationSilo();
        _host = builder.Build();
        await _host.StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>Deliberates replications from 0 on at a new table, in cohorts of a size, through the grains.</summary>
    /// <param name="terms">What is deliberated, by whom and under which rule.</param>
    /// <param name="replications">How many, from 1 on.</param>
    /// <param name="cohortSize">How many of them a cohort holds, from 1 on; the last may hold fewer. The default is 1000.</param>
    /// <param name="traced">Replications with an index below this number keep their rounds. The default is 0: none.</param>
    /// <returns>A result for every cohort, in order.</returns>
    public async Task<IReadOnlyList<CohortResult>> DeliberateAsync(
        DeliberationTerms terms, int replications, int cohortSize = 1000, long traced = 0)
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

    /// <summary>Holds campaigns from replication 0 on at a new table, in cohorts of a size, through the grains.</summary>
    /// <param name="terms">What arises, at whose table and under which rule.</param>
    /// <param name="replications">How many, from 1 on.</param>
    /// <param name="cohortSize">How many of them a cohort holds, from 1 on; the last may hold fewer. The default is 1000.</param>
    /// <returns>A result for every cohort, in order.</returns>
    public async Task<IReadOnlyList<CampaignResult>> HoldAsync(CampaignTerms terms, int replications, int cohortSize = 1000)
    {
        var arm = $"arm-{Interlocked.Increment(ref _tables)}";
        var chair = Grains.GetGrain<IChairGrain>(arm);
        var results = new List<CampaignResult>();
        for (var first = 0; first < replications; first += cohortSize)
        {
            var cohort = new Cohort((uint)first, Math.Min(cohortSize, replications - first));
            results.Add((await chair.HoldCampaignsAsync(new(arm, terms, cohort))).Result);
        }

        return results;
    }
}
