using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>Holds one member's seat: its profile and its side of the deliberation. Placed with the chair that calls it, so that columns
/// pass by reference.</summary>
[BesideTheChairPlacement, CollectionAgeLimit(Minutes = 2)]
internal sealed class MemberStateGrain : Grain, IMemberStateGrain
{
    private readonly Dictionary<int, (PreferenceProfile Profile, Delegation Delegation)> _prepared = []; // by stream; a single crisis is the first
    private Delegation? _delegation;
    private Recollection? _recollection;

    public Task BeginAsync(BeginMessage message)
    {
        _recollection = new(message.Seat, message.Seed, message.Conduct, message.Campaign);
        return Task.CompletedTask;
    }

    public Task<ReplyMessage> OpenAsync(OpenMessage message)
    {
        var matter = MatterLanes.Of(message.Cohort);
        var stream = matter?.Stream ?? 0;
        if (!_prepared.TryGetValue(stream, out var prepared) || !ReferenceEquals(prepared.Profile, message.Profile))
        {
            prepared = (message.Profile, new(message.Profile, message.Settings, message.Seed, message.Uncertainty));
            _prepared[stream] = prepared;
        }

        _delegation = prepared.Delegation;
        var goodwill = matter is null ? null : Recollection.Open(message.Cohort, message.Profile, message.Uncertainty);
        return Task.FromResult(new ReplyMessage(_delegation.Open(message.Cohort, goodwill)));
    }

    public Task<ReplyMessage> ConsultAsync(BriefMessage message) => Task.FromResult(new ReplyMessage(Seated.Consult(message.Brief)));

    public Task<ReplyMessage> AnswerAsync(BriefMessage message) => Task.FromResult(new ReplyMessage(Seated.Answer(message.Brief)));

    public Task RememberAsync(OutcomeMessage message)
    {
        Recollection.Remember(message.Result);
        return Task.CompletedTask;
    }

    public Task<ReformBallotsMessage> VoteOnReformAsync(ReformMessage message) =>
        Task.FromResult(new ReformBallotsMessage(Recollection.Answer(message.Question)));

    public Task<RecollectionsMessage> RecallAsync(int years) => Task.FromResult(new RecollectionsMessage(Recollection.Recall(years)));

    private Recollection Recollection => _recollection
        ?? throw new InvalidOperationException($"'{this.GetPrimaryKeyString()}' was asked for a campaign that it did not begin.");

    private Delegation Seated => _delegation
        ?? throw new InvalidOperationException($"'{this.GetPrimaryKeyString()}' was asked to answer before it took its seat.");
}
