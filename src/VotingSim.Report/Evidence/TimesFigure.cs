using System.Collections.Immutable;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>What a model said of times, beside the record.</summary>
internal static class TimesFigure
{
    /// <summary>The figure; null without times.</summary>
    public static Figure? Of(ScoreSheet sheet, ScoredModel model)
    {
        var strongest = sheet.LineOf(Measure.TimeCrps, model.Model)?.Strongest;
        var baseline = sheet.Models.FirstOrDefault(each => each.Model == strongest);
        (string Case, string Class, string Label, TimeScore Score, double Baseline)[] times =
        [
            .. sheet.Cases.All.Select((one, index) => (
                one.Name, one.Class, $"{one.Title} ({one.Class})", Score: model.Cases[index].Time, baseline?.Cases[index].Time?.Median ?? double.NaN))
                .Where(each => each.Score is not null && double.IsFinite(each.Score.Observed))
                .Select(each => (each.Name, each.Class, each.Item3, each.Score!, each.Item5))
                .OrderBy(each => each.Item4.Observed),
        ];
        if (times.Length == 0)
        {
            return null;
        }

        CaseRow[] rows =
        [
            .. times.Select(each => new CaseRow(each.Label, Math.Log10(each.Score.Observed), !each.Score.IsDecided, each.Score.Median,
                each.Score.Said.Interval(0.5), each.Score.Said.Interval(0.9), each.Baseline)),
        ];
        var ends = rows.SelectMany(row => new[] { row.Observed, row.Said, row.Wide.Low, row.Wide.High }).Where(double.IsFinite).ToArray();
        var (low, high) = (Math.Pow(10, ends.Min() - 0.05), Math.Pow(10, ends.Max() + 0.1));
        return new()
        {
            Name = $"times-{model.Model.Name}",
            Title = $"Times: {model.Model.Title} and the record",
            Description = $"What {model.Model.Title} says of {rows.Length} times, and how long it took; {rows.Count(row => row.IsOpen)} were undecided when they were "
                + "last seen.",
            Caption = rows.Length > CasePlot.MostRows
                ? "Days from the event, on logarithmic axes, a circle for each case: the median over worlds, with its 90 % interval, over the record. On the broken line "
                    + "is right; triangles are cases that were undecided then."
                : "Days from the event, on a logarithmic axis, by case with its class. A dot is the median over worlds, with 50 and 90 % intervals; "
                + (baseline is null ? "" : $"a diamond is the strongest baseline, {baseline.Model.Title}; ")
                + "the upright stroke is the record, with an arrow where the case was undecided then.",
            Columns = ["case", "class", "days", "decided", "said", "low_50", "high_50", "low_90", "high_90", "baseline"],
            Rows =
            [
                .. times.Zip(rows, (each, row) => (ImmutableArray<string>)
                [
                    each.Case, each.Class, ReportNumbers.Plain(each.Score.Observed), each.Score.IsDecided ? "true" : "false",
                    .. new[] { row.Said, row.Half.Low, row.Half.High, row.Wide.Low, row.Wide.High, row.Baseline }
                        .Select(value => ReportNumbers.Plain(Math.Pow(10, value))),
                ]),
            ],
            Draw = new CasePlot(rows, narrow => Axis.Ratios(low, high, narrow ? 5 : 10), "days", "median", baseline?.Model.Title ?? "").Draw,
        };
    }
}
