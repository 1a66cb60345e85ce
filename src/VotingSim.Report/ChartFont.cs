using ScottPlot;
using SkiaSharp;

namespace VotingSim.Report;

/// <summary>The font of the figures, which travels inside the program, so that a machine without fonts draws the same.</summary>
/// <remarks>Liberation Sans has the widths of Arial and Helvetica: text in a figure takes the same room where a reader's machine sets it in one of
/// them.</remarks>
internal static class ChartFont
{
    /// <summary>Name of the font.</summary>
    public const string Name = "Liberation Sans";

    /// <summary>The font and what may stand in for it.</summary>
    public const string Stack = "Liberation Sans, Arial, Helvetica, sans-serif";

    private static readonly SKTypeface Regular = Read("LiberationSans-Regular.ttf");
    private static readonly SKTypeface Bold = Read("LiberationSans-Bold.ttf");

    static ChartFont()
    {
        Fonts.FontResolvers.Insert(0, new Resolver());
        Fonts.Default = Fonts.Sans = Name;
    }

    /// <summary>Where fonts are found for letters that it lacks.</summary>
    public static IFontSource Others { get; set; } = new MachineFonts();

    /// <summary>The font in a size.</summary>
    public static SKFont Of(float size, bool bold) => new(Face(bold), size) { Subpixel = true, Hinting = SKFontHinting.None };

    /// <summary>The font itself.</summary>
    public static SKTypeface Face(bool bold) => bold ? Bold : Regular;

    /// <summary>Width of a text. Unit: pixels.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        if (Typeset(text, bold) is { } foreign)
        {
            return foreign.Width(size, bold);
        }

        using var font = Of(size, bold);
        return font.MeasureText(text);
    }

    /// <summary>A text with letters that the font lacks, set in others; null for one that it has whole.</summary>
    public static TypesetText? Typeset(string text, bool bold)
    {
        var own = Face(bold);
        return text.All(letter => letter < '\u0250') || own.ContainsGlyphs(text) ? null : TypesetText.Of(text, own, bold, Others);
    }

    private static SKTypeface Read(string name)
    {
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream($"fonts/{name}")!;
        return SKTypeface.FromStream(stream);
    }

    // Whatever the library asks for, it gets these two and never the machine's.
    private sealed class Resolver : IFontResolver
    {
        public SKTypeface CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => weight >= FontWeight.SemiBold
            ? Bold : Regular;

        public SKTypeface CreateTypeface(string fontName, bool bold, bool italic) => bold ? Bold : Regular;
    }
}
