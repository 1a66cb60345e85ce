using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Configuration;
using VotingSim.Evidence.Claims;
using VotingSim.Statistics;

namespace VotingSim.Report.Evidence;

/// <summary>Claims in one picture: what the model says beside what is observed, by what is estimated.</summary>
internal static class ClaimsFigure
{
    private const float Row = 50;
    private const float Head = 34;
    private const float Foot = 40;

    // A ratio beyond these is drawn at the edge.
    private const double LeastRatio = 0.02;
    private const double MostRatio = 50;

    /// <summary>The figure.</summary>
    public static Figure Of(IReadOnlyList<ClaimFinding> findings)
    {
        var order = ClaimOrder.Of(findings);
        return new()
        {
            Name = "claims",
            Title = "The model against what is claimed",
            Description = $"{ClaimWords.Summary(findings)} {string.Join(" ", order.Select(Describe))}",
            Caption = $"Dots are the model's estimates over {ReportNumbers.Count(findings[0].Worlds)} worlds with 95 % intervals (bootstrap over "
                + "worlds: what finitely many leave open), squares what is observed with its interval, where there is one. The grey bar is what is "
                + "claimed.",
            Columns =
            [
                "claim", "title", "verdict", "model", "quantity", "expected_low", "expected_high", "estimate", "estimate_low", "estimate_high",
                "observed", "observed_low", "observed_high", "hangs_on", "without", "without_low", "without_high", "certainty", "source",
            ],
            Rows = [.. order.Select(Numbers)],
            Draw = narrow => Draw(order, narrow ? 360 : 760),
        };
    }

    private static string Describe(ClaimFinding finding)
    {
        var observed = ClaimWords.Observed(finding.Claim);
        return $"{finding.Claim.Title}: {ClaimWords.Verdict(finding)}; model {ClaimWords.Number(finding.Claim.Quantity, finding.Estimate)}"
            + $"{(observed.Length > 0 ? $", observed {observed}" : "")}.";
    }

    private static ImmutableArray<string> Numbers(ClaimFinding finding)
    {
        var (claim, observed) = (finding.Claim, finding.Claim.Observed);
        return
        [
            claim.Name, claim.Title,
            ConfigurationWord.Of(finding.Verdict), ConfigurationWord.Of(finding.Reading), ConfigurationWord.Of(claim.Quantity),
            ReportNumbers.Plain(claim.AtLeast), ReportNumbers.Plain(claim.AtMost), .. ReportNumbers.Plain(finding.Estimate),
            .. ReportNumbers.Plain(observed is null ? Estimate.Undefined : new(observed.Value, observed.Low, observed.High)),
            finding.HangsOn?.Switch.Name ?? "", .. ReportNumbers.Plain(finding.HangsOn?.Without ?? Estimate.Undefined),
            ConfigurationWord.Of(claim.Certainty), claim.Source,
        ];
    }

    private static Canvas Draw(IReadOnlyList<ClaimFinding> order, float width)
    {
        var groups = order.GroupBy(finding => finding.Claim.Quantity).OrderBy(group => group.Key).ToArray();
        var legend = width < 500 ? 62f : 24f;
        var canvas = new Canvas(width, legend + groups.Sum(group => Head + (Row * group.Count()) + Foot));
        Legend(canvas, width);
        var top = legend;
        foreach (var group in groups)
        {
            canvas.Text(Capital(ClaimWords.Quantity(group.Key)), 2, top + 8, bold: true, room: width - 4);
            top += Head;
            var bottom = top + (Row * group.Count());
            var panel = canvas.Panel(14, top, width - 14, bottom, AxisOf([.. group], width < 500 ? 5 : 9), Axis.Bare(0, 1), horizontalGrid: false);
            foreach (var (index, finding) in group.Index())
            {
                DrawRow(canvas, panel, finding, top + (Row * index));
            }

            top = bottom + Foot;
        }

        return canvas;
    }

