using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;

namespace VotingSim.Report;

/// <summary>Where the adopted texts lie, against the status quo.</summary>
internal static class OutcomeFigure
{
    // Four bins of half a unit a step.
    private const int BinsTogether = 4;

    /// <summary>The figure; null where outcomes were not read.</summary>
    public static Figure? Of(ReportSection section)
    {
        var issues = section.Crisis.Issues;
        if (section.OutcomesOf(section.Baseline.Arm, 0) is null)
        {
            return null;
        }

        return new()
        {
            Name = $"outcomes-{section.Id}",
            Title = $"Adopted texts against the status quo: {section.Title}",
            Description = string.Join(" ", issues.Select((issue, index) =>
                $"{issue.Name}, from 0 ({issue.Low}) to 100 ({issue.High}), status quo "
                    + $"{ReportNumbers.Text(issue.StatusQuo, "0.#")}. Median adopted text and the middle 90 %: {string.Join("; "
                        + "", section.Arms.Select(arm => $"{section.Quoted(arm.Arm)} {Middle(section.OutcomesOf(arm.Arm, index)!)}"))}.")),
            Caption = "Distribution of the adopted texts: the shape, its middle 90 % (line) and median (marker). Deliberations without a decision "
                + "leave the status quo (dashed) and are not in the shape.",
            Columns = ["arm", "rule", "issue", "status_quo", "text_from", "text_below", "adopted", "undecided"],
            Rows =
            [
                .. section.Arms.SelectMany(arm =>
                    issues.SelectMany((issue, index) => Steps(section.OutcomesOf(arm.Arm, index)!).Select(step => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, issue.Name, ReportNumbers.Plain(issue.StatusQuo), ReportNumbers.Plain(step.From),
                        ReportNumbers.Plain(step.From + (BinsTogether * OutcomeCounts.Width)),
                    step.Count.ToString(CultureInfo.InvariantCulture),
                        section.OutcomesOf(arm.Arm, index)!.Undecided.ToString(CultureInfo.InvariantCulture),
                ]))),
            ],
            Draw = narrow => Draw(section, narrow),
        };
    }

    private static string Middle(OutcomeCounts counts) => counts.Total == 0
        ? "no decision" : $"{ReportNumbers.Text(counts.Quantile(0.5), "0")} ({ReportNumbers.Text(counts.Quantile(0.05), "0")} to "
            + $"{ReportNumbers.Text(counts.Quantile(0.95), "0")})";

    private static IEnumerable<(double From, long Count)> Steps(OutcomeCounts counts) =>
        counts.Adopted.Chunk(BinsTogether).Select((bins, index) => (index * BinsTogether * OutcomeCounts.Width, bins.Sum())).Where(step =>
            step.Item2 > 0);

    private static Canvas Draw(ReportSection section, bool narrow)
    {
        var issues = section.Crisis.Issues;
        var columns = narrow || issues.Length == 1 ? 1 : 2;
        var width = narrow ? 360f : 760f;
        var row = section.Arms.Length > 6 ? 30f : 42f;
        var room = narrow ? width / 2 : TextLines.ForNames;
        var labels = section.Arms.Max(arm => TextLines.Width(section.NameOf(arm.Arm), room)) + 12;
        row = Math.Max(row, TextLines.Beyond(section.Arms.Select(arm => section.NameOf(arm.Arm)), room) + 20);
        const float top = 40, below = 66, gap = 26;
        var cell = (width - (gap * (columns - 1))) / columns;
        var high = row * section.Arms.Length;
        var canvas = new Canvas(width, ((issues.Length + columns - 1) / columns) * (top + high + below));
        for (var issue = 0; issue < issues.Length; issue++)
        {
            var x = issue % columns * (cell + gap);
            var y = (issue / columns * (top + high + below)) + top;
            var left = x + (issue % columns == 0 ? labels : Math.Min(labels, 8));
            Draw(canvas, section, issue, left, y, x + cell - 12, row, issue % columns == 0 ? labels : 0);
        }

        return canvas;
    }

    private static void Draw(Canvas canvas, ReportSection section, int issue, float left, float top, float right, float row, float labels)
    {
        var about = section.Crisis.Issues[issue];
        var high = row * section.Arms.Length;
        var panel = canvas.Panel(left, top, right, top + high, Axis.Round(0, 100, 5, exact: true), Axis.Bare(0, section.Arms.Length),
            horizontalGrid: false);
        var start = labels > 0 ? left - labels : left;
        canvas.Text(IssueScale.NameOf(about), start, top - 38, bold: true);
        var quo = panel.X(about.StatusQuo);
        canvas.Text($"status quo {ReportNumbers.Text(about.StatusQuo, "0.#")}", quo, top - 17, about.StatusQuo < 50
            ? Alignment.UpperLeft : Alignment.UpperRight, 11, color: Palette.Quiet);
        for (var index = 0; index < section.Arms.Length; index++)
        {
            var arm = section.Arms[index];
            var (counts, look, floor) = (section.OutcomesOf(arm.Arm, issue)!, section.LookOf(arm.Arm), (double)(section.Arms.Length - index - 1));
            var foot = top + (row * (index + 1));
            if (labels > 0)
            {
                canvas.Text(section.NameOf(arm.Arm), left - 8, foot - (row / 2), Alignment.MiddleRight, room: labels - 11.9f);
            }

            Shape(panel, counts, floor, look);
            if (counts.Total > 0)
            {
                var y = foot - (row * 0.16f);
                canvas.Line(panel.X(counts.Quantile(0.05)), y, panel.X(counts.Quantile(0.95)), y, look.Color, 2);
                canvas.Marker(panel.X(counts.Quantile(0.5)), y, look.Marker, look.Color, 8);
            }

            var undecided = counts.Undecided + counts.Total == 0 ? 0 : (double)counts.Undecided / (counts.Undecided + counts.Total);
            if (undecided > 0)
            {
                var text = $"{ReportNumbers.Text(undecided * 100, undecided < 0.095 ? "0.0" : "0")} % undecided";
                var middle = counts.Total > 0 ? counts.Quantile(0.5) : about.StatusQuo;
                canvas.Text(text, middle < 50 ? right - 2 : left + 4, foot - (row / 2), middle < 50 ? Alignment.MiddleRight : Alignment.MiddleLeft,
                    11, color: Palette.Quiet);
            }

            canvas.Line(left, foot, right, foot, Palette.Grid);
        }

        canvas.Line(quo, top, quo, top + high, Palette.Ink, 1.3f, Palette.Reference);
        IssueScale.Ends(canvas, about, start, right + 12, top + high + 22);
    }

    private static void Shape(Panel panel, OutcomeCounts counts, double floor, SeriesStyle look)
    {
        var steps = Steps(counts).ToDictionary(step => step.From, step => step.Count);
        if (steps.Count == 0)
        {
            return;
        }

        const double width = BinsTogether * OutcomeCounts.Width;
        var most = (double)steps.Values.Max();
        var (first, last) = (steps.Keys.Min(), steps.Keys.Max());
        List<double> xs = [first], ys = [floor];
        for (var from = first; from <= last; from += width)
        {
            var y = floor + (0.26 + (0.62 * steps.GetValueOrDefault(from) / most));
            xs.AddRange([from, Math.Min(100, from + width)]);
            ys.AddRange([y, y]);
        }

        (xs, ys) = (xs[1..], ys[1..]);
        panel.Silhouette(xs, ys, floor + 0.26, look.Color.WithOpacity(0.35));
        panel.Path(xs, ys, look.Color, LinePattern.Solid, 1);
    }
}
