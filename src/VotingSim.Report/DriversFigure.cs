using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>What the difference in days hangs on: a tornado of rank correlations, and beside it what each parameter alone explains.</summary>
internal static class DriversFigure
{
    /// <summary>More parameters than these are left to the file of numbers.</summary>
    private const int MostShown = 12;

    /// <summary>The figure; null where nothing varies but luck.</summary>
    public static Figure? Of(ContrastView view)
    {
        if (view.Summary.Drivers is not { Drivers: { Length: > 0 } drivers } all || drivers.All(driver => double.IsNaN(driver.RankCorrelation.Value)))
        {
            return null;
        }

        var shown = drivers.Take(MostShown).ToArray();
        var left = drivers.Length - shown.Length;
        return new()
        {
            Name = $"drivers{view.Suffix}",
            Title = $"What the difference in days hangs on: {view.Title}",
            Description = "Rank correlation of each parameter with the difference in days, and the share of its variance that the parameter alone "
                + "explains, "
                + $"with 95 % intervals: {string.Join("; ", shown.Take(5).Select(Describe))}.",
            Caption = $"Left, rank correlation with the difference in days: to the left of 0, the larger the parameter, the earlier "
                + $"{view.QuotedRule} is against "
                + $"{view.QuotedBaseline}; to the right, the later. Right, the share of the variance that would go if the parameter alone were "
                    + "known (first-order index). "
                + $"Intervals are 95 %, from {ReportNumbers.Count(all.Worlds)} worlds. What all parameters leave is luck and their interplay."
                + (left > 0 ? $" {left} more parameters, which explain less, are in the file of numbers." : ""),
            Columns =
            [
                "crisis", "baseline", "rule", "parameter", "rank_correlation", "rank_correlation_low", "rank_correlation_high", "first_order",
                    "first_order_low",
                "first_order_high", "days_at_low", "days_at_high",
            ],
            Rows =
            [
                .. drivers.Select(driver => (ImmutableArray<string>)
                [
                    view.Summary.Contrast.Crisis ?? "", view.Summary.Contrast.Baseline, view.Summary.Contrast.Rule, driver.Parameter,
                    .. ReportNumbers.Plain(driver.RankCorrelation), .. ReportNumbers.Plain(driver.FirstOrder),
                        ReportNumbers.Plain(driver.AtLow.Value), ReportNumbers.Plain(driver.AtHigh.Value),
                ]),
            ],
            Draw = narrow => Draw(view, shown, narrow),
        };

        string Describe(WorldDriver driver) =>
            $"{ParameterName.Of(view.Plan, driver.Parameter)} {ReportNumbers.Full(driver.RankCorrelation, "0.00")}, "
                + $"{ReportNumbers.Full(driver.FirstOrder, "0", 100)} %";
    }

    private static Canvas Draw(ContrastView view, WorldDriver[] drivers, bool narrow)
    {
        var names = drivers.Select(driver => ParameterName.Of(view.Plan, driver.Parameter)).ToArray();
        var (width, row, top) = (narrow ? 360f : 760f, narrow ? 42f : 28f, 44f);
        var labels = narrow ? 6 : names.Max(name => ChartFont.Width(name, Canvas.TextSize)) + 16;
        var middle = labels + ((width - labels) * (narrow ? 0.56f : 0.6f));
        var bottom = top + (row * drivers.Length);
        var canvas = new Canvas(width, bottom + 46);
        var reach = drivers.SelectMany(driver => new[] { driver.RankCorrelation.Value, driver.RankCorrelation.Low, driver.RankCorrelation.High })
            .Where(double.IsFinite).Max(Math.Abs);
        var correlations = canvas.Panel(
            labels, top, middle - 10, bottom, Axis.Round(-reach, reach, narrow ? 4 : 6, exact: true), Axis.Bare(0, drivers.Length),
                horizontalGrid: false);
        var most = drivers.SelectMany(driver => new[] { driver.FirstOrder.Value, driver.FirstOrder.High }).Where(double.IsFinite).Append(0.05).Max();
        var shares = canvas.Panel(
            middle + 22, top, width - 14, bottom, Axis.Round(0, most, narrow ? 2 : 4, scale: 100), Axis.Bare(0, drivers.Length),
                horizontalGrid: false);
        for (var index = 0; index < drivers.Length; index++)
        {
            var y = top + (row * (index + (narrow ? 0.72f : 0.5f)));
            canvas.Text(names[index], narrow ? 6 : labels - 8, narrow ? y - 19 : y, narrow ? Alignment.MiddleLeft : Alignment.MiddleRight,
                bold: narrow);
            Bar(canvas, correlations, drivers[index].RankCorrelation, y, drivers[index].RankCorrelation.Value < 0 ? Palette.Blue : Palette.Vermilion);
            Bar(canvas, shares, drivers[index].FirstOrder, y, Palette.Quiet);
            if (narrow)
            {
                // Between the names, which it would cross.
                canvas.Line(correlations.X(0), y - 9, correlations.X(0), y + 9, Palette.Ink, 1.2f);
            }
        }

        if (!narrow)
        {
            canvas.Line(correlations.X(0), top, correlations.X(0), bottom, Palette.Ink, 1.2f);
        }

        canvas.Text("rank correlation", labels, 2, bold: true);
        canvas.Text(narrow ? "explains, %" : "alone explains, % of variance", narrow ? width - 2 : middle + 22, 2, narrow ? Alignment.UpperRight
            : Alignment.UpperLeft, bold: true);
        canvas.Text("← larger, earlier", labels, 22, size: 11, color: Palette.Quiet);
        canvas.Text("larger, later →", middle - 10, narrow ? bottom + 24 : 22, Alignment.UpperRight, 11, color: Palette.Quiet);
        return canvas;
    }

    private static void Bar(Canvas canvas, Panel panel, Estimate estimate, float y, Color color)
    {
        if (!double.IsFinite(estimate.Value))
        {
            return;
        }

        var (from, to) = (Math.Min(panel.X(0), panel.X(estimate.Value)), Math.Max(panel.X(0), panel.X(estimate.Value)));
        canvas.Rectangle(Math.Max(from, panel.Area.Left), y - 6, to, y + 6, color);
        if (double.IsFinite(estimate.Low) && double.IsFinite(estimate.High))
        {
            canvas.Line(Math.Max(panel.X(estimate.Low), panel.Area.Left), y, Math.Min(panel.X(estimate.High), panel.Area.Right), y, Palette.Ink,
                1.6f);
        }

        canvas.Marker(Math.Max(panel.X(estimate.Value), panel.Area.Left), y, MarkerShape.FilledCircle, Palette.Ink, 5);
    }
}
