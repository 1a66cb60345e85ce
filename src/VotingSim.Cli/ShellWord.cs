namespace VotingSim.Cli;

/// <summary>Words of a command that is printed, so that it can be pasted into a shell.</summary>
internal static class ShellWord
{
    private const string Plain = "-_./:@%+=,";

    /// <summary>A whole command.</summary>
    public static string Join(params IEnumerable<string> words) => string.Join(' ', words.Select(Of));

    /// <summary>A word, in quotes where a shell would not take it as it is.</summary>
    public static string Of(string word) => word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter))
        ? word : $"'{word.Replace("'", "'\\''")}'";
}
