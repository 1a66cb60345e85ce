using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace VotingSim.Report;

/// <summary>A line of text on a figure.</summary>
/// <remarks>Skia writes glyphs into an SVG, from which letters of scripts that are shaped cannot be had back. There a number stands for the text
/// until the document is finished.</remarks>
internal sealed class TextMark(string text, Alignment anchor, float size, bool bold, Color color, bool upwards)
{
    private const char Sign = '‖'; // in the font of the figures, and in no other text of them
    private readonly TypesetText? _foreign = ChartFont.Typeset(text, bold)
        ?? (text.StartsWith(Sign) ? TypesetText.Of(text, ChartFont.Face(bold), bold, ChartFont.Others) : null);

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Scripts in it that no font has.</summary>
    public ImmutableArray<Script> MissingScripts => _foreign?.Missing ?? [];

    /// <summary>Which point of it is held, as SVG calls it; null for its start.</summary>
    public string? SvgAnchor => IsRight ? "end" : IsCenter ? "middle" : null;

    private bool IsRight => anchor is Alignment.UpperRight or Alignment.MiddleRight or Alignment.LowerRight;

    private bool IsCenter => anchor is Alignment.UpperCenter or Alignment.MiddleCenter or Alignment.LowerCenter;

    private bool IsUpper => anchor is Alignment.UpperLeft or Alignment.UpperCenter or Alignment.UpperRight;

    private bool IsMiddle => anchor is Alignment.MiddleLeft or Alignment.MiddleCenter or Alignment.MiddleRight;

    /// <summary>The text that a text of the document stands for; null where it stands for itself.</summary>
    /// <param name="value">What the document has.</param>
    /// <param name="texts">All texts of the figure.</param>
    public static TextMark? StandingFor(string value, IReadOnlyList<TextMark> texts) => value is [Sign, .. var number, Sign]
        && int.TryParse(number, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : null;

    /// <summary>How many lines down a line of several is, so that all of them lie at the anchor.</summary>
    /// <param name="lines">How many lines there are.</param>
    /// <param name="line">Which of them.</param>
    public float LinesAbove(int lines, int line) => IsUpper ? line : IsMiddle ? line - ((lines - 1) / 2f) : line - (lines - 1);

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="x">Horizontal place. Unit: pixels.</param>
    /// <param name="y">Vertical place, downwards.</param>
    /// <param name="texts">All texts of an SVG document; null for a picture.</param>
    public void Draw(SKCanvas canvas, float x, float y, List<TextMark>? texts)
    {
        using var font = ChartFont.Of(size, bold);
        using var fill = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        var stands = _foreign is not null && texts is not null;
        var wide = stands ? 0 : _foreign?.Width(size, bold) ?? font.MeasureText(text);
        var metrics = font.Metrics;
        var dx = IsRight ? -wide : IsCenter ? -wide / 2 : 0;
        var dy = IsUpper ? -metrics.Ascent : IsMiddle ? metrics.CapHeight / 2 : -metrics.Descent;
        canvas.Save();
        canvas.Translate(x, y);
        if (upwards)
        {
            canvas.RotateDegrees(-90);
        }

        if (_foreign is null || stands)
        {
            var written = stands ? $"{Sign}{texts!.IndexOf(this).ToString(CultureInfo.InvariantCulture)}{Sign}" : text;
            canvas.DrawText(written, dx, dy, SKTextAlign.Left, font, fill);
        }
        else
        {
            _foreign.Draw(canvas, dx, dy, size, bold, fill);
        }

        canvas.Restore();
    }
}
