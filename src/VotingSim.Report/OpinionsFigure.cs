using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>What every member said at the opening and at the end, under the baseline and under the rule that decides soonest.</summary>
internal static class OpinionsFigure
{
    /// <summary>The arms whose opinions are shown.</summary>
    public static IEnumerable<ArmSummary> Arms(ReportSection section) => new[] { section.Baseline, section.Fastest }.DistinctBy(arm => arm.Arm.Index);

    /// <summary>The figure; null where opinions were not deliberated again.</summary>
    public static Figure? Of(ReportSection section)
    {
        OpinionPaths[] paths = [.. Arms(section).Select(arm => section.OpinionsOf(arm.Arm)).OfType<OpinionPaths>()];
        if (paths.Length == 0)
        {
            return null;
        }

        var issues = section.Crisis.Issues;
        return new()
        {
            Name = $"opinions-{section.Id}",
            Title = $"Opinions at the opening and at the end: {section.Title}",
            Description = string.Join(" ",
                paths.Select(arm => $"{section.Quoted(arm.Arm)}: "
                    + $"{string.Join(" ", issues.Select((issue, index) => Describe(arm, issue.Name, index)))}")),
            Caption = $"Mean opinion of every member over {ReportNumbers.Count(paths[0].Replications)} deliberations of each rule: at the opening "
                + $"(hollow) and in the last round under {ReportNumbers.List([.. paths.Select(arm => section.Quoted(arm.Arm))])}, with simulation "
                    + "error (95 %). The dashed line is the status quo.",
            Columns = ["arm", "rule", "member", "issue", "opening", "opening_low", "opening_high", "end", "end_low", "end_high"],
            Rows =
            [
                .. paths.SelectMany(arm => arm.Paths.Select(path => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, path.Code, path.Issue, ReportNumbers.Plain(path.Opening.Value), ReportNumbers.Plain(path.Opening.Low),
                        ReportNumbers.Plain(path.Opening.High),
                    ReportNumbers.Plain(path.End.Value), ReportNumbers.Plain(path.End.Low), ReportNumbers.Plain(path.End.High),
                ])),
            ],
            Draw = narrow => Draw(section, paths, narrow),
        };
    }

    private static string Describe(OpinionPaths arm, string issue, int index)
    {
        OpinionPath[] own = [.. Enumerable.Range(0, arm.Arm.Terms.Roster.Size).Select(seat => arm.Of(seat, index))];
        return $"on {issue} opinions span {Range(path => path.Opening)} at the opening and {Range(path => path.End)} at the end.";

        string Range(Func<OpinionPath, Estimate> of) =>
            $"{ReportNumbers.Text(own.Min(path => of(path).Value), "0")} ({own.MinBy(path => of(path).Value)!.Code}) to "
                + $"{ReportNumbers.Text(own.Max(path => of(path).Value), "0")} ({own.MaxBy(path => of(path).Value)!.Code})";
    }

    private static Canvas Draw(ReportSection section, OpinionPaths[] paths, bool narrow)
    {
        var issues = section.Crisis.Issues;
        var columns = narrow || issues.Length == 1 ? 1 : 2;
        var width = narrow ? 360f : 760f;
        const float row = 24, labels = 40, below = 66, gap = 26, head = 40;
        var cell = (width - (gap * (columns - 1))) / columns;
        var high = row * paths[0].Arm.Terms.Roster.Size;
        var ends = paths.Select(arm => $"end under {section.NameOf(arm.Arm)}").ToArray();
        var isList = narrow || 90 + ends.Sum(text => ChartFont.Width(text, Canvas.TextSize) + 44) > width + 44;
        var step = 20 + TextLines.Beyond(ends, width - 18);
        var keys = isList ? 20 + (step * paths.Length) : 24;
        var canvas = new Canvas(width, keys + ((issues.Length + columns - 1) / columns * (head + high + below)));
        var x = 0f;
        var y = 9f;
        canvas.Marker(6, y, MarkerShape.FilledCircle, Palette.Quiet, 8, open: true);
        canvas.Text("opening", 18, y, Alignment.MiddleLeft);
        x = isList ? 0 : 90;
        foreach (var (arm, text) in paths.Zip(ends))
        {
            y = isList ? y + step : y;
            canvas.Marker(x + 6, y, section.LookOf(arm.Arm).Marker, section.LookOf(arm.Arm).Color);
            canvas.Text(text, x + 18, y, Alignment.MiddleLeft, room: width - 18);
            x = isList ? 0 : x + ChartFont.Width(text, Canvas.TextSize) + 44;
        }

        for (var issue = 0; issue < issues.Length; issue++)
        {
            var (left, top) = ((issue % columns * (cell + gap)) + labels, keys + head + (issue / columns * (head + high + below)));
            Draw(canvas, section, paths, issue, left, top, left - labels + cell - 12, row);
        }

        return canvas;
    }

    private static void Draw(Canvas canvas, ReportSection section, OpinionPaths[] paths, int issue, float left, float top, float right, float row)
    {
        var about = section.Crisis.Issues[issue];
        var seats = paths[0].Arm.Terms.Roster.Size;
        var panel = canvas.Panel(left, top, right, top + (row * seats), Axis.Round(0, 100, 5, exact: true), Axis.Bare(0, seats),
            horizontalGrid: false);
        canvas.Text(IssueScale.NameOf(about), left - 40, top - 38, bold: true);
        var quo = panel.X(about.StatusQuo);
        canvas.Text($"status quo {ReportNumbers.Text(about.StatusQuo, "0.#")}", quo, top - 17, about.StatusQuo < 50
            ? Alignment.UpperLeft : Alignment.UpperRight, 11, color: Palette.Quiet);
        canvas.Line(quo, top, quo, top + (row * seats), Palette.Ink, 1.3f, Palette.Reference);
        int[] order = [.. Enumerable.Range(0, seats).OrderByDescending(seat => paths[0].Of(seat, issue).Opening.Value).ThenBy(seat => seat)];
        for (var place = 0; place < seats; place++)
        {
            var y = top + (row * (place + 0.5f));
            var opening = paths[0].Of(order[place], issue).Opening;
            canvas.Text(paths[0].Of(order[place], issue).Code, left - 6, y, Alignment.MiddleRight);
            canvas.Line(left, y + (row / 2), right, y + (row / 2), Palette.Grid, 0.7f);
            for (var index = 0; index < paths.Length; index++)
            {
                var (end, look) = (paths[index].Of(order[place], issue).End, section.LookOf(paths[index].Arm));
                var own = y + (paths.Length == 1 ? 0 : index == 0 ? -4 : 4);
                canvas.Line(panel.X(opening.Value), own, panel.X(end.Value), own, look.Color, 1.2f);
                Mark(canvas, panel, end, own, look, open: false);
            }

            Mark(canvas, panel, opening, y, new(Palette.Quiet, LinePattern.Solid, MarkerShape.FilledCircle), open: true);
        }

        IssueScale.Ends(canvas, about, left - 40, right + 12, top + (row * seats) + 22);
    }

    private static void Mark(Canvas canvas, Panel panel, Estimate opinion, float y, SeriesStyle look, bool open)
    {
        if (double.IsFinite(opinion.Low) && double.IsFinite(opinion.High))
        {
            canvas.Line(panel.X(Math.Max(0, opinion.Low)), y, panel.X(Math.Min(100, opinion.High)), y, look.Color, 3);
        }

        canvas.Marker(panel.X(opinion.Value), y, look.Marker, look.Color, 7, open);
    }
}
