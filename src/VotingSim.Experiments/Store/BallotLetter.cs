using VotingSim.Deliberation;

namespace VotingSim.Experiments.Store;

/// <summary>Ballots as they are written in results.</summary>
public static class BallotLetter
{
    /// <summary>S, A or O.</summary>
    public static string Letter(this Ballot ballot) => ballot switch
    {
        Ballot.Support => "S",
        Ballot.Objection => "O",
        _ => "A",
    };
}
