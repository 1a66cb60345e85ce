using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Experiments.Running;

/// <summary>Tables in the silo of this process.</summary>
/// <param name="grains">Where the grains are called from.</param>
public sealed class TablesHere(IGrainFactory grains) : ITables
{
    private static int _last;

    /// <inheritdoc/>
    public Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, parallelism ?? Environment.ProcessorCount).Select(_ => Task.Run(
            () => sit(new LocalTable(grains.GetGrain<IChairGrain>($"table-{Interlocked.Increment(ref _last)}"))), CancellationToken.None)));

    private sealed class LocalTable(IChairGrain chair) : ITable
    {
        public string Site => "here";

        public async Task<CohortResult> DeliberateAsync(CohortOrder order)
        {
            try
            {
                return (await chair.DeliberateAsync(order)).Result;
            }
            catch (OutOfMemoryException e)
            {
                throw new InsufficientMemoryException(e.Message, e); // of the whole process: no other try will go better
            }
        }
    }
}
