using ScottPlot;

namespace VotingSim.Report.Evidence;

/// <summary>Draws what was said of cases beside what happened: a row for each where they are few, a point for each where they are many.</summary>
/// <param name="Rows">The cases.</param>
/// <param name="Axis">The axis of values, for a wide page or a narrow one.</param>
/// <param name="Unit">What the axis measures.</param>
/// <param name="Middle">What the middle of the forecast is, e.g. mean.</param>
/// <param name="Baseline">The strongest baseline; empty without one.</param>
internal sealed record CasePlot(IReadOnlyList<CaseRow> Rows, Func<bool, Axis> Axis, string Unit, string Middle, string Baseline)
{
    /// <summary>More cases than this have no row of their own.</summary>
    public const int MostRows = 40;

    private const float Mark = 10;
    private const float Stroke = 11; // seen above and below a mark that covers it

    /// <summary>Draws it.</summary>
    public Canvas Draw(bool narrow) => Rows.Count > MostRows ? DrawPoints(narrow) : DrawRows(narrow);

    private Canvas DrawRows(bool narrow)
    {
        var (width, left, row) = narrow ? (360f, 14f, 44f) : (760f, 250f, 30f);
        var top = LegendHeight(narrow) + 8;
        var bottom = top + (row * Rows.Count);
        var canvas = new Canvas(width, bottom + 46);
        Legend(canvas, narrow, withLine: false);
        var axis = Axis(narrow);
        var panel = canvas.Panel(left, top, width - 16, bottom, axis, Report.Axis.Bare(0, Rows.Count), horizontalGrid: false);
        foreach (var (position, _) in axis.Ticks)
        {
            canvas.Line(panel.X(position), top, panel.X(position), bottom, Palette.Grid);
        }

        foreach (var (index, each) in Rows.Index())
        {
            var y = top + (row * (index + (narrow ? 0.68f : 0.5f)));
            canvas.Text(each.Label, narrow ? left : left - 12, narrow ? y - 22 : y, narrow ? Alignment.UpperLeft : Alignment.MiddleRight,
                narrow ? 11 : 12, room: narrow ? width - 30 : left - 20);
            Interval(canvas, X(each.Wide.Low), X(each.Wide.High), y, 1.6f);
            Interval(canvas, X(each.Half.Low), X(each.Half.High), y, 5);
            Observed(canvas, X(each.Observed), y, each.IsOpen);
            if (double.IsFinite(each.Baseline))
            {
                canvas.Marker(X(each.Baseline), y, MarkerShape.FilledDiamond, Palette.Ink, Mark, open: true);
            }

            canvas.Marker(X(each.Said), y, MarkerShape.FilledCircle, Palette.Blue, Mark);
        }

        canvas.Text(Unit, width - 16, bottom + 24, Alignment.UpperRight, bold: true);
        return canvas;

        float X(double value) => panel.X(Math.Clamp(value, axis.Low, axis.High));
    }

    private Canvas DrawPoints(bool narrow)
    {
        var (width, left) = narrow ? (360f, 56f) : (760f, 150f);
        var top = LegendHeight(narrow) + 26;
        var (right, axis) = (width - (narrow ? 16 : 110), Axis(narrow));
        var bottom = top + right - left;
        var canvas = new Canvas(width, bottom + 50);
        Legend(canvas, narrow, withLine: true);
        var panel = canvas.Panel(left, top, right, bottom, axis, axis);
        foreach (var each in Rows)
        {
            canvas.Line(X(each.Observed), Y(each.Wide.Low), X(each.Observed), Y(each.Wide.High), Palette.Blue.WithOpacity(0.25), 1);
        }

        canvas.Line(X(axis.Low), Y(axis.Low), X(axis.High), Y(axis.High), Palette.Ink, 1.2f, Palette.Reference);
        foreach (var each in Rows)
        {
            canvas.Marker(X(each.Observed), Y(each.Said), each.IsOpen ? MarkerShape.OpenTriangleUp : MarkerShape.OpenCircle,
                each.IsOpen ? Palette.Vermilion : Palette.Blue, 6);
        }

        canvas.Text($"said ({Middle})", left - 30, top - 22, bold: true);
        canvas.Text($"happened: {Unit}", right, bottom + 26, Alignment.UpperRight, bold: true);
        return canvas;

        float X(double value) => panel.X(Math.Clamp(value, axis.Low, axis.High));
        float Y(double value) => panel.Y(Math.Clamp(value, axis.Low, axis.High));
    }

    private float LegendHeight(bool narrow) => narrow ? (Entries(Rows.Count > MostRows).Length * 19) + 8 : 32;

    private (string Text, Action<Canvas, float, float> Draw)[] Entries(bool arePoints) => arePoints
        ?
        [
            ($"{Middle} with 90 % interval", (canvas, x, y) =>
            {
                canvas.Line(x, y - 8, x, y + 8, Palette.Blue.WithOpacity(0.4), 1);
                canvas.Marker(x, y, MarkerShape.OpenCircle, Palette.Blue, 6);
            }),
            .. Rows.Any(each => each.IsOpen)
                ? [("undecided then", (canvas, x, y) => canvas.Marker(x, y, MarkerShape.OpenTriangleUp, Palette.Vermilion, 6))]
                : Array.Empty<(string, Action<Canvas, float, float>)>(),
            ("said = happened", (canvas, x, y) => canvas.Line(x - 12, y, x + 10, y, Palette.Ink, 1.2f, Palette.Reference)),
        ]
        :
        [
            ($"{Middle}, 50 and 90 % interval", (canvas, x, y) =>
            {
                Interval(canvas, x - 14, x + 12, y, 1.6f);
                Interval(canvas, x - 7, x + 6, y, 5);
                canvas.Marker(x, y, MarkerShape.FilledCircle, Palette.Blue, Mark);
            }),
            ("what happened", (canvas, x, y) => Observed(canvas, x, y, isOpen: false)),
            .. Rows.Any(each => each.IsOpen)
                ? [("undecided then", (canvas, x, y) => Observed(canvas, x, y, isOpen: true))] : Array.Empty<(string, Action<Canvas, float, float>)>(),
            .. Baseline.Length > 0
                ? [(Baseline, (canvas, x, y) => canvas.Marker(x, y, MarkerShape.FilledDiamond, Palette.Ink, Mark, open: true))]
                : Array.Empty<(string, Action<Canvas, float, float>)>(),
        ];

    private void Legend(Canvas canvas, bool narrow, bool withLine)
    {
        var (x, y) = (20f, 14f);
        foreach (var (text, draw) in Entries(withLine))
        {
            draw(canvas, x, y);
            canvas.Text(text, x + 18, y, Alignment.MiddleLeft);
            (x, y) = narrow ? (x, y + 19) : (x + 52 + ChartFont.Width(text, Canvas.TextSize), y);
        }
    }

    private static void Interval(Canvas canvas, float from, float to, float y, float width) => canvas.Line(from, y, to, y, Palette.Blue, width);

    // A stroke across the interval; an arrow where the time goes on.
    private static void Observed(Canvas canvas, float x, float y, bool isOpen)
    {
        if (isOpen)
        {
            canvas.Line(x, y, x + 15, y, Palette.Vermilion, 2.4f);
            canvas.Line(x + 15, y, x + 10, y - 5, Palette.Vermilion, 2.4f);
            canvas.Line(x + 15, y, x + 10, y + 5, Palette.Vermilion, 2.4f);
        }

        canvas.Line(x, y - Stroke, x, y + Stroke, Palette.White, 5);
        canvas.Line(x, y - Stroke, x, y + Stroke, Palette.Vermilion, 3);
    }
}
