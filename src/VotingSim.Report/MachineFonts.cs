using System.Collections.Concurrent;
using SkiaSharp;

namespace VotingSim.Report;

/// <summary>The fonts of this machine. They are read when the first letter asks for them.</summary>
/// <remarks>The graphics library asks no font service on Linux, so that the folders of fonts are read as the specification of base directories names
/// them.</remarks>
internal sealed class MachineFonts : IFontSource
{
    private const int MostInCollection = 64;
    private static readonly string[] Kinds = [".ttf", ".otf", ".ttc", ".otc"];
    private readonly Lazy<SKTypeface[]> _all = new(Read);
    private readonly ConcurrentDictionary<(Script Script, bool Bold), SKTypeface[]> _ranked = new();

    /// <inheritdoc/>
    public SKTypeface? Find(Script script, IReadOnlyList<int> letters, bool bold)
    {
        if (_ranked.GetOrAdd((script, bold), Ranked).FirstOrDefault(face => letters.All(face.ContainsGlyph)) is { } found)
        {
            return found;
        }

        // Windows and macOS have a service of their own that knows more than these folders.
        return OperatingSystem.IsLinux() ? null
            : SKFontManager.Default.MatchCharacter(null, bold ? SKFontStyle.Bold : SKFontStyle.Normal, null, letters[0]) is { } match
                && letters.All(match.ContainsGlyph) ? match : null;
    }

    // Fonts of the script's own families first, then those without serifs, then by name: the same on every machine with the same fonts.
    private SKTypeface[] Ranked((Script Script, bool Bold) wanted) =>
    [
        .. _all.Value.OrderBy(face => wanted.Script.Families.IndexOf(face.FamilyName) is >= 0 and var place ? place : int.MaxValue)
            .ThenBy(face => face.FamilyName.Contains("Sans", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(face => face.FamilyName, StringComparer.Ordinal)
            .ThenBy(face => Math.Abs(face.FontWeight - (wanted.Bold ? (int)SKFontStyleWeight.Bold : (int)SKFontStyleWeight.Normal)))
            .ThenBy(face => Math.Abs(face.FontWidth - (int)SKFontStyleWidth.Normal)),
    ];

    private static SKTypeface[] Read() =>
    [
        .. Folders().Distinct(StringComparer.Ordinal).Where(Directory.Exists).SelectMany(Files).SelectMany(Faces)
            .Where(face => face.FontSlant == SKFontStyleSlant.Upright),
    ];

    private static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            return [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)];
        }

        if (OperatingSystem.IsMacOS())
        {
            return [Path.Combine(home, "Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts"];
        }

        var own = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(home, ".local", "share");
        var shared = Environment.GetEnvironmentVariable("XDG_DATA_DIRS") is { Length: > 0 } named ? named : "/usr/local/share:/usr/share";
        return [Path.Combine(own, "fonts"), Path.Combine(home, ".fonts"), .. shared.Split(':').Select(folder => Path.Combine(folder, "fonts"))];
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => Kinds.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    // A collection holds several, numbered without a gap.
    private static IEnumerable<SKTypeface> Faces(string file)
    {
        var isCollection = Path.GetExtension(file).EndsWith("c", StringComparison.OrdinalIgnoreCase);
        for (var index = 0; index < (isCollection ? MostInCollection : 1) && SKTypeface.FromFile(file, index) is { } face; index++)
        {
            yield return face;
        }
    }
}
