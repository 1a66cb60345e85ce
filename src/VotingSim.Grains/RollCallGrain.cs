using Orleans.Concurrency;

namespace VotingSim.Grains;

/// <summary>Reads the silo's own view of the cluster.</summary>
[StatelessWorker(1)]
internal sealed class RollCallGrain(ISiloStatusOracle oracle) : Grain, IRollCallGrain
{
    public Task<PresentSilo[]> PresentAsync() => Task.FromResult<PresentSilo[]>(
        [.. oracle.GetActiveSilos().Select(silo => new PresentSilo(silo, oracle.TryGetSiloName(silo, out var name) ? name : ""))]);
}
