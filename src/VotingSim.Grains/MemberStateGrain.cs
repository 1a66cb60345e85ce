using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>Holds one member's seat: its profile and its side of the deliberation. Placed with the chair that calls it, so that columns
/// pass by reference.</summary>
[BesideTheChairPlacement, CollectionAgeLimit(Minutes = 2)]
internal sealed class MemberStateGrain : Grain, IMemberStateGrain
{
    private PreferenceProfile? _profile;
    private Delegation? _delegation;

    public Task<ReplyMessage> OpenAsync(OpenMessage message)
    {
        if (_delegation is null || !ReferenceEquals(_profile, message.Profile))
        {
            (_profile, _delegation) = (message.Profile, new(message.Profile, message.Settings, message.Seed, message.Uncertainty));
        }

        return Task.FromResult(new ReplyMessage(_delegation.Open(message.Cohort)));
    }

    public Task<ReplyMessage> ConsultAsync(BriefMessage message) => Task.FromResult(new ReplyMessage(Seated.Consult(message.Brief)));

    public Task<ReplyMessage> AnswerAsync(BriefMessage message) => Task.FromResult(new ReplyMessage(Seated.Answer(message.Brief)));

    private Delegation Seated => _delegation
        ?? throw new InvalidOperationException($"'{this.GetPrimaryKeyString()}' was asked to answer before it took its seat.");
}
