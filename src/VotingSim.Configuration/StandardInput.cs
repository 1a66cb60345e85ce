namespace VotingSim.Configuration;

/// <summary>Standard input in the place of a file. Paths in what it says are relative to the current folder.</summary>
public static class StandardInput
{
    /// <summary>What messages call it.</summary>
    public const string Name = "(standard input)";

    /// <summary>Whether a user means it: a hyphen, or the name.</summary>
    public static bool Is(string reference) => reference is "-" or Name;
}
