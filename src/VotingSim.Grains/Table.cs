using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>The members called to one table: all are asked at once, and their replies come in seat order.</summary>
internal sealed class Table
{
    private readonly DeliberationTerms _terms;
    private readonly PreferenceProfile[] _profiles;
    private readonly IMemberStateGrain[] _members;

    /// <summary>Calls the members of a roster to a table.</summary>
    /// <param name="grains">Where the members are.</param>
    /// <param name="key">The table's name.</param>
    /// <param name="terms">Who sits at the table, and on what terms.</param>
    public Table(IGrainFactory grains, string key, DeliberationTerms terms)
    {
        _terms = terms;
        _profiles = [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => PreferenceProfile.Of(terms, seat))];
        _members = [.. _profiles.Select(profile => grains.GetGrain<IMemberStateGrain>($"{key}/{profile.Code}"))];
    }

    /// <summary>The opening statements for a cohort.</summary>
    public Task<Reply[]> OpenAsync(Cohort cohort) =>
        FromAllAsync(seat => _members[seat].OpenAsync(new(_profiles[seat], _terms.Settings, _terms.Seed, cohort)));

    /// <summary>The replies to a brief.</summary>
    public Task<Reply[]> AnswerAsync(Brief brief)
    {
        var message = new BriefMessage(brief);
        return FromAllAsync(seat => _members[seat].AnswerAsync(message));
    }

    private async Task<Reply[]> FromAllAsync(Func<int, Task<ReplyMessage>> ask)
    {
        var answers = new Task<ReplyMessage>[_members.Length];
        for (var seat = 0; seat < answers.Length; seat++)
        {
            answers[seat] = ask(seat);
        }

        return Array.ConvertAll(await Task.WhenAll(answers), answer => answer.Reply);
    }
}
