using System.Collections.Immutable;
using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>Holds a chair and its table between rounds, and puts what people did into the replies of their seats.</summary>
internal sealed class RoomGrain : Grain, IRoomGrain
{
    // A room waits for its people: no lesson is longer.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    private Chair? _chair;
    private Table? _table;
    private bool _hasEnded;

    public async Task<AgendaMessage?> ConveneAsync(RoomOrder order)
    {
        var chair = new Chair(order.Terms);
        var table = new Table(GrainFactory, $"{this.GetPrimaryKeyString()}/{GrainContext.ActivationId}", order.Terms);
        var cohort = new Cohort(order.Replication, 1);
        var opens = chair.Open(cohort, await table.OpenAsync(cohort), order.Replication + 1L);
        if (opens)
        {
            chair.Begin(await table.ConsultAsync(chair.Brief()));
        }

        (_chair, _table, _hasEnded) = (chair, table, !opens);
        DelayDeactivation(Patience);
        return opens ? AgendaOf(chair) : null;
    }

    public async Task<RoundMessage> HoldRoundAsync(RoundActs acts)
    {
        if (_chair is not { } chair || _table is not { } table || _hasEnded)
        {
            throw new InvalidOperationException($"'{this.GetPrimaryKeyString()}' has no deliberation under way.");
        }

        if (!acts.Text.IsDefaultOrEmpty)
        {
            chair.Propose(acts.Text.AsSpan());
        }

        var replies = await table.AnswerAsync(chair.Brief());
        var own = Array.ConvertAll(replies, reply => reply.Ballots[0]);
        foreach (var act in acts.Seats)
        {
            replies[act.Seat] = replies[act.Seat].Instead(act.Ballot, act.Position.AsSpan());
        }

        _hasEnded = !chair.Conclude(replies);
        return new(chair.Traced[^1], [.. own], _hasEnded ? null : AgendaOf(chair), _hasEnded ? chair.Result() : null);
    }

    public Task CloseAsync()
    {
        (_chair, _table) = (null, null);
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private static AgendaMessage AgendaOf(Chair chair)
    {
        var brief = chair.Brief();
        return new(brief.Round, FirstLane(brief.Draft), FirstLane(brief.Opinions), brief.Urgency[0], chair.SessionDay);
    }

    private static ImmutableArray<double> FirstLane(Columns columns) => [.. Enumerable.Range(0, columns.Count).Select(column => columns[column, 0])];
}
