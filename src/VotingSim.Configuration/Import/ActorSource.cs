namespace VotingSim.Configuration.Import;

/// <summary>What a source says, whatever its form: actors and issues in the order in which they come.</summary>
internal sealed class ActorSource
{
    /// <summary>The most that an influence can be in a members file.</summary>
    public const double MostInfluence = 1e6;

    /// <summary>Name of the scenario; null where the source has none.</summary>
    public string? Name { get; set; }

    /// <summary>What the scenario is, in words; empty where the source does not say.</summary>
    public string Description { get; set; } = "";

    /// <summary>The status quo by issue; null where the source has none.</summary>
    public Dictionary<string, double?> Issues { get; } = new(StringComparer.Ordinal);

    /// <summary>The actors by code.</summary>
    public Dictionary<string, ActorRow> Actors { get; } = new(StringComparer.Ordinal);

    /// <summary>The code that is made of an actor's text: the text itself where it is a code.</summary>
    public static string CodeOf(string text)
    {
        if (CodeAttribute.IsOne(text))
        {
            return text;
        }

        var code = new System.Text.StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length < CodeAttribute.Longest && CodeAttribute.IsOne($"A{rune}A"))
            {
                code.Append(rune);
                length++;
            }
            else if (length is > 0 and < CodeAttribute.Longest && code[^1] != '-')
            {
                code.Append('-');
                length++;
            }
        }

        return code.ToString().Trim('-', '.', '_');
    }
}
