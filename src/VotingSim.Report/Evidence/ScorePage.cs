using System.Collections.Immutable;
using VotingSim.Evidence.Documents;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>The page on scores: how the models did, the tables, the figures, how it was done.</summary>
internal static class ScorePage
{
    /// <summary>Writes the page.</summary>
    /// <param name="sheet">The scores.</param>
    /// <param name="document">The same as a document.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="drawn">The two SVG documents of each.</param>
    /// <param name="advice">What is said of letters that no font has; empty where there are none.</param>
    public static string Write(
        ScoreSheet sheet, ScoreDocument document, ImmutableArray<Figure> figures, IReadOnlyList<(string Wide, string Narrow)> drawn, string advice)
    {
        var html = new Html();
        html.Open("html", "lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"").Open("head");
        html.Raw("<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        html.Add("title", "The model against the record").Open("style").Raw(ReportPage.Css()).Close().Close().Open("body");
        html.Open("header").Add("p", "VotingSim scores", "class=\"kicker\"").Add("h1", "The model against the record").Close().Open("main");
        html.Add("h2", "How it did", "id=\"findings\" class=\"first\"");
        foreach (var (index, finding) in document.Findings.Index())
        {
            html.Add("p", finding, index == 0 ? "class=\"lead\"" : "");
        }

        Cases(html, document);
        foreach (var model in sheet.Scored)
        {
            Against(html, sheet, model);
        }

        html.Add("h2", "Figures", "id=\"figures\"");
        foreach (var (index, figure) in figures.Index())
        {
            html.Figure(figure, index + 1, drawn[index].Wide, drawn[index].Narrow);
        }

        Method(html, sheet, document, advice);
        return "<!DOCTYPE html>\n" + html.Close().Close().Close();
    }

    private static void Cases(Html html, ScoreDocument document)
    {
        var counts = document.Cases;
        html.Add("h2", "What was scored", "id=\"cases\"");
        html.Add("p", $"{Count(counts.Cases)} cases in {Count(counts.Clusters)} clusters: {Count(counts.Outcomes)} texts, {Count(counts.Times)} times, of which "
            + $"{Count(counts.Undecided)} undecided, {Count(counts.Manners)} endings, of which {Count(counts.Votes)} by vote. {Count(counts.Blind)} were coded blind to "
            + $"the outcome; grades A {Count(counts.GradeA)}, B {Count(counts.GradeB)}, C {Count(counts.GradeC)}.");
        if (!document.Excluded.IsEmpty)
        {
            html.Table("What is not scored", ["Part", "Cases", "Why"],
                document.Excluded.Select(exclusion => (string[])[exclusion.Part, Count(exclusion.Cases.Length), exclusion.Reason]));
        }
    }

    private static void Against(Html html, ScoreSheet sheet, ScoredModel model)
    {
        html.Add("h2", $"{model.Model.Title} against the strongest baselines", $"id=\"model-{model.Model.Name}\"");
        var lines = Measure.All.Select(measure => sheet.LineOf(measure, model.Model)).OfType<ScoreLine>();
        html.Table("Each score beside that of the baseline that does best by it on these cases",
            ["Score", "Model", "Baseline", "Difference", "Won and lost", "Clusters to see it", "Verdict"], lines.Select(line => (string[])
            [
                line.Measure.Title, ReportNumbers.Text(line.Value.Value, "0.00"),
                line.Strongest is { } strongest ? $"{ReportNumbers.Text(sheet.LineOf(line.Measure, strongest)!.Value.Value, "0.00")}\n{strongest.Title}" : "-",
                double.IsFinite(line.Difference.Value) ? PageWriter.Cell(line.Difference, "0.00") : "-", line.Wins is { } wins ? $"{wins} : {line.Losses}" : "-",
                double.IsFinite(line.ClustersNeeded) ? ReportNumbers.Text(line.ClustersNeeded, "N0") : "-", line.Word,
            ]));
        if (double.IsFinite(model.Slope.Value))
        {
            html.Add("p", $"Slope of log days observed on log days said, 1 being right: {ReportNumbers.Full(model.Slope, "0.00")}.");
        }
    }

    private static void Method(Html html, ScoreSheet sheet, ScoreDocument document, string advice)
    {
        html.Add("h2", "Method", "id=\"method\"");
        html.Add("p", $"Every case was deliberated in {Count(document.Worlds)} worlds under the rule in force (seed {document.Seed}). {Count(document.ModelsCompared)} models "
            + "and baselines were compared. Nothing is tuned; what a baseline fits it fits to the cases of other clusters, for every case anew. Intervals are 95 % over "
            + "clusters of cases: bootstrap, of pairs and slopes jackknife. The strongest baseline was found on this record, which flatters it.");
        html.Add("p", "Scores and baselines are defined in docs/statistics.md, the columns of score.csv and the fields of score.json in docs/codebook.md.");
        if (double.IsFinite(sheet.NoiseFloor))
        {
            html.Add("p", $"The stated coding errors alone would leave a true model with a mean error of {ReportNumbers.Text(sheet.NoiseFloor, "0.0")} points.");
        }

        if (advice.Length > 0)
        {
            html.Add("p", advice, "class=\"note\"");
        }
    }

    private static string Count(long value) => ReportNumbers.Count(value);
}
