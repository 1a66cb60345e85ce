using VotingSim.Rules;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What is special about a seat, in a word or two.</summary>
public static class SeatNote
{
    /// <summary>What the rule makes of a seat in a round; empty where that is nothing special.</summary>
    /// <param name="round">The round.</param>
    /// <param name="members">Number of members at the table.</param>
    /// <param name="seat">The seat.</param>
    public static string Of(RoundView round, int members, int seat) =>
        round.OptedOut.Contains(seat) ? Tell("stays out")
        : round.HasBallots && IsRare(round.Pivotal, members) && round.Pivotal.Contains(seat)
            ? (!round.Adopted && !round.Reading.IsMet && round.Pivotal.Count == 1 ? Tell("blocks alone") : Tell("pivotal"))
        : round.Dispensable.Contains(seat) ? (IsRare(round.Dispensable, members) ? Tell("dispensable") : "")
        : !round.Dispensable.IsEmpty && !IsRare(round.Dispensable, members) ? Tell("needed")
        : "";

    /// <summary>Whether a coalition is at most half of the members: a note on every seat would tell nothing, so whichever kind is rarer is
    /// marked.</summary>
    public static bool IsRare(Coalition coalition, int members) => 2 * coalition.Count <= members;
}
