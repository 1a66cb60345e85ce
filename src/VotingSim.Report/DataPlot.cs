using System.Collections.Immutable;
using ScottPlot;

namespace VotingSim.Report;

/// <summary>A picture of curves over a user's own data.</summary>
internal sealed record DataPlot
{
    /// <summary>More curves than these are a tangle.</summary>
    public const int MostCurves = 24;

    private const float Width = 760, Left = 60, Top = 30, Bottom = 360;

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, with its main numbers, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>Name of the values.</summary>
    public required string Values { get; init; }

    /// <summary>What the values are over.</summary>
    public required string Over { get; init; }

    /// <summary>The axis of the values.</summary>
    public required Axis Vertical { get; init; }

    /// <summary>What the values are over.</summary>
    public required Axis Horizontal { get; init; }

    /// <summary>The curves.</summary>
    public required ImmutableArray<DataCurve> Curves { get; init; }

    /// <summary>Whether values hold until the next.</summary>
    public required bool AreSteps { get; init; }

    /// <summary>Draws it to a file that ends in .svg or .png.</summary>
    /// <returns>A sentence on letters that no font of the machine has; empty where there are none.</returns>
    public string Write(string path)
    {
        var names = Curves.Select(curve => curve.Name).ToArray();
        var legend = names is [""] ? 0 : Canvas.LegendHeight(names, Width - Left);
        using var canvas = new Canvas(Width, Bottom + 50 + legend);
        var panel = canvas.Panel(Left, Top, Width - 18, Bottom, Horizontal, Vertical, verticalGrid: false);
        foreach (var (curve, index) in Curves.Select((curve, index) => (curve, index)))
        {
            var look = Palette.Of(index);
            if (AreSteps)
            {
                panel.Band(curve.Xs, curve.Low, curve.High, look.Color);
            }

            panel.Path(curve.Xs, curve.Ys, look.Color, look.Line, 2.2f, AreSteps);

            // Points have an interval each, beside one another.
            for (var point = 0; !AreSteps && point < curve.Xs.Length; point++)
            {
                var x = panel.X(curve.Xs[point]) + (4 * index);
                canvas.Line(x, panel.Y(curve.Low[point]), x, panel.Y(curve.High[point]), look.Color);
                canvas.Marker(x, panel.Y(curve.Ys[point]), look.Marker, look.Color, 6);
            }
        }

        canvas.Text(Values, Left - 30, 4, bold: true);
        canvas.Text(Over, Width - 18, Bottom + 23, Alignment.UpperRight, bold: true);
        if (legend > 0)
        {
            canvas.Legend([.. names.Select((name, index) => (name, Palette.Of(index)))], Left, Bottom + 46, Width, lines: true, markers: !AreSteps);
        }

        if (string.Equals(Path.GetExtension(path), ".svg", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(path, canvas.Svg("figure", Title, Description) + "\n");
            return "";
        }

        File.WriteAllBytes(path, canvas.Png(2));
        return FontAdvice.Of(canvas.MissingScripts);
    }
}
