using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>All crises by all rules, a number in every cell.</summary>
internal static class OverviewFigure
{
    /// <summary>Mean days until the decision; null for a single crisis.</summary>
    public static Figure? Days(ImmutableArray<ReportSection> sections) => Of(
        sections, "overview-days", "Mean days until the decision, every crisis under every rule",
            "Mean days until the decision or the end of observation; darker is slower.", "N0", arm => arm.RestrictedMeanDays, (value, section) =>
            Math.Sqrt(value / section.Horizon));

    /// <summary>Agreement of the last ballots.</summary>
    public static Figure? Agreement(ImmutableArray<ReportSection> sections) => Of(
        sections, "overview-agreement", "Agreement of the last ballots, every crisis under every rule",
            "Mean agreement index of the last ballots, 0 to 1; darker is more agreement.", "0.00", arm => arm.Measure("agreement_index"),
            (value, _) => value);

    private static Figure? Of(
        ImmutableArray<ReportSection> sections, string name, string title, string caption, string format, Func<ArmSummary, Estimate> value,
            Func<double, ReportSection, double> shade)
    {
        if (sections.Length < 2)
        {
            return null;
        }

        var cells = sections.SelectMany(section => section.Arms.Select(arm => (Section: section, Arm: arm, Estimate: value(arm)))).ToArray();
        var (least, most) = (cells.MinBy(cell => cell.Estimate.Value), cells.MaxBy(cell => cell.Estimate.Value));
        var half = cells.Select(cell => (cell.Estimate.High - cell.Estimate.Low) / 2).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        return new()
        {
            Name = name,
            Title = title,
            Description = $"{title}. Least: {Describe(least)}. Most: {Describe(most)}.",
            Caption = $"{caption} Their simulation error (95 %) is at most ± {ReportNumbers.Text(half, format == "N0" ? "N1" : "0.000")}; it is in "
                + "the file of numbers.",
            Columns = ["arm", "crisis", "rule", "value", "low", "high"],
            Rows =
            [
                .. cells.Select(cell => (ImmutableArray<string>)
                    [cell.Arm.Arm.Id, cell.Arm.Arm.Crisis, cell.Arm.Arm.Rule, ReportNumbers.Plain(cell.Estimate.Value),
                        ReportNumbers.Plain(cell.Estimate.Low), ReportNumbers.Plain(cell.Estimate.High)]),
            ],
            Draw = narrow => Draw(sections, format, value, shade, narrow),
        };

        string Describe((ReportSection Section, ArmSummary Arm, Estimate Estimate) cell) =>
            $"{cell.Section.Title} under {cell.Section.NameOf(cell.Arm.Arm)}, {ReportNumbers.Full(cell.Estimate, format == "N0" ? "N1" : "0.000")}";
    }

    private static Canvas Draw(ImmutableArray<ReportSection> sections, string format, Func<ArmSummary, Estimate> value, Func<double, ReportSection,
        double> shade, bool narrow)
    {
        var rules = sections[0].Arms.Length;
        var (width, size) = (narrow ? 360f : 760f, narrow ? 10.5f : 12f);
        var labels = Math.Min(narrow ? 150 : 290, sections.Max(section => ChartFont.Width(section.Title, size)) + 8);
        var columns = narrow ? Math.Min(rules, 5) : rules;
        var cell = Math.Min(90, (width - labels) / columns);
        var head = sections[0].Arms.Max(arm => TextLines.Width(sections[0].NameOf(arm.Arm), TextLines.ForNames, size)) + 12;
        var row = Math.Max(26, 16 + TextLines.Beyond(sections.Select(section => section.Title), labels - 8, size));
        var blocks = (rules + columns - 1) / columns;
        var block = head + (row * sections.Length) + 20;
        var canvas = new Canvas(width, (blocks * block) - 12);
        for (var rule = 0; rule < rules; rule++)
        {
            var x = labels + (rule % columns * cell);
            var top = (rule / columns * block) + head;
            canvas.Text(sections[0].NameOf(sections[0].Arms[rule].Arm), x + (cell / 2) + (size / 3), top - 6, Alignment.LowerLeft, size,
                upwards: true, room: TextLines.ForNames);
            for (var index = 0; index < sections.Length; index++)
            {
                var y = top + (row * index);
                if (rule % columns == 0)
                {
                    canvas.Text(sections[index].Title, labels - 8, y + (row / 2), Alignment.MiddleRight, size, room: labels - 8);
                }

                var estimate = value(sections[index].Arms[rule]);
                var tint = Palette.Tint(Palette.Blue, 0.9 * shade(estimate.Value, sections[index]));
                canvas.Rectangle(x + 0.5f, y + 0.5f, x + cell - 0.5f, y + row - 0.5f, tint);
                canvas.Text(ReportNumbers.Text(estimate.Value, format), x + (cell / 2), y + (row / 2), Alignment.MiddleCenter, narrow ? 11 : 12,
                    color: Palette.InkOn(tint));
            }
        }

        return canvas;
    }
}
