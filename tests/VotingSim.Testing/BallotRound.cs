using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Testing;

/// <summary>Ballots of a round in seat order.</summary>
public static class BallotRound
{
    /// <summary>Every assignment of the three ballots to so many members: 3 to their number.</summary>
    public static IEnumerable<Ballot[]> All(int members) => members == 0
        ? [[]]
        : All(members - 1).SelectMany(_ => Enum.GetValues<Ballot>(), (ballots, last) => ballots.Append(last).ToArray());

    /// <summary>The ballots as the core counts them.</summary>
    public static Tally Tally(IEnumerable<Ballot> ballots)
    {
        var (supporters, objectors) = (Coalition.Empty, Coalition.Empty);
        foreach (var (seat, ballot) in ballots.Index())
        {
            supporters |= ballot == Ballot.Support ? Coalition.Of(seat) : Coalition.Empty;
            objectors |= ballot == Ballot.Objection ? Coalition.Of(seat) : Coalition.Empty;
        }

        return new(supporters, objectors);
    }
}
