using System.Text;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>Scores of a set of cases on the page on evidence.</summary>
internal static class EvidenceScores
{
    /// <summary>What is against the models first, then the tables of texts and times.</summary>
    public static void Write(StringBuilder page, ScoreSheet sheet, bool withCases)
    {
        foreach (var finding in ScoreFindings.Of(sheet))
        {
            page.Append("- ").Append(finding).Append('\n');
        }

        page.Append('\n');
        WriteExcluded(page, sheet);
        WriteTexts(page, sheet);
        WriteTimes(page, sheet);
        if (withCases)
        {
            WriteCases(page, sheet);
        }
    }

    /// <summary>How wide the models' distributions of the text are, and how often they hold it.</summary>
    public static void WriteWidths(StringBuilder page, ScoreSheet sheet) => MarkdownTable.Write(
        page,
        ["model", " CRPS", " 50 % interval holds, %", " 90 % interval holds, %", " width of the 90 % interval", " texts in tenths of it, %"],
        sheet.Scored.Where(model => !model.Coverage.IsEmpty).Select(model => (IReadOnlyList<string>)
        [
            model.Model.Title, Mean(sheet, Measure.OutcomeCrps, model), Covered(model, 0), Covered(model, 1),
            EvidenceNumbers.Text(model.Coverage[1].Width, "0"), string.Join(' ', model.OutcomePit.Select(EvidenceNumbers.Percent)),
        ]));

    private static void WriteExcluded(StringBuilder page, ScoreSheet sheet)
    {
        var all = sheet.Cases.All;
        page.Append($"{all.Length} cases in {sheet.Cases.ClusterCount} clusters; ")
            .Append($"{all.Count(one => one.Record.IsBlind)} were coded blind to the outcome; ");
        page.Append($"grades {string.Join(", ", all.CountBy(one => one.Record.Grade).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} {pair.Value}"))}.");
        foreach (var exclusion in sheet.Exclusions)
        {
            page.Append($" Not scored, {exclusion.Part.ToString().ToLowerInvariant()} of {exclusion.Cases.Length}: {exclusion.Reason}.");
        }

        page.Append("\n\n");
    }

    private static void WriteTexts(StringBuilder page, ScoreSheet sheet)
    {
        page.Append("Texts, in points of 100, the best CRPS first (the CRPS of a point is its error):\n\n");
        MarkdownTable.Write(
            page,
            ["", " CRPS", " error", " within 10, %", " difference to the strongest baseline", " won : lost", " cases needed", "verdict"],
            sheet.LinesOf(Measure.OutcomeCrps).Select(line => Row(sheet, line, Measure.OutcomeError, "0.0")));
    }

    private static void WriteTimes(StringBuilder page, ScoreSheet sheet)
    {
        page.Append("Times, in log10 days, the best CRPS first:\n\n");
        MarkdownTable.Write(
            page,
            [
                "", " CRPS", " error", " right order within a class, %", " difference to the strongest baseline", " won : lost", " cases needed",
                "verdict",
            ],
            sheet.LinesOf(Measure.TimeCrps).Select(line => Row(sheet, line, Measure.TimeError, "0.00")));
        foreach (var model in sheet.Scored.Where(model => double.IsFinite(model.Slope.Value)))
        {
            page.Append($"Slope of log days observed on log days said by {model.Model.Title}, 1 being right: {EvidenceNumbers.Text(model.Slope)}.\n");
        }

        page.Append('\n');
    }

    private static IReadOnlyList<string> Row(ScoreSheet sheet, ScoreLine line, Measure error, string format) =>
    [
        line.Model.IsBaseline ? line.Model.Title : $"**{line.Model.Title}**",
        EvidenceNumbers.Text(line.Value, format),
        sheet.LineOf(error, line.Model) is { } mean ? EvidenceNumbers.Text(mean.Value.Value, format) : "-",
        error == Measure.OutcomeError
            ? sheet.LineOf(Measure.OutcomeNear, line.Model) is { } near ? EvidenceNumbers.Percent(near.Value.Value) : "-"
            : sheet.LineOf(Measure.ConcordanceWithin, line.Model) is { } order ? EvidenceNumbers.Percent(order.Value.Value) : "-",
        EvidenceNumbers.Text(line.Difference, format),
        line.Wins is { } wins ? $"{wins} : {line.Losses}" : "-",
        EvidenceNumbers.Text(line.ClustersNeeded, "0"),
        line.Word,
    ];

    // What the first model said of every case.
    private static void WriteCases(StringBuilder page, ScoreSheet sheet)
    {
        var model = sheet.Scored.First();
        page.Append($"Case by case, as {model.Model.Title} says it (the mean and the 90 % interval of the text; the ")
            .Append($"median and the 90 % interval of days):\n\n");
        MarkdownTable.Write(
            page,
            ["case", "class", " text said", " adopted", " days said", " days"],
            sheet.Cases.All.Select((one, index) => (IReadOnlyList<string>)
            [
                one.Title, one.Class, Said(model, index), Adopted(one.Record), Days(model, index),
                one.Record.Days is { } days ? $"{(one.Record.IsDecided ? "" : "over ")}{EvidenceNumbers.Text(days, "0")}" : "-",
            ]));
    }

    private static string Said(ScoredModel model, int index) => string.Join(", ", model.Cases[index].Outcome.Select(issue =>
    {
        var (low, high) = issue.Said.Interval(0.9);
        return $"{EvidenceNumbers.Text(issue.Said.Mean, "0")} [{EvidenceNumbers.Text(low, "0")}, {EvidenceNumbers.Text(high, "0")}]";
    }));

    private static string Adopted(CaseRecord record) =>
        record.Outcome.IsEmpty ? "-" : string.Join(", ", record.Outcome.Select(value => EvidenceNumbers.Text(value, "0")));

    private static string Days(ScoredModel model, int index)
    {
        if (model.Model.Forecasts[index].Days is not { } days)
        {
            return "-";
        }

        var (low, high) = days.Interval(0.9);
        return $"{Day(days.Quantile(0.5))} [{Day(low)}, {Day(high)}]";

        static string Day(double value) => double.IsFinite(value) ? EvidenceNumbers.Text(value, "0") : "never";
    }

    private static string Mean(ScoreSheet sheet, Measure measure, ScoredModel model) =>
        sheet.LineOf(measure, model.Model) is { } line ? EvidenceNumbers.Text(line.Value, "0.0") : "-";

    private static string Covered(ScoredModel model, int level)
    {
        var share = model.Coverage[level].Share;
        return $"{EvidenceNumbers.Percent(share.Value)} [{EvidenceNumbers.Percent(share.Low)}, {EvidenceNumbers.Percent(share.High)}]";
    }
}
