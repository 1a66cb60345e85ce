namespace VotingSim.Classroom.Rooms;

/// <summary>How a person guesses, before the first round, that the matter will end.</summary>
/// <param name="Faster">Name of the rule that decides earlier, of the two that are guessed between; empty for no difference.</param>
/// <param name="Text">The text on the first issue. Unit: issue scale, 0 to 100.</param>
/// <param name="Outvoted">The seat of the member that will be outvoted; -1 for nobody.</param>
public sealed record Guess(string Faster, double Text, int Outvoted)
{
    /// <summary>That neither rule is faster.</summary>
    public const string NoDifference = "";

    /// <summary>That nobody will be outvoted.</summary>
    public const int Nobody = -1;
}
