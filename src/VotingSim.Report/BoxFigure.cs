using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Report;

/// <summary>The box of parameters in which the conclusion does not hold: each restricted range within its full one.</summary>
internal static class BoxFigure
{
    /// <summary>The figure; null where there is no box.</summary>
    public static Figure? Of(ContrastView view)
    {
        if (view.Summary.Drivers?.Discovery is not { Limits.Length: > 0 } found)
        {
            return null;
        }

        return new()
        {
            Name = $"box{view.Suffix}",
            Title = $"{(found.TurnsAround ? "Where the conclusion turns around" : "Where the conclusion holds least often")}: {view.Title}",
            Description = $"{DriverWords.Box(view, found)} {string.Join("; ", found.Limits.Select(limit =>
                $"{ParameterName.Of(view.Plan, limit.Parameter)} {Range(limit)}, of {Number(limit.RangeLow)} to {Number(limit.RangeHigh)}"))}.",
            Caption = "The dark part of each line is the range inside the box, the pale line the full range over worlds (logarithmic where it is "
                + "drawn by orders of magnitude). Density is the share of worlds in the box "
                + $"that are {DriverWords.Against(found.Conclusion)}; coverage the share of all such worlds that lie in it. Found by PRIM (Friedman "
                    + "& Fisher 1999); "
                + "the quasi-p value is the chance of as many, were the restriction random.",
            Columns =
            [
                "crisis", "baseline", "rule", "conclusion", "parameter", "low", "high", "range_low", "range_high", "quasi_p", "coverage", "density",
                    "mass", "case_share",
            ],
            Rows =
            [
                .. found.Limits.Select(limit => (ImmutableArray<string>)
                [
                    view.Summary.Contrast.Crisis ?? "", view.Summary.Contrast.Baseline, view.Summary.Contrast.Rule,
                        DriverWords.Word(found.Conclusion), limit.Parameter,
                    ReportNumbers.Plain(limit.Low), ReportNumbers.Plain(limit.High), ReportNumbers.Plain(limit.RangeLow),
                        ReportNumbers.Plain(limit.RangeHigh),
                    ReportNumbers.Plain(limit.QuasiP), ReportNumbers.Plain(found.Coverage), ReportNumbers.Plain(found.Density),
                        ReportNumbers.Plain(found.Mass),
                    ReportNumbers.Plain(found.CaseShare),
                ]),
            ],
            Draw = narrow => Draw(view, found, narrow),
        };
    }

    /// <summary>What a box asks of a parameter, in words.</summary>
    public static string Range(DiscoveredLimit limit) => (double.IsFinite(limit.Low), double.IsFinite(limit.High)) switch
    {
        (true, true) => $"between {Number(limit.Low)} and {Number(limit.High)}",
        (true, false) => $"at least {Number(limit.Low)}",
        _ => $"at most {Number(limit.High)}",
    };

    private static Canvas Draw(ContrastView view, Discovery found, bool narrow)
    {
        var (width, row, top) = (narrow ? 360f : 760f, 62f, 30f);
        var canvas = new Canvas(width, top + (row * found.Limits.Length) + (narrow ? 76 : 50));
        var labels = narrow ? 10 : found.Limits.Max(limit =>
            ChartFont.Width(ParameterName.Of(view.Plan, limit.Parameter), Canvas.TextSize, bold: true)) + 24;
        foreach (var (limit, index) in found.Limits.Select((limit, index) => (limit, index)))
        {
            var y = top + (row * index) + 14;
            var (from, to) = (labels, width - 12);
            canvas.Text(ParameterName.Of(view.Plan, limit.Parameter), narrow ? from : 0, narrow ? y - 26 : y, Alignment.MiddleLeft, bold: true);
            canvas.Line(from, y, to, y, Palette.Grid, 10);
            var (low, high) = (Place(limit.Low, limit.RangeLow), Place(limit.High, limit.RangeHigh));
            canvas.Line(low, y, Math.Max(high, low + 2), y, Palette.Blue, 10);
            Mark(Rounded(limit.RangeLow, limit), from, Alignment.UpperLeft, Palette.Quiet, 10);
            Mark(Rounded(limit.RangeHigh, limit), to, Alignment.UpperRight, Palette.Quiet, 10);
            var text = Range(limit);
            var wide = ChartFont.Width(text, 11.5f, bold: true) / 2;
            canvas.Text(text, Math.Clamp((low + high) / 2, from + wide, to - wide), y - 10, Alignment.LowerCenter, 11.5f, bold: true);

            float Place(double value, double otherwise)
            {
                var inside = double.IsFinite(value) ? value : otherwise;
                var (least, most) = (limit.RangeLow, limit.RangeHigh);
                if (least > 0 && ParameterName.IsLogarithmic(view.Plan, limit.Parameter))
                {
                    (inside, least, most) = (Math.Log(inside), Math.Log(least), Math.Log(most));
                }

                return from + (float)(Math.Clamp((inside - least) / (most - least), 0, 1) * (to - from));
            }

            void Mark(double value, float x, Alignment anchor, Color color, float below) =>
                canvas.Text(Number(value), x, y + below, anchor, 11, color: color);
        }

        var last = top + (row * found.Limits.Length) + 8;
        string[] facts =
        [
            $"Density: {ReportNumbers.Text(found.Density * 100, "0")} % of the box are {DriverWords.Against(found.Conclusion)}, of all worlds "
                + $"{ReportNumbers.Text(found.CaseShare * 100, "0")} %.",
            $"Coverage: {ReportNumbers.Text(found.Coverage * 100, "0")} % of those worlds lie in the box, which is "
                + $"{ReportNumbers.Text(found.Mass * 100, "0")} % of all.",
        ];
        foreach (var (fact, line) in facts.SelectMany(fact => narrow ? Broken(fact) : [fact]).Select((fact, line) => (fact, line)))
        {
            canvas.Text(fact, 0, last + (18 * line), size: narrow ? 11 : 12);
        }

        return canvas;
    }

    // A thousandth of the range is nothing, unless it is drawn by orders of magnitude.
    private static double Rounded(double value, DiscoveredLimit limit) =>
        Math.Abs(value) < (limit.RangeHigh - limit.RangeLow) / 1000 && limit.RangeLow > 0 && limit.RangeHigh / limit.RangeLow > 1000 ? 0 : value;

    private static string[] Broken(string text) => text.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma
        ? [text[..(comma + 1)], text[(comma + 2)..]] : [text];

    private static string Number(double value) => ReportNumbers.Short(value);
}
