using System.Collections.Immutable;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>What a model said of texts, beside those that were adopted.</summary>
internal static class OutcomesFigure
{
    /// <summary>The figure; null without texts.</summary>
    public static Figure? Of(ScoreSheet sheet, ScoredModel model)
    {
        var strongest = sheet.LineOf(Measure.OutcomeCrps, model.Model)?.Strongest;
        var baseline = sheet.Models.FirstOrDefault(each => each.Model == strongest);
        (string Case, string Issue, OutcomeScore Score, double Baseline, string Label)[] issues =
        [
            .. sheet.Cases.All.SelectMany((one, index) => model.Cases[index].Outcome.Select((score, issue) => (
                one.Name, one.Terms.Crisis.Issues[issue].Name, score, baseline?.Cases[index].Outcome is { IsEmpty: false } said ? said[issue].Said.Mean : double.NaN,
                one.Terms.Crisis.Issues.Length > 1 ? $"{one.Title}: {one.Terms.Crisis.Issues[issue].Name}" : one.Title)))
                .Where(each => double.IsFinite(each.Item3.Observed)).OrderBy(each => each.Item3.Observed),
        ];
        if (issues.Length == 0)
        {
            return null;
        }

        CaseRow[] rows =
        [
            .. issues.Select(each => new CaseRow(each.Label, each.Score.Observed, IsOpen: false, each.Score.Said.Mean, each.Score.Said.Interval(0.5),
                each.Score.Said.Interval(0.9), each.Baseline)),
        ];
        return new()
        {
            Name = $"outcomes-{model.Model.Name}",
            Title = $"Texts: {model.Model.Title} and the record",
            Description = $"What {model.Model.Title} says of {rows.Length} texts, and what was adopted: mean absolute error "
                + $"{ReportNumbers.Text(issues.Average(each => each.Score.Error), "0.0")} points.",
            Caption = rows.Length > CasePlot.MostRows
                ? "Points of 100, a circle for each text: the mean over worlds that decided, with its 90 % interval, over what was adopted. On the broken line is right."
                : "Points of 100, by case. A dot is the mean over worlds that decided, with 50 and 90 % intervals; "
                + (baseline is null ? "" : $"a diamond is the strongest baseline, {baseline.Model.Title}; ") + "the upright stroke is what was adopted.",
            Columns = ["case", "issue", "observed", "said", "low_50", "high_50", "low_90", "high_90", "baseline"],
            Rows =
            [
                .. issues.Zip(rows, (each, row) => (ImmutableArray<string>)
                [
                    each.Case, each.Issue,
                    .. new[] { row.Observed, row.Said, row.Half.Low, row.Half.High, row.Wide.Low, row.Wide.High, row.Baseline }.Select(ReportNumbers.Plain),
                ]),
            ],
            Draw = new CasePlot(rows, narrow => Axis.Round(0, 100, narrow ? 4 : 10, exact: true), "points of 100", "mean", baseline?.Model.Title ?? "").Draw,
        };
    }
}
