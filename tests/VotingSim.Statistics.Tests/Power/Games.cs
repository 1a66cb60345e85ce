using System.Collections.Immutable;
using VotingSim.Rules;

namespace VotingSim.Statistics.Tests.Power;

/// <summary>Weighted games as rules.</summary>
internal static class Games
{
    /// <summary>[quota; weights], quota reached.</summary>
    public static Criterion Weighted(decimal quota, params IEnumerable<int> weights) => new()
    {
        Weight = new VotingWeight.Listed(weights.Select((weight, seat) => (weight, seat)).ToImmutableSortedDictionary(pair => Some.Code(pair.seat), pair => (decimal)pair.weight)),
        Quota = Quota.AtLeastCount(quota),
    };

    public static Criterion Majority(int members, bool ofVoting = false) =>
        new() { Quota = ofVoting ? Quota.MoreThan(0.5m) : Quota.AtLeastCount((members / 2) + 1), OfVoting = ofVoting };
}
