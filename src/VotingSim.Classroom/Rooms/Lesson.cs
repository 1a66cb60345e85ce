using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Rooms;

/// <summary>What a room plays: one matter, or the matters of a term one after another.</summary>
internal sealed class Lesson
{
    private readonly Convener _convener;
    private readonly IGrainFactory _grains;
    private readonly RoomSettings _settings;
    private readonly Term? _term;

    /// <summary>Reads what was chosen.</summary>
    /// <exception cref="ConfigurationException">Something does not exist, is wrong, or does not fit the rest.</exception>
    public Lesson(Convener convener, IGrainFactory grains, RoomSettings settings)
    {
        (_convener, _grains, _settings) = (convener, grains, settings);
        _term = settings.IsTerm ? Term.Of(convener, settings.Choice, settings.Matters) : null;
        Seats = (_term?.Matters[0].Plan ?? convener.Plan(settings.Choice)).Arms[0].Terms.Roster.Size;
    }

    /// <summary>Number of members at the table.</summary>
    public int Seats { get; }

    /// <summary>Number of issues of a matter.</summary>
    /// <param name="matter">The matter of a term, from 0.</param>
    public int IssuesOf(int matter) => TermsOf(matter).Crisis.Issues.Length;

    /// <summary>Convenes the room as it stands: all that was held is held again.</summary>
    public async Task<Proceedings> ConveneAsync(string key, RoomState state)
    {
        if (_term is not { } term)
        {
            return await Proceedings.ConveneAsync(_grains, key, _convener.Plan(_settings.Choice), _settings.Choice.Replication, state.Held);
        }

        var before = ImmutableArray<Proceedings>.Empty;
        foreach (var played in state.Played)
        {
            before = before.Add(await Proceedings.ConveneAsync(_grains, key, term, before, played.ByVote, played.Held));
        }

        return await Proceedings.ConveneAsync(_grains, key, term, before, state.ByVote, state.Held);
    }

    /// <summary>Convenes the matter of a term that comes.</summary>
    /// <param name="key">The room's name.</param>
    /// <param name="now">The matter that is over, or the first where no round of it was held.</param>
    /// <param name="byVote">Whether a vote was chosen.</param>
    public Task<Proceedings> NextAsync(string key, Proceedings now, bool byVote)
    {
        var session = now.Session ?? throw new InvalidOperationException("The room plays one matter.");
        return Proceedings.ConveneAsync(_grains, key, session.Term, now.Held.IsEmpty ? session.Before : session.Before.Add(now), byVote, []);
    }

    private Deliberation.DeliberationTerms TermsOf(int matter) =>
        (_term?.Matters[matter].Plan ?? _convener.Plan(_settings.Choice)).Arms[0].Terms;
}
