using ScottPlot;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Report;

/// <summary>How sure the answer is: in how many worlds the rule is earlier, the same, later, and by how many days.</summary>
internal static class AnswerFigure
{
    /// <summary>The figure.</summary>
    public static Figure Of(ContrastView view) => new()
    {
        Name = $"answer{view.Suffix}",
        Title = view.Suffix.Length == 0 ? "How sure it is" : $"How sure it is: {view.Title}",
        Description = $"{view.QuotedRule} decides {WorldWords.Order(view.Worlds)}. The difference from {view.QuotedBaseline}: "
            + $"{WorldWords.Days(view.Worlds.Days)}.",
        Caption = $"{ReportNumbers.Count(view.Worlds.Days.Worlds)} worlds, each met by both rules. {WorldWords.Reading}",
        Columns = WorldStrip.Columns,
        Rows = [WorldStrip.Row(view.Summary.Contrast.Crisis ?? "", view.Summary.Contrast.Baseline, view.Summary.Contrast.Rule, view.Worlds)],
        Draw = narrow => Draw(view, narrow),
    };

    private static Canvas Draw(ContrastView view, bool narrow)
    {
        var (width, days) = (narrow ? 360f : 760f, view.Worlds.Days);
        var (left, right) = (2f, width - 2);
        var canvas = new Canvas(width, narrow ? 190 : 178);
        canvas.Text(narrow ? "In how many worlds it decides …" : $"In how many worlds {view.QuotedRule} decides …", left, 0, bold: false,
            color: Palette.Quiet);
        WorldStrip.Shares(canvas, view.Worlds, left, 40, right, 26);
        var (low, high) = (Math.Min(0, days.P05), Math.Max(0, days.P95));
        var axis = double.IsNaN(days.P50) ? Axis.Bare(-1, 1) : Axis.Round(low, high, narrow ? 4 : 8);
        var (top, bottom) = (narrow ? 112f : 100f, narrow ? 150f : 140f);
        canvas.Text(narrow ? "… and by how many days, against" : $"… and by how many days, against {view.QuotedBaseline}", left, 76,
            color: Palette.Quiet);
        if (narrow)
        {
            canvas.Text(view.QuotedBaseline, left, 92, color: Palette.Quiet);
        }

        var panel = canvas.Panel(left + 14, top, right - 14, bottom, axis, Axis.Bare(0, 1), horizontalGrid: false);
        canvas.Line(panel.X(0), top, panel.X(0), bottom, Palette.Ink, 1.4f);
        WorldStrip.Spread(canvas, panel, WorldSpread.Of(days), (top + bottom) / 2, new(Palette.Ink, LinePattern.Solid, MarkerShape.FilledCircle),
            open: true);
        var zero = panel.X(0);
        if (zero - left > 60)
        {
            canvas.Text("← earlier", zero - 8, bottom + 22, Alignment.UpperRight, color: Palette.Quiet);
        }

        if (right - zero > 60)
        {
            canvas.Text("later →", zero + 8, bottom + 22, color: Palette.Quiet);
        }

        return canvas;
    }
}
