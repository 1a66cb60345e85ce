using ScottPlot;
using SkiaSharp;

namespace VotingSim.Report;

/// <summary>The paper of one figure: panels with axes, and text, lines and markers anywhere on it. Drawn as SVG and PNG alike.</summary>
internal sealed class Canvas(float width, float height) : IDisposable
{
    /// <summary>Size of text, unless another is asked for.</summary>
    public const float TextSize = 12;

    private const float LegendRow = 20;
    private const float KeyWidth = 40;

    private readonly List<Panel> _panels = [];
    private readonly List<Action<SKCanvas, Paint>> _marks = [];
    private readonly List<TextMark> _texts = [];
    private readonly Dashes _dashes = new();
    private bool _isSvg;

    /// <summary>Width. Unit: pixels of the page.</summary>
    public float Width { get; } = width;

    /// <summary>Height.</summary>
    public float Height { get; } = height;

    /// <summary>Scripts in its texts that no font of the machine has.</summary>
    public IEnumerable<Script> MissingScripts => _texts.SelectMany(text => text.MissingScripts).Distinct();

    public void Dispose()
    {
        foreach (var panel in _panels)
        {
            panel.Plot.Dispose();
        }
    }

    /// <summary>Adds a panel whose data fill a rectangle; ticks and the names of axes lie outside it.</summary>
    public Panel Panel(float left, float top, float right, float bottom, Axis x, Axis y, bool verticalGrid = true, bool horizontalGrid = true)
    {
        var panel = new Panel(new(left, right, bottom, top), x, y, verticalGrid, horizontalGrid, _dashes);
        _panels.Add(panel);
        foreach (var (position, label) in x.Ticks)
        {
            Text(label, panel.X(position), bottom + 5, Alignment.UpperCenter, color: Palette.Quiet);
        }

        foreach (var (position, label) in y.Ticks)
        {
            Text(label, left - 6, panel.Y(position), Alignment.MiddleRight, color: Palette.Quiet);
        }

        return panel;
    }

