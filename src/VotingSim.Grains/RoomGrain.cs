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
        var table = TableOf(order.Terms);
        var cohort = order.Before is { } before ? await RememberAsync(before, order.Replication) : new Cohort(order.Replication, 1);
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

        if (acts.CallsVote is { } calls)
        {
            chair.CallVote(calls);
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

    // The members sit on the matters before once more, as far as their memory goes: they open, and are told what came of it.
    private async Task<Cohort> RememberAsync(RoomMemory before, uint replication)
    {
        var streams = before.Campaign.Streams;
        await TableOf(streams[0].Terms).BeginAsync(before.Campaign.Conduct, new(replication, 1));
        for (var matter = 0; matter < before.Results.Length; matter++)
        {
            var (table, sitting) = (TableOf(streams[matter].Terms), RoomMemory.SittingOf(before.Campaign, replication, matter));
            await table.OpenAsync(sitting);
            await table.RememberAsync(before.Results[matter] with { Cohort = sitting });
        }

        return RoomMemory.SittingOf(before.Campaign, replication, before.Results.Length);
    }

    private Table TableOf(DeliberationTerms terms) => new(GrainFactory, $"{this.GetPrimaryKeyString()}/{GrainContext.ActivationId}", terms);

    private static AgendaMessage AgendaOf(Chair chair)
    {
        var brief = chair.Brief();
        return new(brief.Round, FirstLane(brief.Draft), FirstLane(brief.Opinions), brief.Urgency[0], chair.SessionDay);
    }

    private static ImmutableArray<double> FirstLane(Columns columns) => [.. Enumerable.Range(0, columns.Count).Select(column => columns[column, 0])];
}
