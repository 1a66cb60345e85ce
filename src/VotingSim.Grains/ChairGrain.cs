using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using VotingSim.Campaigns;
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
    private (DeliberationTerms Terms, Seats Seats)? _prepared;
    private (CampaignTerms Terms, (Seats Before, Seats? Reformed)[] Streams)? _campaign;

    public async Task<CohortMessage> DeliberateAsync(CohortOrder order) => new(
        await SitAsync(order.Arm, order.Cohort, order.Engine, () => DeliberateAsync(order.Terms, order.Arm, order.Cohort, order.Traced)),
        silo.SiloAddress,
        Environment.ProcessorCount);

    public async Task<CampaignMessage> HoldCampaignsAsync(CampaignOrder order) => new(
        await SitAsync(order.Arm, order.Cohort, order.Engine, () => HoldAsync(order)), silo.SiloAddress, Environment.ProcessorCount);

    public Task<bool> IsDeliberatingAsync(string arm, Cohort cohort) => Task.FromResult(_underWay == (arm, cohort));

    private async Task<T> SitAsync<T>(string arm, Cohort cohort, string? engine, Func<Task<T>> hold)
    {
        if (engine is not null && engine != Engine.Current.Fingerprint)
        {
            throw new StrangeEngineException($"The silo is of engine {Engine.Current}, and the cohort comes of {engine}.");
        }

        if (!sittings.TryBegin())
        {
            throw new AdjournedException();
        }

        using var scope = Scope(logger, arm, cohort.First);
        using var activity = Telemetry.Activities.StartActivity("deliberate")
            ?.SetTag("votingsim.arm", arm)
            .SetTag("votingsim.cohort", (long)cohort.First);
        Telemetry.UnderWay.Add(1);
        try
        {
            _underWay = (arm, cohort);
            var result = await hold();
            Telemetry.Cohorts.Add(1);
            Telemetry.Replications.Add(cohort.Count);
            return result;
        }
        finally
        {
            _underWay = null;
            Telemetry.UnderWay.Add(-1);
            sittings.End();
        }
    }

    private Task<CohortResult> DeliberateAsync(DeliberationTerms terms, string arm, Cohort cohort, long traced)
    {
        if (_prepared is not { } prepared || !ReferenceEquals(prepared.Terms, terms))
        {
            prepared = (terms, SeatsOf(terms));
            _prepared = prepared;
        }

        return DeliberateAsync(prepared.Seats, arm, cohort, traced);
    }

    // The members remember, so that the matters of a campaign follow one another; see CampaignCourse.
    private async Task<CampaignResult> HoldAsync(CampaignOrder order)
    {
        if (_campaign is not { } prepared || !ReferenceEquals(prepared.Terms, order.Terms))
        {
            prepared = (order.Terms, [.. order.Terms.Streams.Select(SeatsOf)]);
            _campaign = prepared;
        }

        var (course, table) = (new CampaignCourse(order.Terms, order.Cohort), prepared.Streams[0].Before.Table);
        await table.BeginAsync(order.Terms.Conduct, order.Cohort);
        foreach (var arisen in course.Arisen)
        {
            if (course.Ask(arisen) is { } question)
            {
                course.Decide(question, await table.VoteOnReformAsync(question));
            }

            var matter = MatterLanes.Of(arisen)!;
            var (before, reformed) = prepared.Streams[matter.Stream];
            foreach (var (sitting, isReformed) in course.SittingsOf(arisen))
            {
                var traced = matter.Number == order.Traced ? long.MaxValue : 0;
                var result = await DeliberateAsync(isReformed ? reformed! : before, order.Arm, sitting, traced);
                await table.RememberAsync(result);
                course.Add(result, isReformed);
            }
        }

        return course.Result(await table.RecallAsync(order.Terms.Years));
    }

    private async Task<CohortResult> DeliberateAsync(Seats seats, string arm, Cohort cohort, long traced)
    {
        var (chair, table) = (seats.Chair, seats.Table);
        if (!chair.Open(cohort, await table.OpenAsync(cohort), traced))
        {
            LogCohort(arm, cohort.First, cohort.Count, 0);
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

        LogCohort(arm, cohort.First, cohort.Count, rounds);
        return chair.Result();
    }

    // The table is named after this activation of the chair: if its silo dies and it sits down elsewhere, it calls new members to it and does
    // not talk to those left behind. All streams of a campaign have the same members.
    private Seats SeatsOf(DeliberationTerms terms) =>
        new(new(terms), new(GrainFactory, $"{this.GetPrimaryKeyString()}/{GrainContext.ActivationId}", terms));

    // After a reform the same members sit at the same table, under another rule.
    private (Seats Before, Seats? Reformed) SeatsOf(StreamOfMatters stream)
    {
        var before = SeatsOf(stream.Terms);
        return (before, stream.Reformed is { } terms ? new(new(terms), before.Table) : null);
    }

    [LoggerMessage(
        EventId = 1001, Level = LogLevel.Debug, Message = "{Arm}: replications from {First}, {Count} of them, ended after {Rounds} rounds")]
    private partial void LogCohort(string arm, uint first, int count, int rounds);

    private sealed record Seats(Chair Chair, Table Table);
}