    /// <summary>Writes a text, in several lines where it is wider than its room.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">Horizontal place. Unit: pixels.</param>
    /// <param name="y">Vertical place, downwards.</param>
    /// <param name="anchor">Which point of the text lies there.</param>
    /// <param name="size">Size of the font.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="color">Colour; ink by default.</param>
    /// <param name="upwards">Whether it runs upwards.</param>
    /// <param name="room">Width of a line. Unit: pixels. Default: any.</param>
    public void Text(string text, float x, float y, Alignment anchor = Alignment.UpperLeft, float size = TextSize, bool bold = false,
        Color? color = null, bool upwards = false, float room = float.PositiveInfinity)
    {
        var lines = TextLines.Of(text, room, size, bold);
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].Length > 0)
            {
                var mark = new TextMark(lines[line], anchor, size, bold, color ?? Palette.Ink, upwards);
                var down = mark.LinesAbove(lines.Length, line) * TextLines.Step;
                _texts.Add(mark);
                _marks.Add((canvas, _) => mark.Draw(canvas, upwards ? x + down : x, upwards ? y : y + down, _isSvg ? _texts : null));
            }
        }
    }

    /// <summary>Draws a straight line.</summary>
    public void Line(float x1, float y1, float x2, float y2, Color color, float width = 1, LinePattern? pattern = null)
    {
        var style = new LineStyle(width, color) { AntiAlias = true };
        _dashes.Add(style, pattern ?? LinePattern.Solid);
        _marks.Add((canvas, paint) => style.Render(canvas, new PixelLine(x1, y1, x2, y2), paint));
    }

    /// <summary>Draws a marker.</summary>
    public void Marker(float x, float y, MarkerShape shape, Color color, float size = 8, bool open = false) =>
        _marks.Add((canvas, paint) => Drawing.DrawMarker(canvas, paint, new(x, y), Style(shape, color, size, open)));

    /// <summary>Fills a rectangle.</summary>
    public void Rectangle(float left, float top, float right, float bottom, Color fill) =>
        _marks.Add((canvas, paint) => Drawing.FillRectangle(canvas, new PixelRect(left, right, bottom, top), paint, new() { Color = fill }));

    /// <summary>Fills a band that flows from one upright edge to another.</summary>
    /// <param name="from">Where it begins. Unit: pixels, downwards.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="fill">Its colour.</param>
    public void Flow((float X, float Top, float Bottom) from, (float X, float Top, float Bottom) to, Color fill) => _marks.Add((canvas, _) =>
    {
        using var path = new SKPath();
        using var paint = new SKPaint { Color = fill.ToSKColor(), IsAntialias = true };
        var middle = (from.X + to.X) / 2;
        path.MoveTo(from.X, from.Top);
        path.CubicTo(middle, from.Top, middle, to.Top, to.X, to.Top);
        path.LineTo(to.X, to.Bottom);
        path.CubicTo(middle, to.Bottom, middle, from.Bottom, from.X, from.Bottom);
        path.Close();
        canvas.DrawPath(path, paint);
    });

    /// <summary>Writes the keys of rules from left to right, in as many lines as they need.</summary>
    public void Legend(IReadOnlyList<(string Name, SeriesStyle Look)> entries, float left, float top, float right, bool lines, bool markers)
    {
        foreach (var ((name, look), (x, y)) in entries.Zip(LegendPlaces([.. entries.Select(entry => entry.Name)], right - left)))
        {
            Key(left + x, top + y + 8, look, lines, markers);
            Text(name, left + x + 34, top + y + 8 + (TextLines.Beyond([name], right - left - KeyWidth) / 2), Alignment.MiddleLeft,
                room: right - left - KeyWidth);
        }
    }

    /// <summary>Height of the keys of rules.</summary>
    /// <param name="names">Names of the rules.</param>
    /// <param name="width">Width that they have.</param>
    public static float LegendHeight(IReadOnlyList<string> names, float width) => LegendPlaces(names, width)[^1].Y + LegendRow
        + TextLines.Beyond([names[^1]], width - KeyWidth);

    private static (float X, float Y)[] LegendPlaces(IReadOnlyList<string> names, float width)
    {
        var places = new (float X, float Y)[names.Count];
        var (x, y, more) = (0f, 0f, 0f);
        for (var index = 0; index < names.Count; index++)
        {
            var wide = KeyWidth + ChartFont.Width(names[index], TextSize);
            if (x > 0 && x + wide > width)
            {
                (x, y, more) = (0, y + LegendRow + more, 0);
            }

            places[index] = (x, y);
            x += wide + 16;
            more = Math.Max(more, TextLines.Beyond([names[index]], width - KeyWidth));
        }

        return places;
    }

    /// <summary>Draws the key of a rule: 28 pixels of its line, its marker, or both.</summary>
    public void Key(float x, float y, SeriesStyle look, bool line, bool marker)
    {
        if (line)
        {
            Line(x, y, x + 28, y, look.Color, 2.2f, look.Line);
        }

        if (marker)
        {
            Marker(x + 14, y, look.Marker, look.Color);
        }
    }

    /// <summary>The figure as an SVG document.</summary>
    /// <param name="name">Name of the figure; begins the ids in it, so that several figures can share a page.</param>
    /// <param name="title">Title for those who cannot see it.</param>
    /// <param name="description">What it shows.</param>
    public string Svg(string name, string title, string description)
    {
        _dashes.Write(asMiter: true);
        _isSvg = true;
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            Draw(canvas);
        }

        return SvgDocument.Finish(stream.ToArray(), name, title, description, _dashes, _texts);
    }

    /// <summary>The figure as a PNG picture.</summary>
    /// <param name="scale">Pixels of the picture per pixel of the page.</param>
    public byte[] Png(float scale)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(Width * scale), (int)(Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        _dashes.Write(asMiter: false);
        _isSvg = false;
        surface.Canvas.Scale(scale);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels() ?? throw new InvalidOperationException("The picture has no pixels.");
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6));
        return data!.ToArray();
    }

    internal static MarkerStyle Style(MarkerShape shape, Color color, float size, bool open)
    {
        var style = new MarkerStyle(shape, size, color) { OutlineColor = color, OutlineWidth = 1.6f, LineColor = color, LineWidth = 2 };
        if (open)
        {
            style.FillColor = Colors.White;
        }

        return style;
    }

    private void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        foreach (var panel in _panels)
        {
            panel.Plot.Render(canvas, new PixelRect(0, Width, Height, 0));
        }

        using var paint = Paint.NewDisposablePaint();
        foreach (var mark in _marks)
        {
            mark(canvas, paint);
        }
    }
}
