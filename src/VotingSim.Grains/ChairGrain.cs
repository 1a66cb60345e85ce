using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Grains.Clustering;

namespace VotingSim.Grains;

/// <summary>Holds the chair of a table: passes briefs and replies to and fro until a cohort has ended. Placed where there is room, unless
/// its caller names a silo.</summary>
[ResourceOptimizedPlacement, CollectionAgeLimit(Minutes = 2)]
internal sealed partial class ChairGrain(Sittings sittings, ILocalSiloDetails silo, ILogger<ChairGrain> logger) : Grain, IChairGrain
{
    private static readonly Func<ILogger, string, uint, IDisposable?> Scope = LoggerMessage.DefineScope<string, uint>("{Arm}, cohort {Cohort}");

    private (string Arm, Cohort Cohort)? _underWay;
    private (DeliberationTerms Terms, Chair Chair, Table Table)? _prepared;

    public async Task<CohortMessage> DeliberateAsync(CohortOrder order)
    {
        if (order.Engine is { } engine && engine != Engine.Current.Fingerprint)
        {
            throw new StrangeEngineException($"The silo is of engine {Engine.Current}, and the cohort comes of {engine}.");
        }

        if (!sittings.TryBegin())
        {
            throw new AdjournedException();
        }

        using var scope = Scope(logger, order.Arm, order.Cohort.First);
        using var activity = Telemetry.Activities.StartActivity("deliberate")
            ?.SetTag("votingsim.arm", order.Arm)
            .SetTag("votingsim.cohort", (long)order.Cohort.First);
        Telemetry.UnderWay.Add(1);
        try
        {
            _underWay = (order.Arm, order.Cohort);
            var result = await SitAsync(order);
            Telemetry.Cohorts.Add(1);
            Telemetry.Replications.Add(order.Cohort.Count);
            return new(result, silo.SiloAddress, Environment.ProcessorCount);
        }
        finally
        {
            _underWay = null;
            Telemetry.UnderWay.Add(-1);
            sittings.End();
        }
    }

    public Task<bool> IsDeliberatingAsync(string arm, Cohort cohort) => Task.FromResult(_underWay == (arm, cohort));

    private async Task<CohortResult> SitAsync(CohortOrder order)
    {
        var (chair, table) = Prepare(order);
        if (!chair.Open(order.Cohort, await table.OpenAsync(order.Cohort), order.Traced))
        {
            LogCohort(order.Arm, order.Cohort.First, order.Cohort.Count, 0);
            return chair.Result();
        }

        chair.Begin(await table.ConsultAsync(chair.Brief()));
        var rounds = 0;
        Reply[] replies;
        do
        {
            if (sittings.AreOver)
            {
                throw new AdjournedException();
            }

            var began = Stopwatch.GetTimestamp();
            replies = await table.AnswerAsync(chair.Brief());
            Telemetry.RoundDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            rounds++;
        }
        while (chair.Conclude(replies));

        LogCohort(order.Arm, order.Cohort.First, order.Cohort.Count, rounds);
        return chair.Result();
    }

    private (Chair Chair, Table Table) Prepare(CohortOrder order)
    {
        if (_prepared is not { } prepared || !ReferenceEquals(prepared.Terms, order.Terms))
        {
            // The table is named after this activation of the chair: if its silo dies and it sits down elsewhere, it calls new members to
            // it and does not talk to those left behind.
            prepared = (order.Terms, new(order.Terms), new(GrainFactory, $"{this.GetPrimaryKeyString()}/{GrainContext.ActivationId}", order.Terms));
            _prepared = prepared;
        }

        return (prepared.Chair, prepared.Table);
    }

    [LoggerMessage(
        EventId = 1001, Level = LogLevel.Debug, Message = "{Arm}: replications from {First}, {Count} of them, ended after {Rounds} rounds")]
    private partial void LogCohort(string arm, uint first, int count, int rounds);
}
