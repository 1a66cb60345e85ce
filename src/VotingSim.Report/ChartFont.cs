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

    /// <summary>The font in a size.</summary>
    public static SKFont Of(float size, bool bold) => new(bold ? Bold : Regular, size) { Subpixel = true, Hinting = SKFontHinting.None };

    /// <summary>Width of a text. Unit: pixels.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        using var font = Of(size, bold);
        return font.MeasureText(text);
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
