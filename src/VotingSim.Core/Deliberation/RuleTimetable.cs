using VotingSim.Rules;

namespace VotingSim.Deliberation;

/// <summary>Which rule is in force in each round of a deliberation.</summary>
public sealed class RuleTimetable
{
    private readonly SeatedRule[] _rules;

    /// <summary>Seats every rule that comes into force before the horizon.</summary>
    /// <param name="terms">The terms of the deliberation.</param>
    /// <param name="tabulate">Whether the rules are tabulated where the table is small enough, which pays where they are asked often.
    /// Default: yes; the answers are the same.</param>
    public RuleTimetable(DeliberationTerms terms, bool tabulate = true)
    {
        var changes = terms.Rule.ChangeDays.Distinct().Order().ToArray();
        var seated = new Dictionary<int, SeatedRule>();
        _rules = new SeatedRule[terms.Settings.Rounds];
        for (var round = 0; round < _rules.Length; round++)
        {
            var day = (round + 1) * terms.Settings.RoundDays;
            var stage = changes.Count(change => change < day);
            if (!seated.TryGetValue(stage, out var rule))
            {
                seated[stage] = rule = new(terms.Rule.InForce(terms.Crisis.Category, day), terms.Roster, tabulate);
            }

            _rules[round] = rule;
        }
    }

    /// <summary>The rule that reads the ballots of a round, 0 to H-1.</summary>
    public SeatedRule InRound(int round) => _rules[round];
}
