namespace VotingSim.Report;

/// <summary>Files that a picture can be drawn to.</summary>
public static class PictureFile
{
    /// <summary>Whether a file's name says that it is a picture of a kind that can be drawn: .svg or .png.</summary>
    public static bool IsPicture(string path) => Path.GetExtension(path) is { } kind
        && (kind.Equals(".svg", StringComparison.OrdinalIgnoreCase) || kind.Equals(".png", StringComparison.OrdinalIgnoreCase));
}
