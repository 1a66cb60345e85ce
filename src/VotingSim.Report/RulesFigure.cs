using VotingSim.Analysis;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Report;

/// <summary>Every rule of a crisis against the baseline, over worlds.</summary>
internal static class RulesFigure
{
    /// <summary>The figure; null for a single rule.</summary>
    public static Figure? Of(ReportSection section)
    {
        var comparisons = section.Comparisons;
        if (comparisons.Length == 0)
        {
            return null;
        }

        var baseline = section.Quoted(section.Baseline.Arm);
        return new()
        {
            Name = $"rules-{section.Id}",
            Title = $"Days earlier or later than {baseline}, over worlds: {section.Title}",
            Description = $"Difference in days from {baseline}, world by world. "
                + string.Join(" ", comparisons.Select(comparison =>
                    $"{section.Quoted(comparison.Arm)}: {WorldWords.Days(comparison.Worlds.Days)}; {WorldWords.Order(comparison.Worlds)}.")),
            Caption = $"Difference in days from {baseline} in the same world. {WorldWords.Reading} "
                + "The bar is the share of worlds in which the rule is earlier (left, dark), the same (middle, pale) and later (right).",
            Columns = ["arm", .. WorldStrip.Columns],
            Rows =
            [
                .. comparisons.Select(comparison =>
                    WorldStrip.Row(comparison.Arm.Crisis, comparison.Baseline.Rule, comparison.Arm.Rule, comparison.Worlds)
                    .Insert(0, comparison.Arm.Id)),
            ],
            Draw = narrow => Draw(section, [.. comparisons], narrow),
        };
    }

    private static Canvas Draw(ReportSection section, ArmComparison[] comparisons, bool narrow)
    {
        var names = comparisons.Select(comparison => section.NameOf(comparison.Arm)).ToArray();
        var (width, row, top) = (narrow ? 360f : 760f, narrow ? 74f : 44f, narrow ? 8f : 26f);
        var room = narrow ? width - 100 : TextLines.ForNames;
        var more = TextLines.Beyond(names, room, bold: narrow);
        row += narrow ? more : Math.Max(0, more - 24);
        var left = narrow ? 18 : 16 + names.Max(name => TextLines.Width(name, room));
        var right = narrow ? width - 18 : width - 210;
        var bottom = top + (row * comparisons.Length);
        var canvas = new Canvas(width, bottom + 46);
        var ends = comparisons.SelectMany(comparison =>
            new[] { comparison.Worlds.Days.P05, comparison.Worlds.Days.P95 }).Where(double.IsFinite).Append(0).ToArray();
        var panel = canvas.Panel(left, top, right, bottom, Axis.Round(ends.Min(), ends.Max(), narrow ? 4 : 6), Axis.Bare(0, comparisons.Length),
            horizontalGrid: false);
        if (!narrow)
        {
            canvas.Line(panel.X(0), top, panel.X(0), bottom, Palette.Ink, 1.4f);
        }

        for (var index = 0; index < comparisons.Length; index++)
        {
            var (worlds, start) = (comparisons[index].Worlds, top + (row * index));
            var y = start + (narrow ? 32 + more : row / 2);
            canvas.Text(names[index], 0, narrow ? start + 12 + (TextLines.Beyond([names[index]], room, bold: true) / 2) : y,
                ScottPlot.Alignment.MiddleLeft, bold: narrow, room: room);
            WorldStrip.Spread(canvas, panel, WorldSpread.Of(worlds.Days), y, section.LookOf(comparisons[index].Arm));
            if (narrow)
            {
                // Between the names and the bars, which it would cross.
                canvas.Line(panel.X(0), y - 10, panel.X(0), y + 10, Palette.Ink, 1.4f);
                WorldStrip.Shares(canvas, worlds, 0, start + 46 + more, width - 2, 10, labels: false);
                canvas.Text(Percents(worlds), width, start + 12, ScottPlot.Alignment.MiddleRight, 11, color: Palette.Quiet);
            }
            else
            {
                WorldStrip.Shares(canvas, worlds, right + 24, y - 2, width - 2, 10, labels: false);
                canvas.Text(Percents(worlds), right + 24, y - 12, ScottPlot.Alignment.MiddleLeft, 11, color: Palette.Quiet);
            }
        }

        canvas.Text("days, rule less baseline", right, bottom + 24, ScottPlot.Alignment.UpperRight, bold: true);
        canvas.Text("← earlier", left, bottom + 24, color: Palette.Quiet);
        if (!narrow)
        {
            canvas.Text("earlier, the same, later, %", right + 24, 2, bold: true);
        }

        return canvas;
    }

    private static string Percents(WorldComparison worlds) =>
        $"{WorldWords.Percent(worlds.Earlier.Value)} · {WorldWords.Percent(worlds.Same.Value)} · {WorldWords.Percent(worlds.Later.Value)}";
}
