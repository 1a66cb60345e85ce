using System.Collections.Immutable;
using VotingSim.Core.Tests.Rules;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Statistics.Tests.Power;

/// <summary>Weighted games as rules.</summary>
internal static class Games
{
    public static Roster Roster(int members) =>
        Members.Roster.Of([.. Enumerable.Range(0, members).Select(seat => new MemberState { Code = Tables.Code(seat), Name = Tables.Code(seat) })]);

    /// <summary>[quota; weights], quota reached.</summary>
    public static Criterion Weighted(decimal quota, params IEnumerable<int> weights) => new()
    {
        Weight = new VotingWeight.Listed(weights.Select((weight, seat) => (weight, seat))
            .ToImmutableSortedDictionary(pair => Tables.Code(pair.seat), pair => (decimal)pair.weight)),
        Quota = Quota.AtLeastCount(quota),
    };

    public static Criterion Majority(int members, bool ofVoting = false) =>
        new() { Quota = ofVoting ? Quota.MoreThan(0.5m) : Quota.AtLeastCount((members / 2) + 1), OfVoting = ofVoting };
}
