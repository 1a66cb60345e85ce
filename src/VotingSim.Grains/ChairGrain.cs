using Microsoft.Extensions.Logging;
using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>Holds the chair of a table: passes briefs and replies to and fro until a cohort has ended.</summary>
internal sealed partial class ChairGrain(ILogger<ChairGrain> logger) : Grain, IChairGrain
{
    private string? _arm;
    private (Chair Chair, Table Table)? _prepared;

    public async Task<CohortMessage> DeliberateAsync(CohortOrder order)
    {
        var (chair, table) = Prepare(order);
        chair.Open(order.Cohort, await table.OpenAsync(order.Cohort), order.Traced);
        var rounds = 0;
        Reply[] replies;
        do
        {
            replies = await table.AnswerAsync(chair.Brief());
            rounds++;
        }
        while (chair.Conclude(replies));

        LogCohort(order.Arm, order.Cohort.First, order.Cohort.Count, rounds);
        return new(chair.Result());
    }

    private (Chair Chair, Table Table) Prepare(CohortOrder order)
    {
        if (_prepared is not { } prepared || _arm != order.Arm)
        {
            prepared = (new(order.Terms), new(GrainFactory, this.GetPrimaryKeyString(), order.Arm, order.Terms));
            (_arm, _prepared) = (order.Arm, prepared);
        }

        return prepared;
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Debug, Message = "{Arm}: replications from {First}, {Count} of them, ended after {Rounds} rounds")]
    private partial void LogCohort(string arm, uint first, int count, int rounds);
}