    private static void Legend(Canvas canvas, float width)
    {
        var (x, y, step) = (2f, 9f, width < 500);
        foreach (var (words, wide, draw) in (ReadOnlySpan<(string, float, Action<float, float>)>)
        [
            ("the model", 110, (left, middle) =>
            {
                canvas.Line(left, middle, left + 28, middle, Palette.Ink, 2);
                canvas.Marker(left + 14, middle, MarkerShape.FilledCircle, Palette.Ink);
            }),
            ("observed", 110, (left, middle) =>
            {
                canvas.Line(left, middle, left + 28, middle, Palette.Blue, 2, Palette.Reference);
                canvas.Marker(left + 14, middle, MarkerShape.FilledSquare, Palette.Blue, open: true);
            }),
            ("what is claimed", 0, (left, middle) => canvas.Rectangle(left, middle - 7, left + 28, middle + 7, Palette.Grid)),
        ])
        {
            draw(x, y);
            canvas.Text(words, x + 34, y, Alignment.MiddleLeft);
            (x, y) = step ? (x, y + 18) : (x + wide, y);
        }
    }

    private static void DrawRow(Canvas canvas, Panel panel, ClaimFinding finding, float top)
    {
        var (claim, area, y) = (finding.Claim, panel.Area, top + 27);
        var verdict = ClaimWords.Verdict(finding);
        var room = area.Width - ChartFont.Width(verdict, Canvas.TextSize, true) - 14;
        canvas.Rectangle(X(claim.AtLeast), y - 6, X(claim.AtMost), y + 16, Palette.Grid);
        canvas.Text(Shortened(claim.Title, room), area.Left + 2, top + 3);
        canvas.Text(verdict, area.Right - 2, top + 3, Alignment.UpperRight, bold: true);
        if (claim.Observed is { } observed && double.IsFinite(observed.Value))
        {
            Interval(new(observed.Value, observed.Low, observed.High), y + 11, Palette.Blue, MarkerShape.FilledSquare, true);
        }

        if (double.IsNaN(finding.Estimate.Value))
        {
            canvas.Text("no estimate: too few decide", area.Left + (area.Width / 2), y, Alignment.MiddleCenter, color: Palette.Quiet);
        }
        else
        {
            Interval(finding.Estimate, y, Palette.Ink, MarkerShape.FilledCircle, false);
        }

        void Interval(Estimate estimate, float at, Color color, MarkerShape shape, bool open)
        {
            if (!double.IsNaN(estimate.Low) && !double.IsNaN(estimate.High))
            {
                canvas.Line(X(estimate.Low), at, X(estimate.High), at, color, 2, open ? Palette.Reference : null);
            }

            canvas.Marker(X(estimate.Value), at, shape, color, open: open);
        }

        float X(double value)
        {
            var scaled = ClaimFinding.IsRatio(claim.Quantity) ? Math.Log10(Math.Max(value, 1e-300)) : value * ClaimWords.Scale(claim.Quantity);
            return Math.Clamp(double.IsNegativeInfinity(scaled) ? area.Left : double.IsPositiveInfinity(scaled) ? area.Right : panel.X(scaled),
                area.Left, area.Right);
        }
    }

    // From the least to the most of all estimates, observations and limits.
    private static Axis AxisOf(ClaimFinding[] findings, int most)
    {
        var quantity = findings[0].Claim.Quantity;
        double[] all =
        [
            .. findings.SelectMany(finding => (double[])
            [
                finding.Estimate.Value, finding.Estimate.Low, finding.Estimate.High, finding.Claim.AtLeast, finding.Claim.AtMost,
                finding.Claim.Observed?.Value ?? double.NaN, finding.Claim.Observed?.Low ?? double.NaN, finding.Claim.Observed?.High ?? double.NaN,
            ]).Where(double.IsFinite),
        ];
        if (ClaimFinding.IsRatio(quantity))
        {
            var (low, high) = (all.Where(value => value > 0).Append(0.5).Min() / 1.15, all.Append(2).Max() * 1.15);
            return Axis.Ratios(Math.Max(LeastRatio, low), Math.Min(MostRatio, high), most);
        }

        var scale = ClaimWords.Scale(quantity);
        return Axis.Round(Math.Min(0, all.Min()) * scale, Math.Max(0, all.Max()) * scale, most);
    }

    private static string Shortened(string title, float room)
    {
        if (ChartFont.Width(title, Canvas.TextSize) <= room)
        {
            return title;
        }

        var length = title.Length;
        while (length > 0 && ChartFont.Width(title[..length] + "…", Canvas.TextSize) > room)
        {
            length--;
        }

        return title[..length].TrimEnd() + "…";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
