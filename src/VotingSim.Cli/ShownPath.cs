namespace VotingSim.Cli;

/// <summary>How a path is shown: relative where it is under the current folder.</summary>
internal static class ShownPath
{
    /// <summary>A path as it is shown.</summary>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
