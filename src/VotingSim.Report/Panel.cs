using ScottPlot;
using ScottPlot.TickGenerators;

namespace VotingSim.Report;

/// <summary>A pair of axes on a <see cref="Canvas"/>.</summary>
internal sealed class Panel
{
    private readonly Axis _x;
    private readonly Axis _y;
    private readonly Dashes _dashes;

    internal Panel(PixelRect area, Axis x, Axis y, bool verticalGrid, bool horizontalGrid, Dashes dashes)
    {
        (_x, _y, _dashes, Area) = (x, y, dashes, area);
        Plot = new();
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;
        Plot.Layout.Fixed(area);
        Plot.FigureBackground.Color = Plot.DataBackground.Color = Colors.Transparent;
        Plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        Plot.Axes.Right.IsVisible = Plot.Axes.Top.IsVisible = Plot.Axes.Title.IsVisible = false;

        // Ticks carry no labels here: the canvas writes them, so that text is placed in one way everywhere.
        Style(Plot.Axes.Bottom, x, verticalGrid);
        Style(Plot.Axes.Left, y, horizontalGrid);
        Plot.Grid.MajorLineColor = Palette.Grid;
        Plot.Grid.XAxisStyle.IsVisible = verticalGrid;
        Plot.Grid.YAxisStyle.IsVisible = horizontalGrid;
    }

    /// <summary>The rectangle of the data. Unit: pixels.</summary>
    public PixelRect Area { get; }

    /// <summary>What is drawn by.</summary>
    public Plot Plot { get; }

    /// <summary>Horizontal place of a value. Unit: pixels.</summary>
    public float X(double value) => Area.Left + (float)((value - _x.Low) / (_x.High - _x.Low) * Area.Width);

    /// <summary>Vertical place of a value. Unit: pixels.</summary>
    public float Y(double value) => Area.Bottom - (float)((value - _y.Low) / (_y.High - _y.Low) * Area.Height);

    /// <summary>Draws points joined by a line, as steps or straight.</summary>
    public void Path(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Color color, LinePattern pattern, float width = 2, bool steps = false)
    {
        var path = Plot.Add.ScatterLine(xs.ToArray(), ys.ToArray(), color);
        path.ConnectStyle = steps ? ConnectStyle.StepHorizontal : ConnectStyle.Straight;
        path.LineWidth = width;
        _dashes.Add(path.LineStyle, pattern);
    }

    /// <summary>Fills what lies between two step functions.</summary>
    public void Band(IReadOnlyList<double> xs, IReadOnlyList<double> low, IReadOnlyList<double> high, Color color)
    {
        List<(double, double, double)> corners = [];
        for (var index = 0; index < xs.Count; index++)
        {
            if (index > 0)
            {
                corners.Add((xs[index], low[index - 1], high[index - 1]));
            }

            corners.Add((xs[index], low[index], high[index]));
        }

        var band = Plot.Add.FillY(corners);
        band.FillColor = color.WithOpacity(0.18);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    /// <summary>Fills what lies between two paths.</summary>
    public void Between(IReadOnlyList<double> xs, IReadOnlyList<double> low, IReadOnlyList<double> high, Color color, double opacity)
    {
        var band = Plot.Add.FillY([.. xs.Select((x, index) => (x, low[index], high[index]))]);
        band.FillColor = color.WithOpacity(opacity);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    /// <summary>Fills the area under a curve.</summary>
    public void Silhouette(IReadOnlyList<double> xs, IReadOnlyList<double> ys, double floor, Color color)
    {
        var area = Plot.Add.FillY([.. xs], [.. ys.Select(_ => floor)], [.. ys]);
        area.FillColor = color;
        area.LineWidth = 0;
        area.MarkerSize = 0;
    }

    private static void Style(IAxis axis, Axis ticks, bool grid)
    {
        axis.TickGenerator = new NumericManual([.. ticks.Ticks.Select(tick => tick.Position)], [.. ticks.Ticks.Select(_ => "")]);
        axis.FrameLineStyle.Color = Palette.Quiet;
        axis.FrameLineStyle.Width = grid || ticks.Ticks.Count > 0 ? 1 : 0;
        axis.MajorTickStyle.Color = Palette.Quiet;
        axis.MajorTickStyle.Length = 4;
    }
}
