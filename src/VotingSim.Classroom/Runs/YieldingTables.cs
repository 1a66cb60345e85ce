using VotingSim.Deliberation;
using VotingSim.Experiments.Running;
using VotingSim.Grains;

namespace VotingSim.Classroom.Runs;

/// <summary>Tables that leave the processors to the rooms while people are in one: after each cohort they rest for several times as long as it
/// took.</summary>
/// <param name="tables">The tables.</param>
/// <param name="isInSession">Whether people are in a room now.</param>
/// <param name="clock">The clock.</param>
public sealed class YieldingTables(ITables tables, Func<bool> isInSession, TimeProvider clock) : ITables
{
    /// <summary>How many times as long as it has worked a table rests.</summary>
    public const int Rest = 4;

    /// <inheritdoc/>
    public Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation) =>
        tables.SeatAsync(table => sit(new YieldingTable(this, table)), parallelism, cancellation);

    private sealed class YieldingTable(YieldingTables all, ITable table) : ITable
    {
        public string Site => table.Site;

        public async Task<CohortResult> DeliberateAsync(CohortOrder order) => await all.YieldAfterAsync(() => table.DeliberateAsync(order));
    }

    private async Task<CohortResult> YieldAfterAsync(Func<Task<CohortResult>> work)
    {
        var began = clock.GetTimestamp();
        var result = await work();
        if (isInSession())
        {
            await Task.Delay(Rest * clock.GetElapsedTime(began), clock);
        }

        return result;
    }
}
