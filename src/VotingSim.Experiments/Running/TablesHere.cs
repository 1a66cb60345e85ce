using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Experiments.Running;

/// <summary>Tables in the silo of this process.</summary>
/// <param name="grains">Where the grains are called from.</param>
public sealed class TablesHere(IGrainFactory grains) : ITables
{
    /// <summary>Where the tables stand.</summary>
    internal const string Here = "here";

    private static int _last;

    /// <inheritdoc/>
    public Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, parallelism ?? Environment.ProcessorCount).Select(_ => Task.Run(
            () => sit(new LocalTable(grains.GetGrain<IChairGrain>($"table-{Interlocked.Increment(ref _last)}"))), CancellationToken.None)));

    private sealed class LocalTable(IChairGrain chair) : ITable
    {
        public string Site => Here;

        public async Task<CohortResult> DeliberateAsync(CohortOrder order) => (await chair.DeliberateAsync(order)).Result;

        public async Task<CampaignResult> HoldCampaignsAsync(CampaignOrder order) => (await chair.HoldCampaignsAsync(order)).Result;
    }
}
