using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Deliberation;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Scoring;

/// <summary>What the model says of cases under each of several structures.</summary>
public sealed class StructureForecasts
{
    private readonly ScoredCases _cases;
    private readonly ImmutableArray<(Structure Structure, DeliberationTerms[] Terms)> _structures;

    private StructureForecasts(ScoredCases cases, ImmutableArray<(Structure Structure, DeliberationTerms[] Terms)> structures) =>
        (_cases, _structures) = (cases, structures);

    /// <summary>Prepares every case under every structure.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="structures">How deliberations run.</param>
    /// <param name="seed">Seed of all draws: the same luck for all.</param>
    /// <exception cref="Configuration.ConfigurationException">A structure does not fit a case.</exception>
    public static StructureForecasts Of(ScoredCases cases, IReadOnlyList<Structure> structures, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return new(cases, [.. structures.Select(structure =>
            (structure, cases.All.Select(one => CaseTerms.Of(one, structure, seed)).ToArray()))]);
    }

    /// <summary>Number of deliberations of all cases under all structures.</summary>
    /// <param name="worlds">Number of worlds of each.</param>
    public long Total(int worlds) => (long)worlds * _cases.All.Length * _structures.Length;

    /// <summary>Deliberates every case in the same worlds.</summary>
    /// <param name="deliberations">Where that is done.</param>
    /// <param name="worlds">Number of worlds. Range: &gt;= 1.</param>
    /// <param name="progress">Told how many of <see cref="Total"/> are done; null for nobody.</param>
    /// <param name="cancellation">Stops between two cohorts.</param>
    /// <returns>A model for each structure, in their order.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ImmutableArray<ForecastModel>> RunAsync(
        CaseDeliberations deliberations, int worlds, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deliberations);
        var models = ImmutableArray.CreateBuilder<ForecastModel>(_structures.Length);
        foreach (var (index, (structure, terms)) in _structures.Index())
        {
            var before = (long)worlds * _cases.All.Length * index;
            var results = await deliberations.RunAsync(terms, worlds, progress is null ? null : new After(progress, before), cancellation);
            models.Add(new(structure.Name, structure.Name, IsBaseline: false, [.. _cases.All.Zip(results, Forecast.Of)]));
        }

        return models.MoveToImmutable();
    }

    // Deliberations under one structure come after those under the ones before it.
    private sealed class After(IProgress<long> all, long before) : IProgress<long>
    {
        public void Report(long value) => all.Report(before + value);
    }
}
