using System.Collections.Immutable;
using ScottPlot;

namespace VotingSim.Report;

/// <summary>How a rule looks in every figure: a colour, a line and a marker, each of which would do alone.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Line">Its line.</param>
/// <param name="Marker">Its marker.</param>
internal readonly record struct SeriesStyle(Color Color, LinePattern Line, MarkerShape Marker);

/// <summary>The colours of the figures.</summary>
/// <remarks>Okabe &amp; Ito (2008), Color universal design; without its yellow, orange and sky blue, which are too faint on white (less than
/// 3:1).</remarks>
internal static class Palette
{
    /// <summary>Text and axes.</summary>
    public static readonly Color Ink = new("#1A1A1A");

    /// <summary>Secondary text; 7:1 on white.</summary>
    public static readonly Color Quiet = new("#595959");

    /// <summary>Paper.</summary>
    public static readonly Color White = ScottPlot.Colors.White;

    /// <summary>Lines of a grid.</summary>
    public static readonly Color Grid = new("#DDDDDD");

    /// <summary>The one hue of heat maps, from white.</summary>
    public static readonly Color Blue = new("#0072B2");

    /// <summary>The other hue, for differences of the other sign.</summary>
    public static readonly Color Vermilion = new("#D55E00");

    private static readonly ImmutableArray<Color> Colors = [new("#000000"), Blue, Vermilion, new("#009E73"), new("#CC79A7")];

    private static readonly ImmutableArray<LinePattern> Lines =
        [LinePattern.Solid, new([7, 3], 0, "dashed"), new([3, 2], 0, "short dashes"), new([8, 2.5f, 2, 2.5f], 0, "dash-dot"),
            new([1.5f, 2], 0, "dots")];

    private static readonly ImmutableArray<MarkerShape> Markers =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown,
            MarkerShape.Cross];

    /// <summary>The line of a status quo, a horizon or a baseline.</summary>
    public static LinePattern Reference => Lines[1];

    /// <summary>A line of dots.</summary>
    public static LinePattern Dots => Lines[4];

    /// <summary>All colours that a figure may use, tints of the two hues of heat maps aside.</summary>
    public static IEnumerable<Color> All => [.. Colors, Ink, Quiet, Grid, ScottPlot.Colors.White];

    /// <summary>The look of a rule, by its place among the rules; no two of the first 25 have both colour and line in common.</summary>
    public static SeriesStyle Of(int rule) =>
        new(Colors[rule % Colors.Length], Lines[(rule + (rule / Colors.Length)) % Lines.Length], Markers[rule % Markers.Length]);

    /// <summary>A tint for a heat map.</summary>
    /// <param name="hue">Full colour.</param>
    /// <param name="strength">0 is white, 1 the hue.</param>
    public static Color Tint(Color hue, double strength)
    {
        var share = double.IsNaN(strength) ? 0 : Math.Clamp(strength, 0, 1);
        return new(Mix(hue.Red), Mix(hue.Green), Mix(hue.Blue));

        byte Mix(byte channel) => (byte)Math.Round(255 - ((255 - channel) * share));
    }

    /// <summary>Black or white, whichever is read better on a colour.</summary>
    public static Color InkOn(Color background)
    {
        var luminance = (0.2126 * Linear(background.Red)) + (0.7152 * Linear(background.Green)) + (0.0722 * Linear(background.Blue));
        return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? ScottPlot.Colors.White : ScottPlot.Colors.Black;

        static double Linear(byte channel)
        {
            var share = channel / 255.0;
            return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }
}
