using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Grains;

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
        if (settings.IsDouble)
        {
            _ = PlanOf(settings.Second);
        }

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
        var standing = await StandingAsync(key, state);
        return state.Phase == RoomPhase.Calling ? await standing.ForeseeAsync() : standing;
    }

    /// <summary>Convenes the second session of a room, under another rule.</summary>
    /// <param name="key">The room's name.</param>
    /// <param name="first">The first session.</param>
    /// <param name="rule">Name of the rule of the second.</param>
    /// <exception cref="ConfigurationException">The rule does not exist, or does not fit.</exception>
    public async Task<Proceedings> AgainAsync(string key, Proceedings first, string rule) => await SessionAsync(key, rule, [], first);

    /// <summary>Convenes the matter of a term that comes.</summary>
    /// <param name="key">The room's name.</param>
    /// <param name="now">The matter that is over, or the first where no round of it was held.</param>
    /// <param name="byVote">Whether a vote was chosen.</param>
    public Task<Proceedings> NextAsync(string key, Proceedings now, bool byVote)
    {
        var session = now.Session ?? throw new InvalidOperationException("The room plays one matter.");
        return Proceedings.ConveneAsync(_grains, key, session.Term, now.Held.IsEmpty ? session.Before : session.Before.Add(now), byVote, []);
    }

    private async Task<Proceedings> StandingAsync(string key, RoomState state)
    {
        if (_term is not { } term)
        {
            var first = state.Sessions is [var session] ? await SessionAsync(key, session.Rule, session.Held, null) : null;
            return await SessionAsync(key, state.Rule, state.Held, first);
        }

        var before = ImmutableArray<Proceedings>.Empty;
        foreach (var played in state.Played)
        {
            before = before.Add(await Proceedings.ConveneAsync(_grains, key, term, before, played.ByVote, played.Held));
        }

        return await Proceedings.ConveneAsync(_grains, key, term, before, state.ByVote, state.Held);
    }

    private async Task<Proceedings> SessionAsync(string key, string rule, IEnumerable<RoundActs> acts, Proceedings? first) =>
        (await Proceedings.ConveneAsync(_grains, key, PlanOf(rule), _settings.Choice.Replication, acts)) with { First = first };

    private ExperimentPlan PlanOf(string rule) => _convener.Plan(_settings.Choice with { Rules = [rule] });

    private Deliberation.DeliberationTerms TermsOf(int matter) =>
        (_term?.Matters[matter].Plan ?? _convener.Plan(_settings.Choice)).Arms[0].Terms;
}
