using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>A score of all models and baselines, as dots with intervals.</summary>
internal static class ScoresFigure
{
    private const float Row = 24;
    private const float Head = 8;

    /// <summary>The figure; null where no model has the score.</summary>
    public static Figure? Of(ScoreSheet sheet, Measure measure, string name, string format)
    {
        var lines = sheet.LinesOf(measure);
        return lines.IsEmpty ? null : new()
        {
            Name = name,
            Title = $"All models: {measure.Title}",
            Description = $"{measure.Title} of {lines.Length} models and baselines, lower being better: "
                + string.Join("; ", lines.Select(line => $"{line.Model.Title} {ReportNumbers.Full(line.Value, format)}, {line.Word}")) + ".",
            Caption = $"Mean over {lines[0].Cases} cases with 95 % intervals over clusters, lower being better. Squares in bold are models, circles baselines; the "
                + "word compares with the strongest baseline, case by case. Intervals of two models overlap more than their difference does.",
            Columns = ["model", "kind", "score", "low", "high", "difference", "difference_low", "difference_high", "verdict"],
            Rows =
            [
                .. lines.Select(line => (ImmutableArray<string>)
                [
                    line.Model.Name, line.Model.IsBaseline ? "baseline" : "model", .. ReportNumbers.Plain(line.Value),
                    .. ReportNumbers.Plain(line.Difference), line.Word,
                ]),
            ],
            Draw = narrow => Draw(lines, measure, narrow),
        };
    }

    private static Canvas Draw(ImmutableArray<ScoreLine> lines, Measure measure, bool narrow)
    {
        var (width, left, words) = narrow ? (360f, 150f, 0f) : (760f, 210f, 96f);
        var bottom = Head + (Row * lines.Length);
        var canvas = new Canvas(width, bottom + 48);
        var most = lines.Max(line => double.IsFinite(line.Value.High) ? line.Value.High : line.Value.Value);
        var values = Axis.Round(0, most, narrow ? 3 : 6);
        var panel = canvas.Panel(left, Head, width - 16 - words, bottom, values, Axis.Bare(0, lines.Length), horizontalGrid: false);
        foreach (var (position, _) in values.Ticks)
        {
            canvas.Line(panel.X(position), Head, panel.X(position), bottom, Palette.Grid);
        }

        foreach (var (index, line) in lines.Index())
        {
            var (y, isModel) = (Head + (Row * (index + 0.5f)), !line.Model.IsBaseline);
            var color = isModel ? Palette.Vermilion : Palette.Ink;
            canvas.Text(line.Model.Title, left - 10, y, Alignment.MiddleRight, narrow ? 11 : 12, bold: isModel);
            if (double.IsFinite(line.Value.Low))
            {
                canvas.Line(panel.X(Math.Max(0, line.Value.Low)), y, panel.X(line.Value.High), y, color, isModel ? 3.5f : 1.6f);
            }

            canvas.Marker(panel.X(line.Value.Value), y, isModel ? MarkerShape.FilledSquare : MarkerShape.OpenCircle, color, isModel ? 11 : 8);
            if (!narrow)
            {
                canvas.Text(line.Word, width - words - 4, y, Alignment.MiddleLeft, bold: isModel, color: isModel ? Palette.Ink : Palette.Quiet);
            }
        }

        canvas.Text(measure.Title, width - 16 - words, bottom + 25, Alignment.UpperRight, bold: true);
        return canvas;
    }
}
