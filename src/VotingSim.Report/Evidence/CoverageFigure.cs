using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Evidence.Scoring;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Report.Evidence;

/// <summary>How often intervals of every width contain the text that was adopted.</summary>
internal static class CoverageFigure
{
    private static readonly ImmutableArray<double> Levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

    /// <summary>The figure; null where nobody says more than a point.</summary>
    public static Figure? Of(ScoreSheet sheet)
    {
        (ScoredModel Model, ImmutableArray<Coverage> Coverage)[] curves =
        [
            .. sheet.Models.Where(model => !model.Coverage.IsEmpty && model.Coverage[0].Cases > 0).Select(model => (model, CurveOf(model))),
        ];
        return curves.Length == 0 ? null : new()
        {
            Name = "coverage",
            Title = "Coverage of intervals",
            Description = $"Share of texts inside intervals of ten levels: "
                + string.Join("; ", curves.Select(curve => $"{curve.Model.Model.Title} {ReportNumbers.Percent(curve.Coverage[8].Share)} at 90 %")) + ".",
            Caption = "How often a central interval of each level holds the text that was adopted. On the broken line is right, below it too sure, above it not sure "
                + "enough. Points have no interval and are left out; upright lines are 95 % intervals of the share, cases taken as independent.",
            Columns = ["model", "level", "share", "low", "high", "width"],
            Rows =
            [
                .. curves.SelectMany(curve => curve.Coverage.Select(at => (ImmutableArray<string>)
                [
                    curve.Model.Model.Name, ReportNumbers.Plain(at.Level), .. ReportNumbers.Plain(at.Share), ReportNumbers.Plain(at.Width),
                ])),
            ],
            Draw = narrow => Draw(curves, narrow),
        };
    }

    private static ImmutableArray<Coverage> CurveOf(ScoredModel model)
    {
        OutcomeScore[] issues = [.. model.Cases.SelectMany(one => one.Outcome)];
        return [.. Levels.Select(level => Coverage.Of([.. issues.Select(issue => issue.Said)], [.. issues.Select(issue => issue.Observed)], level))];
    }

    private static Canvas Draw((ScoredModel Model, ImmutableArray<Coverage> Coverage)[] curves, bool narrow)
    {
        var width = narrow ? 360f : 760f;
        var (left, right) = (56f, width - 18);
        const float top = 34, bottom = 350;
        string[] names = [.. curves.Select(curve => curve.Model.Model.Title)];
        var canvas = new Canvas(width, bottom + 52 + Canvas.LegendHeight(names, right - left));
        var levels = Axis.Round(0, 1, narrow ? 5 : 10, exact: true, scale: 100);
        var panel = canvas.Panel(left, top, right, bottom, levels, Axis.Round(0, 1, 5, exact: true, scale: 100));
        canvas.Line(panel.X(0), panel.Y(0), panel.X(1), panel.Y(1), Palette.Quiet, 1.4f, Palette.Reference);
        foreach (var (index, (_, coverage)) in curves.Index())
        {
            var look = Palette.Of(index);
            panel.Path([.. coverage.Select(at => at.Level)], [.. coverage.Select(at => at.Share.Value)], look.Color, look.Line, 2.2f);
            foreach (var at in coverage)
            {
                var x = panel.X(at.Level) + (4 * index);
                canvas.Line(x, panel.Y(at.Share.Low), x, panel.Y(at.Share.High), look.Color.WithOpacity(0.6), 1.2f);
                canvas.Marker(x, panel.Y(at.Share.Value), look.Marker, look.Color);
            }
        }

        canvas.Text("texts inside, %", left - 40, 8, bold: true);
        canvas.Text("level of the interval, %", right, bottom + 24, Alignment.UpperRight, bold: true);
        canvas.Legend([.. names.Select((each, index) => (each, Palette.Of(index)))], left, bottom + 48, right, lines: true, markers: true);
        return canvas;
    }
}
