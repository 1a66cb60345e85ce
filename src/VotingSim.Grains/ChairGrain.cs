using Microsoft.Extensions.Logging;
using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>Holds the chair of a table: calls the members to it and passes briefs and replies to and fro.</summary>
internal sealed partial class ChairGrain(ILogger<ChairGrain> logger) : Grain, IChairGrain
{
    private string? _arm;
    private Chair? _chair;
    private PreferenceProfile[] _profiles = [];
    private IMemberStateGrain[] _members = [];

    public async Task<CohortMessage> DeliberateAsync(CohortOrder order)
    {
        var chair = Prepare(order);
        var replies = await FromAllAsync(seat => _members[seat].OpenAsync(new(order.Arm, _profiles[seat], order.Terms.Settings, order.Terms.Seed, order.Cohort)));
        chair.Open(order.Cohort, replies, order.Traced);
        var rounds = 0;
        do
        {
            var brief = new BriefMessage(chair.Brief());
            replies = await FromAllAsync(seat => _members[seat].AnswerAsync(brief));
            rounds++;
        }
        while (chair.Conclude(replies));

        LogCohort(order.Arm, order.Cohort.First, order.Cohort.Count, rounds);
        return new(chair.Result());
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

        var table = this.GetPrimaryKeyString();
        _arm = order.Arm;
        _profiles = [.. Enumerable.Range(0, order.Terms.Roster.Size).Select(seat => PreferenceProfile.Of(order.Terms, seat))];
        _members = [.. _profiles.Select(profile => GrainFactory.GetGrain<IMemberStateGrain>($"{table}/{profile.Code}"))];
        return _chair = new(order.Terms);
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Debug, Message = "{Arm}: replications from {First}, {Count} of them, ended after {Rounds} rounds")]
    private partial void LogCohort(string arm, uint first, int count, int rounds);
}
