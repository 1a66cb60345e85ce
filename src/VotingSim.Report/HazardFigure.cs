using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>Forest plot of the hazard ratios of all rules against the baseline.</summary>
internal static class HazardFigure
{
    /// <summary>Stands on every figure with hazard ratios.</summary>
    public const string Reading = "Hazard ratio above 1 decides faster.";

    /// <summary>The figure; null where there is nothing to compare or no ratio can be estimated.</summary>
    public static Figure? Of(ReportSection section)
    {
        var comparisons = section.Comparisons;
        if (!comparisons.Any(comparison => IsShown(comparison.HazardRatio)))
        {
            return null;
        }

        var baseline = section.NameOf(section.Baseline.Arm);
        return new()
        {
            Name = $"hazard-ratios-{section.Id}",
            Title = $"Hazard of deciding, relative to {baseline}: {section.Title}",
            Description = $"Hazard ratios against {baseline} with simulation error (95 %); above 1 decides faster: {string.Join("; "
                + "", comparisons.Select(comparison => $"{section.Quoted(comparison.Arm)} {ReportNumbers.Ratio(comparison.HazardRatio)}"))}.",
            Caption = $"Hazard of deciding relative to {baseline}, on a logarithmic scale, with 95 % intervals of simulation error "
                + $"that allow for all rules having met the same luck. {Reading}{ComparisonPart.Misleading(section)}",
            Columns = ["arm", "baseline", "rule", "hazard_ratio", "low", "high", "p", "holm_p", "early", "late", "single_ratio_misleads"],
            Rows =
            [
                .. comparisons.Select(comparison => (ImmutableArray<string>)
                [
                    comparison.Arm.Id, comparison.Baseline.Id, comparison.Arm.Rule, ReportNumbers.Plain(comparison.HazardRatio.Value),
                        ReportNumbers.Plain(comparison.HazardRatio.Low), ReportNumbers.Plain(comparison.HazardRatio.High),
                    ReportNumbers.Plain(comparison.HazardRatioP), ReportNumbers.Plain(comparison.HolmP),
                    ReportNumbers.Plain(comparison.EarlyHazardRatio), ReportNumbers.Plain(comparison.LateHazardRatio), comparison.SingleRatioMisleads
                        ? "true" : "false",
                ]),
            ],
            Draw = narrow => Draw(section, comparisons, baseline, narrow),
        };
    }

    private static Canvas Draw(ReportSection section, ImmutableArray<ArmComparison> comparisons, string baseline, bool narrow)
    {
        var names = comparisons.Select(comparison => section.NameOf(comparison.Arm)).ToArray();
        var texts = comparisons.Select(comparison => ReportNumbers.Ratio(comparison.HazardRatio)
            + (comparison.SingleRatioMisleads ? " *" : "")).ToArray();
        var width = narrow ? 360f : 760f;
        var step = narrow ? 44f : 30f;
        var room = narrow ? width - 120 : TextLines.ForNames;
        step += TextLines.Beyond(names, room, bold: narrow);
        var left = narrow ? 10f : 14 + names.Max(name => TextLines.Width(name, room));
        var right = narrow ? width - 10 : width - 18 - Math.Max(60, texts.Max(text => ChartFont.Width(text, Canvas.TextSize)));
        const float top = 34;
        var bottom = top + (step * comparisons.Length);
        var canvas = new Canvas(width, bottom + 84 + TextLines.Beyond([$"Hazard ratio against {baseline}"], right - left, bold: true));
        var shown = comparisons.Select(comparison => comparison.HazardRatio).Where(IsShown).ToArray();
        var (low, high) = (Math.Min(0.8, shown.Min(Low) / 1.15), Math.Max(1.25, shown.Max(High) * 1.15));
        var ratios = Axis.Ratios(low, high, narrow ? 5 : 9);
        var panel = canvas.Panel(left, top, right, bottom, ratios, Axis.Bare(0, comparisons.Length), horizontalGrid: false);
        if (!narrow)
        {
            canvas.Line(panel.X(0), top - 4, panel.X(0), bottom, Palette.Ink, 1.4f);
        }

        for (var row = 0; row < comparisons.Length; row++)
        {
            var (ratio, look) = (comparisons[row].HazardRatio, section.LookOf(comparisons[row].Arm));
            var y = top + (step * (row + (narrow ? 0.72f : 0.5f)));
            canvas.Text(names[row], narrow ? left : 0, narrow ? y - 20 - (TextLines.Beyond([names[row]], room, bold: true) / 2) : y,
                Alignment.MiddleLeft, bold: narrow, room: room);
            canvas.Text(texts[row], narrow ? right : width, narrow ? y - 20 : y, Alignment.MiddleRight);
            if (narrow)
            {
                // Between the names, which it would cross.
                canvas.Line(panel.X(0), y - 9, panel.X(0), y + 9, Palette.Ink, 1.4f);
            }

            if (IsShown(ratio))
            {
                canvas.Line(panel.X(Math.Log10(Math.Max(low, Low(ratio)))), y, panel.X(Math.Log10(Math.Min(high, High(ratio)))), y, look.Color, 2.2f);
                canvas.Marker(panel.X(Math.Log10(ratio.Value)), y, look.Marker, look.Color, 9);
            }
        }

        var one = ChartFont.Width(baseline, Canvas.TextSize) < TextLines.ForNames ? $"{baseline} = 1" : "baseline = 1";
        canvas.Text(one, Math.Clamp(panel.X(0), left, right), 12, panel.X(0) - left > 60 ? Alignment.UpperCenter : Alignment.UpperLeft,
            color: Palette.Quiet);
        canvas.Text(narrow ? "" : "ratio [simulation error]", width, 12, Alignment.UpperRight, color: Palette.Quiet);
        var heading = $"Hazard ratio against {baseline}";
        canvas.Text(heading, left, bottom + 24, bold: true, room: right - left);
        bottom += TextLines.Beyond([heading], right - left, bold: true);
        canvas.Text(Reading, left, bottom + 42);
        if (comparisons.Any(comparison => comparison.SingleRatioMisleads))
        {
            canvas.Text("* The ratio changes with time: a single one misleads.", left, bottom + 60);
        }

        return canvas;
    }

    // A ratio of 0 or infinity has no place on the axis; its row says what it is.
    private static bool IsShown(Estimate ratio) => double.IsFinite(ratio.Value) && ratio.Value > 0;

    private static double Low(Estimate ratio) => double.IsFinite(ratio.Low) && ratio.Low > 0 ? Math.Max(ratio.Low, ratio.Value / 1000)
        : ratio.Value / 10;

    private static double High(Estimate ratio) => double.IsFinite(ratio.High) ? Math.Min(ratio.High, ratio.Value * 1000) : ratio.Value * 10;
}
