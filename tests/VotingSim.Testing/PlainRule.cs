using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Testing;

/// <summary>Section 4 of docs/model.md read aloud: lists of members and decimal sums instead of bit masks and tables.</summary>
public static class PlainRule
{
    /// <summary>Whether a rule in force adopts what has been voted on like this.</summary>
    public static bool Adopts(DecisionRule rule, IReadOnlyList<Vote> votes)
    {
        var supporters = votes.Where(vote => vote.Ballot == Ballot.Support).ToList();
        var objectors = votes.Where(vote => vote.Ballot == Ballot.Objection).ToList();
        if (supporters.Count == 0)
        {
            return false; // no kind of rule adopts what nobody supports
        }

        return rule switch
        {
            Consensus => objectors.Count == 0,
            Unanimity => supporters.Count == votes.Count,
            ConsensusMinus minus => objectors.Count <= minus.Objectors,
            Criterion criterion => Adopts(criterion, supporters, criterion.OfVoting ? [.. supporters, .. objectors] : votes),
            AllOf all => all.Rules.All(part => Adopts(part, votes)),
            AnyOf any => any.Rules.Any(part => Adopts(part, votes)),
            Veto veto => objectors.TrueForAll(objector => !veto.Codes.Contains(objector.Member.Code)) && Adopts(veto.Rule, votes),
            OptOut optOut => Adopts(optOut.Rule, objectors.Count <= optOut.AtMost ? [.. votes.Except(objectors)] : votes),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule in force."),
        };
    }

    /// <summary>Votes in seat order.</summary>
    public static IReadOnlyList<Vote> Votes(Roster roster, IEnumerable<Ballot> ballots) =>
        [.. roster.Members.Zip(ballots, (member, ballot) => new Vote(member, ballot))];

    /// <summary>Whether the rule would adopt with these seats in support and the rest objecting.</summary>
    public static bool Suffices(DecisionRule rule, Roster roster, Func<int, bool> supports) =>
        Adopts(rule, Votes(roster, Enumerable.Range(0, roster.Size).Select(seat => supports(seat) ? Ballot.Support : Ballot.Objection)));

    private static bool Adopts(Criterion criterion, List<Vote> supporters, IReadOnlyList<Vote> counted)
    {
        var (weight, whole) = (supporters.Sum(vote => criterion.Weight.Of(vote.Member)), counted.Sum(vote => criterion.Weight.Of(vote.Member)));
        var (weighed, needed) = (weight * criterion.Quota.Divisor, criterion.Quota.IsCount ? criterion.Quota.Amount : criterion.Quota.Amount * whole);
        var isReached = criterion.Quota.Exceeded ? weighed > needed : weighed >= needed;
        return isReached || counted.Count - supporters.Count < criterion.BlockingMinority;
    }
}
