using VotingSim.Evidence.Claims;

namespace VotingSim.Report.Evidence;

/// <summary>What was found of claims, as a picture and as numbers.</summary>
public static class ClaimsPlot
{
    /// <summary>Draws it to a file that ends in .svg or .png.</summary>
    /// <returns>A sentence on letters that no font of the machine has; empty where there are none.</returns>
    public static string Write(string path, IReadOnlyList<ClaimFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        var figure = ClaimsFigure.Of(findings);
        if (path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(path, figure.Svg(narrow: false) + "\n");
            return "";
        }

        var (picture, missing) = figure.Png();
        File.WriteAllBytes(path, picture);
        return FontAdvice.Of(missing);
    }

    /// <summary>A row for each claim, with a line of names before them.</summary>
    public static string Csv(IReadOnlyList<ClaimFinding> findings) => ClaimsFigure.Of(findings).Csv();
}
