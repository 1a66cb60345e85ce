namespace VotingSim.Classroom.Deliberations;

/// <summary>What is compared where nobody has chosen.</summary>
public static class Comparison
{
    /// <summary>The rules of the debate.</summary>
    public static IReadOnlyList<string> Default { get; } = ["consensus", "asean-qmv"];

    /// <summary>The largest number of rules side by side.</summary>
    public const int MostRules = 4;
}
