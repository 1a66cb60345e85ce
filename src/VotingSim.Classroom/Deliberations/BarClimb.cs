using System.Collections.Immutable;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Classroom.Deliberations;

/// <summary>How the bars of a rule climb while the ballots of a round are opened in seat order: the rule's own reading of what is open.</summary>
public static class BarClimb
{
    /// <summary>For each part that weighs something, in order, how full its bar is after no ballot, one, two and so on.</summary>
    /// <param name="rule">The rule in force.</param>
    /// <param name="ballots">The ballots in seat order.</param>
    /// <returns>Unit: share of the whole bar, 0 to 1.</returns>
    /// <remarks>A ballot that is not open yet counts as an objection: it is not on the side of adoption yet, under any rule. The whole is that of
    /// all ballots, also where abstentions or those who stay out are not counted.</remarks>
    public static ImmutableArray<ImmutableArray<double>> Of(SeatedRule rule, IReadOnlyList<Ballot> ballots)
    {
        var tallies = Enumerable.Range(0, ballots.Count + 1)
            .Select(open => RoundView.TallyOf([.. ballots.Select((ballot, seat) => seat < open ? ballot : Ballot.Objection)]));
        var readings = tallies.Select(tally => rule.Read(tally).Quotas.ToArray()).ToArray();
        return
        [
            .. readings[^1].Select((all, part) => readings.Select(reading => QuotaWords.Share(reading[part].Reached, all.Whole)).ToImmutableArray()),
        ];
    }
}
