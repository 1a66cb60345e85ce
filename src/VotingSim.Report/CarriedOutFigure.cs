using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Campaigns;

namespace VotingSim.Report;

/// <summary>What is decided in campaigns against what is carried out, a point per arm.</summary>
internal static class CarriedOutFigure
{
    private const int MostNamed = 4;

    /// <summary>The figure.</summary>
    public static Figure Of(CampaignContent content) => new()
    {
        Name = "decided-carried-out",
        Title = "Decided and carried out",
        Description = $"Over {content.Span}, on average: {string.Join("; ", content.Arms.Select(arm =>
            $"{content.Quoted(arm)} decides {ReportNumbers.Text(Decided(content, arm).Mean, "0.0")} matters and carries out "
                + ReportNumbers.Text(Carried(content, arm).Mean, "0.0")))}.",
        Caption = $"Over {content.Span}: matters decided by consent or by vote, and decisions carried out, each counted by the share of the members "
            + "that carry it out. The marker is the mean over worlds, its arms the middle half of the worlds. On the dashed line everybody carries "
            + "out everything; what the willing took up without the rest is carried out and not decided. Whether real decisions are carried out is "
            + "not coded: the noise of compliance is judgement.",
        Columns =
        [
            "arm", "rule", "decided", "decided_p25", "decided_p75", "carried_out", "carried_out_p25", "carried_out_p75",
        ],
        Rows =
        [
            .. content.Arms.Select(arm => (ImmutableArray<string>)
                [arm.Arm.Id, arm.Arm.Rule, .. Plain(Decided(content, arm)), .. Plain(Carried(content, arm))]),
        ],
        Draw = narrow => Draw(content, narrow),
    };

    private static IEnumerable<string> Plain((double Mean, double Low, double High) of) =>
        [ReportNumbers.Plain(of.Mean), ReportNumbers.Plain(of.Low), ReportNumbers.Plain(of.High)];

    private static (double Mean, double Low, double High) Decided(CampaignContent content, CampaignArm arm) =>
        InAll(content, arm.Measures["decided_per_year"]);

    private static (double Mean, double Low, double High) Carried(CampaignContent content, CampaignArm arm) =>
        InAll(content, arm.Measures["carried_out_per_year"]);

    private static (double Mean, double Low, double High) InAll(CampaignContent content, CampaignEstimate measure) =>
        (measure.Mean.Value * content.Years, measure.Spread.P25 * content.Years, measure.Spread.P75 * content.Years);

    private static Canvas Draw(CampaignContent content, bool narrow)
    {
        var points = content.Arms.Select((arm, place) => (Arm: arm, Look: CampaignContent.LookOf(place), X: Decided(content, arm),
            Y: Carried(content, arm), Name: content.Arms.Length > MostNamed ? $"{place + 1}" : content.NameOf(arm))).ToArray();
        var keys = points.Length > MostNamed ? points.Select((point, place) => ($"{place + 1}  {content.NameOf(point.Arm)}",
            point.Look)).ToArray() : [];
        var (width, high) = (narrow ? 360f : 560f, narrow ? 260f : 320f);
        var head = keys.Length > 0 ? Canvas.LegendHeight([.. keys.Select(key => key.Item1)], width) + 14 : 0;
        var (left, top, right) = (48f, head + 26, width - 14);
        var canvas = new Canvas(width, top + high + 44);
        if (keys.Length > 0)
        {
            canvas.Legend(keys, 0, 0, width, lines: false, markers: true);
        }

        var (x, y) = (Padded(points.Select(point => point.X), narrow), Padded(points.Select(point => point.Y), narrow));
        var panel = canvas.Panel(left, top, right, top + high, x, y);
        var (from, to) = (Math.Max(x.Low, y.Low), Math.Min(x.High, y.High));
        if (to > from)
        {
            panel.Path([from, to], [from, to], Palette.Quiet, Palette.Reference, 1.2f);
        }

        var places = new LabelPlaces(left, top, right, top + high);
        foreach (var point in points)
        {
            var (px, py) = (panel.X(point.X.Mean), panel.Y(point.Y.Mean));
            canvas.Line(panel.X(point.X.Low), py, panel.X(point.X.High), py, point.Look.Color, 2);
            canvas.Line(px, panel.Y(point.Y.Low), px, panel.Y(point.Y.High), point.Look.Color, 2);
            places.Point(px, py);
            places.Keep(px - 7, py - 7, px + 7, py + 7);
            places.Keep(panel.X(point.X.Low), py - 2, panel.X(point.X.High), py + 2);
            places.Keep(px - 2, panel.Y(point.Y.High), px + 2, panel.Y(point.Y.Low));
        }

        foreach (var point in points)
        {
            canvas.Marker(panel.X(point.X.Mean), panel.Y(point.Y.Mean), point.Look.Marker, Palette.White, 15);
            canvas.Marker(panel.X(point.X.Mean), panel.Y(point.Y.Mean), point.Look.Marker, point.Look.Color, 10);
        }

        foreach (var point in points)
        {
            var (px, py) = (panel.X(point.X.Mean), panel.Y(point.Y.Mean));
            var wide = ChartFont.Width(point.Name, 12, bold: true);
            var (lx, ly) = places.Find(px, py, wide);
            if (Math.Abs(ly - py) > 20 || lx - px > 24 || px - lx - wide > 24)
            {
                canvas.Line(px, py, Math.Clamp(px, lx, lx + wide), ly + (ly < py ? 7 : -7), Palette.Quiet, 0.7f);
            }

            canvas.Text(point.Name, lx, ly, Alignment.MiddleLeft, bold: true);
        }

        canvas.Text($"carried out in {content.Span}", 0, top - 22, bold: true);
        canvas.Text($"decided in {content.Span}", right, top + high + 24, Alignment.UpperRight, bold: true);
        return canvas;
    }

    private static Axis Padded(IEnumerable<(double Mean, double Low, double High)> values, bool narrow)
    {
        var ends = values.SelectMany(value => new[] { value.Mean, value.Low, value.High }).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var pad = Math.Max(0.1, (ends.Max() - ends.Min()) * 0.08);
        return Axis.Round(Math.Max(0, ends.Min() - pad), ends.Max() + pad, narrow ? 4 : 6);
    }
}
