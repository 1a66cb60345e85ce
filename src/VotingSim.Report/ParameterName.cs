namespace VotingSim.Report;

/// <summary>A parameter in words.</summary>
internal static class ParameterName
{
    /// <summary>The path without where it stands: "patience days" of <c>deliberation.patience-days</c>, "MMR flexibility" of <c>members.MMR.flexibility</c>.</summary>
    public static string Of(string path)
    {
        var words = path.Split('.');
        return string.Join(' ', words.Length > 1 ? words[1..] : words).Replace('-', ' ');
    }
}
