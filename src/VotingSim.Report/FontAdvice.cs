namespace VotingSim.Report;

/// <summary>What is said where figures have letters that no font of the machine has.</summary>
internal static class FontAdvice
{
    /// <summary>The sentence; empty where nothing is missing.</summary>
    /// <param name="missing">The scripts.</param>
    public static string Of(IEnumerable<Script> missing)
    {
        Script[] scripts = [.. missing.Distinct().OrderBy(script => script.Name == "other").ThenBy(script => script.Name, StringComparer.Ordinal)];
        if (scripts.Length == 0)
        {
            return "";
        }

        var names = scripts.Select(script => script.Name == "other" ? "other scripts" : script.Name).ToArray();
        var packages = scripts.Select(script => script.Package).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return $"No font of this machine has the letters of {ReportNumbers.List(names)}: they are empty boxes in PNG figures; SVG figures keep the "
            + $"text. On Debian and Ubuntu, apt-get install {string.Join(' ', packages)} brings them; then draw them again.";
    }
}
