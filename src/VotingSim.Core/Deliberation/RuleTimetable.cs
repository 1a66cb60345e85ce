using VotingSim.Rules;

namespace VotingSim.Deliberation;

/// <summary>Which rule is in force in each session of a deliberation. Days count from the opening of the table, and so are the same however long
/// it waited for the agenda.</summary>
public sealed class RuleTimetable
{
    private readonly DeliberationTerms _terms;
    private readonly bool _tabulate;
    private readonly double[] _changes;
    private readonly Dictionary<int, SeatedRule> _seated = [];
    private readonly SeatedRule[] _rules;
    private readonly SeatedRule[] _ahead;

    /// <summary>Seats every rule that comes into force before the horizon, or within the foresight of a session before it.</summary>
    /// <param name="terms">The terms of the deliberation.</param>
    /// <param name="tabulate">Whether the rules are tabulated where the table is small enough, which pays where they are asked often. Default:
    /// yes; the answers are the same.</param>
    public RuleTimetable(DeliberationTerms terms, bool tabulate = true)
    {
        (_terms, _tabulate, _changes) = (terms, tabulate, [.. terms.Rule.ChangeDays.Distinct().Order()]);
        var (calendar, foresight) = (terms.Settings.Calendar, terms.Settings.ForesightDays);
        var rounds = 0;
        while (calendar.DayOf(rounds) <= terms.Settings.HorizonDays)
        {
            rounds++;
        }

        // A rule that comes into force after the horizon casts its shadow as well: members know the rule, and not when observation ends.
        double[] days = [.. Enumerable.Range(0, rounds).Select(calendar.DayOf)];
        _rules = [.. days.Select(OnDay)];
        _ahead = foresight > 0 && _changes.Length > 0 ? [.. days.Select(day => OnDay(day + foresight))] : _rules;
    }

    /// <summary>The number of sessions up to the horizon where the table opens at once; the most that there can be.</summary>
    public int Rounds => _rules.Length;

    /// <summary>The rule that reads the ballots of a session, from 0.</summary>
    public SeatedRule InRound(int round) => _rules[round];

    /// <summary>The rule in force as far ahead of a session as members look; the same object as <see cref="InRound"/> where no other comes so
    /// soon.</summary>
    public SeatedRule AheadOf(int round) => _ahead[round];

    private SeatedRule OnDay(double day)
    {
        var stage = _changes.Count(change => change < day);
        if (!_seated.TryGetValue(stage, out var rule))
        {
            var (all, category) = (_terms.Rule, _terms.Crisis.Category);
            _seated[stage] = rule = _tabulate
                ? SeatedRules.Of(all, _terms.Roster, category, stage, day)
                : new(all.InForce(category, day), _terms.Roster, tabulate: false);
        }

        return rule;
    }
}
