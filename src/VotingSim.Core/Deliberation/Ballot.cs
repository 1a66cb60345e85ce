namespace VotingSim.Deliberation;

/// <summary>One member's vote on the proposal of a round.</summary>
public enum Ballot : byte
{
    /// <summary>Neither for nor against: what it dislikes it swallows in silence.</summary>
    Abstention = 0,

    /// <summary>For the proposal.</summary>
    Support = 1,

    /// <summary>Against the proposal.</summary>
    Objection = 2,
}
