using VotingSim.Deliberation;

namespace VotingSim.Experiments.Store;

/// <summary>A ballot as a letter, in results, addresses and messages: S supports, A abstains, O objects.</summary>
public static class BallotLetter
{
    /// <summary>The letter of a ballot.</summary>
    public static char Of(Ballot ballot) => ballot switch
    {
        Ballot.Support => 'S',
        Ballot.Objection => 'O',
        _ => 'A',
    };

    /// <summary>The ballot of a letter; null where it is none of the three.</summary>
    public static Ballot? Read(char letter) => letter switch
    {
        'S' => Ballot.Support,
        'A' => Ballot.Abstention,
        'O' => Ballot.Objection,
        _ => null,
    };
}
