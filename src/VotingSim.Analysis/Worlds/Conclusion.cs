namespace VotingSim.Analysis.Worlds;

/// <summary>What is said of a rule against the baseline in one world, or in most.</summary>
public enum Conclusion
{
    /// <summary>It decides earlier.</summary>
    Earlier,

    /// <summary>It decides on the same day, or neither does.</summary>
    Same,

    /// <summary>It decides later, or not although the baseline does.</summary>
    Later,
}
