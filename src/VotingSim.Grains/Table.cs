using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>The members called to one table: all are asked at once, and their replies come in seat order.</summary>
internal sealed class Table
{
    private readonly DeliberationTerms _terms;
    private readonly PreferenceProfile[] _profiles;
    private readonly IMemberStateGrain[] _members;
    private readonly Task<ReplyMessage>[] _asked;
    private readonly Reply[] _replies; // valid until the members are asked again, as its columns are

    /// <summary>Calls the members of a roster to a table.</summary>
    /// <param name="grains">Where the members are.</param>
    /// <param name="key">The table's name.</param>
    /// <param name="terms">Who sits at the table, and on what terms.</param>
    public Table(IGrainFactory grains, string key, DeliberationTerms terms)
    {
        _terms = terms;
        _profiles = [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => PreferenceProfile.Of(terms, seat))];
        _members = [.. _profiles.Select(profile => grains.GetGrain<IMemberStateGrain>($"{key}/{profile.Code}"))];
        (_asked, _replies) = (new Task<ReplyMessage>[_members.Length], new Reply[_members.Length]);
    }

    /// <summary>Lets the members begin to remember the campaigns of a cohort.</summary>
    public Task BeginAsync(Conduct conduct, Cohort campaign) =>
        Task.WhenAll(_members.Select((member, seat) => member.BeginAsync(new(seat, _terms.Seed, conduct, campaign))));

    /// <summary>Tells the members what came of the matter that they sat on.</summary>
    public Task RememberAsync(CohortResult result) => Task.WhenAll(_members.Select(member => member.RememberAsync(new(result))));

    /// <summary>What the members say to a reform, in seat order.</summary>
    public async Task<int[][]> VoteOnReformAsync(ReformQuestion question) =>
        Array.ConvertAll(await Task.WhenAll(_members.Select(member => member.VoteOnReformAsync(new(question)))), message => message.Ballots);

    /// <summary>What the members say of campaigns that are over, in seat order.</summary>
    public async Task<Recollections[]> RecallAsync(int years) =>
        Array.ConvertAll(await Task.WhenAll(_members.Select(member => member.RecallAsync(years))), message => message.Recollections);

    /// <summary>The opening statements for a cohort.</summary>
    public Task<Reply[]> OpenAsync(Cohort cohort)
    {
        for (var seat = 0; seat < _members.Length; seat++)
        {
            _asked[seat] = _members[seat].OpenAsync(new(_profiles[seat], _terms.Settings, _terms.Seed, _terms.Uncertainty, cohort));
        }

        return HearAsync();
    }

    /// <summary>What the members will say in the first session, after they have listened to the opening statements.</summary>
    public Task<Reply[]> ConsultAsync(Brief brief)
    {
        for (var seat = 0; seat < _members.Length; seat++)
        {
            _asked[seat] = _members[seat].ConsultAsync(new(brief));
        }

        return HearAsync();
    }

    /// <summary>The replies to a brief.</summary>
    public Task<Reply[]> AnswerAsync(Brief brief)
    {
        for (var seat = 0; seat < _members.Length; seat++)
        {
            _asked[seat] = _members[seat].AnswerAsync(new(brief));
        }

        return HearAsync();
    }

    // The last to be asked is waited for first: when it has answered, mostly all have, and the chair was woken once. Nobody is left at work when one
    // has failed.
    private async Task<Reply[]> HearAsync()
    {
        for (var seat = _asked.Length - 1; seat >= 0; seat--)
        {
            await ((Task)_asked[seat]).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        }

        for (var seat = 0; seat < _asked.Length; seat++)
        {
            _replies[seat] = (await _asked[seat]).Reply;
        }

        return _replies;
    }
}
