using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>Holds the chair of a table: calls the members to it and passes briefs and replies to and fro. Placed where there is room, unless its caller names a silo.</summary>
[ResourceOptimizedPlacement, CollectionAgeLimit(Minutes = 2)]
internal sealed partial class ChairGrain(Sittings sittings, ILocalSiloDetails silo, ILogger<ChairGrain> logger) : Grain, IChairGrain
{
    private static readonly Func<ILogger, string, uint, IDisposable?> Scope = LoggerMessage.DefineScope<string, uint>("{Arm}, cohort {Cohort}");

    private (string Arm, Cohort Cohort)? _underWay;
    private string? _arm;
    private Chair? _chair;
    private PreferenceProfile[] _profiles = [];
    private IMemberStateGrain[] _members = [];

    public async Task<CohortMessage> DeliberateAsync(CohortOrder order)
    {
        if (!sittings.TryBegin())
        {
            throw new AdjournedException();
        }

        using var scope = Scope(logger, order.Arm, order.Cohort.First);
        using var activity = Telemetry.Activities.StartActivity("deliberate")?.SetTag("votingsim.arm", order.Arm).SetTag("votingsim.cohort", (long)order.Cohort.First);
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
        var chair = Prepare(order);
        var replies = await FromAllAsync(seat => _members[seat].OpenAsync(new(order.Arm, _profiles[seat], order.Terms.Settings, order.Terms.Seed, order.Cohort)));
        chair.Open(order.Cohort, replies, order.Traced);
        var rounds = 0;
        do
        {
            var began = Stopwatch.GetTimestamp();
            var brief = new BriefMessage(chair.Brief());
            replies = await FromAllAsync(seat => _members[seat].AnswerAsync(brief));
            Telemetry.RoundDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            rounds++;
        }
        while (chair.Conclude(replies));

        LogCohort(order.Arm, order.Cohort.First, order.Cohort.Count, rounds);
        return chair.Result();
    }

    // One message to every member, all under way at once; the replies in seat order.
    private async Task<Reply[]> FromAllAsync(Func<int, Task<ReplyMessage>> ask)
    {
        var answers = new Task<ReplyMessage>[_members.Length];
        for (var seat = 0; seat < answers.Length; seat++)
        {
            answers[seat] = ask(seat);
        }

        return Array.ConvertAll(await Task.WhenAll(answers), answer => answer.Reply);
    }

    private Chair Prepare(CohortOrder order)
    {
        if (_chair is { } chair && _arm == order.Arm)
        {
            return chair;
        }

        // Named after this activation of the chair: if its silo dies and it sits down elsewhere, it calls new members to it and does not talk to those left behind.
        var table = $"{this.GetPrimaryKeyString()}/{GrainContext.ActivationId}";
        _arm = order.Arm;
        _profiles = [.. Enumerable.Range(0, order.Terms.Roster.Size).Select(seat => PreferenceProfile.Of(order.Terms, seat))];
        _members = [.. _profiles.Select(profile => GrainFactory.GetGrain<IMemberStateGrain>($"{table}/{profile.Code}"))];
        return _chair = new(order.Terms);
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Debug, Message = "{Arm}: replications from {First}, {Count} of them, ended after {Rounds} rounds")]
    private partial void LogCohort(string arm, uint first, int count, int rounds);
}
