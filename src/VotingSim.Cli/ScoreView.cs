using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Evidence.Documents;
using VotingSim.Evidence.Scoring;
using VotingSim.Statistics;

namespace VotingSim.Cli;

/// <summary>Scores for reading: what was scored, how it went in sentences, and the tables, in a hundred columns.</summary>
internal static class ScoreView
{
    private const int MostNamed = 4;

    public static void Write(IAnsiConsole console, ScoreSheet sheet, ScoreDocument document)
    {
        console.Profile.Width = Math.Min(console.Profile.Width, 100);
        WriteCases(console, document);
        console.WriteLine();
        foreach (var finding in document.Findings)
        {
            console.WriteLine(finding);
        }

        console.WriteLine(
            $"{document.ModelsCompared} models and baselines compared; nothing is tuned, and what a baseline fits it fits without the case's cluster. "
            + $"{Number(document.Worlds)} worlds, seed {document.Seed}.");
        foreach (var model in sheet.Scored)
        {
            WriteModel(console, sheet, model);
        }

        WriteOutcome(console, sheet);
        WriteTime(console, sheet);
        console.WriteLine(
            "Intervals are 95 %, over clusters of cases: bootstrap, of pairs and slopes jackknife. The last word compares a model's CRPS with the "
            + "strongest baseline's, case by case; that baseline was found on this record, which flatters it.");
    }

    private static void WriteCases(IAnsiConsole console, ScoreDocument document)
    {
        var counts = document.Cases;
        console.MarkupLineInterpolated(
            $"[bold]{counts.Cases} cases[/] in {counts.Clusters} clusters: {counts.Outcomes} texts, {counts.Times} times ({counts.Undecided} undecided), {counts.Manners} endings ({counts.Votes} by vote).");
        console.WriteLine(
            $"{(counts.Blind == 0 ? "None was" : counts.Blind == counts.Cases ? "All were" : $"{counts.Blind} were")} coded blind to the outcome; "
            + $"grades A {counts.GradeA}, B {counts.GradeB}, C {counts.GradeC}.");
        if (counts.Times == counts.Cases)
        {
            console.WriteLine("No date was missing.");
        }

        foreach (var exclusion in document.Excluded)
        {
            var names = exclusion.Cases.Length <= MostNamed ? string.Join(", ", exclusion.Cases)
                : $"{string.Join(", ", exclusion.Cases.Take(MostNamed))} and {exclusion.Cases.Length - MostNamed} more";
            console.WriteLine($"Not scored, {exclusion.Part} of {exclusion.Cases.Length}: {exclusion.Reason} ({names}).");
        }
    }

    private static void WriteModel(IAnsiConsole console, ScoreSheet sheet, ScoredModel model)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{model.Model.Title}[/] against the strongest baseline of each score");
        var table = Table("score", "model", "baseline", "difference", "won", "needed", "");
        foreach (var line in Measure.All.Select(measure => sheet.LineOf(measure, model.Model)).OfType<ScoreLine>())
        {
            var strongest = line.Strongest is { } baseline ? sheet.LineOf(line.Measure, baseline) : null;
            table.AddRow(
            [
                .. new[]
                {
                    line.Measure.Label, Text(line.Value.Value), strongest is null ? "-" : $"{Text(strongest.Value.Value)} {strongest.Model.Name}",
                    $"{Signed(line.Difference.Value)} {Interval(line.Difference)}", line.Wins is { } wins ? $"{wins}:{line.Losses}" : "-",
                    double.IsFinite(line.ClustersNeeded) ? Number(line.ClustersNeeded) : "-", line.Word,
                }.Select(Markup.Escape),
            ]);
        }

        console.Write(table);
        console.WriteLine("Won: cases in which the model is nearer, and farther. Needed: independent cases that would show a difference of this size.");
        if (double.IsFinite(model.Slope.Value))
        {
            console.WriteLine(
                $"Slope of log days observed on log days said, 1 being right: {Text(model.Slope.Value)} {Interval(model.Slope)}.");
        }

        if (sheet.Cases.All.Any(one => !one.Record.Outcome.IsEmpty))
        {
            console.WriteLine($"Texts in tenths of what was said, a tenth in each being right: {Shares(model.OutcomePit)} %.");
        }

        if (model.TimePit.All(double.IsFinite))
        {
            console.WriteLine($"Times in tenths of what was said: {Shares(model.TimePit)} %.");
        }
    }

    private static void WriteOutcome(IAnsiConsole console, ScoreSheet sheet)
    {
        var lines = sheet.LinesOf(Measure.OutcomeCrps);
        if (lines.IsEmpty)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Texts[/], {lines[0].Cases} of them: points of 100, the best CRPS first; a point's CRPS is its error");
        var table = Table("", "CRPS", "error", "in 10", "50 %", "90 %", "width", "density", "");
        foreach (var line in lines)
        {
            var model = sheet.Models.First(each => each.Model == line.Model);
            table.AddRow(
            [
                .. new[]
                {
                    NameOf(line), $"{Text(line.Value.Value, "0.0")} {Interval(line.Value, "0.0")}", Score(sheet, Measure.OutcomeError, line, "0.0"),
                    Percent(sheet.LineOf(Measure.OutcomeNear, line.Model)!.Value.Value), Covered(model, 0), Covered(model, 1),
                    model.Coverage.IsEmpty ? "-" : Text(model.Coverage[1].Width, "0"), Score(sheet, Measure.OutcomeDensity, line, "0.00"), line.Word,
                }.Select(Markup.Escape),
            ]);
        }

        console.Write(table);
        console.WriteLine(
            "Error: of the mean of what is said. 50 %, 90 %: how often such an interval holds the text; width: of the 90 % interval. Density: mean log "
            + "density with a kernel as wide as the stated coding error.");
        if (double.IsFinite(sheet.NoiseFloor))
        {
            console.WriteLine($"The stated coding errors alone would leave a true model with an error of {Text(sheet.NoiseFloor, "0.0")}.");
        }
    }

    private static void WriteTime(IAnsiConsole console, ScoreSheet sheet)
    {
        var lines = sheet.LinesOf(Measure.TimeCrps);
        if (lines.IsEmpty)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Times[/], {lines[0].Cases} of them: log10 days, the best CRPS first");
        var table = Table(["", "CRPS", "error", "order", "within", .. TimeScore.Days.Select(day => $"{day}"), "density", ""]);
        foreach (var line in lines.Concat(sheet.LinesOf(Measure.Concordance).Where(line => lines.All(other => other.Model != line.Model))))
        {
            var isTimed = line.Measure == Measure.TimeCrps;
            table.AddRow(
            [
                .. new[]
                {
                    NameOf(line), isTimed ? $"{Text(line.Value.Value)} {Interval(line.Value)}" : "-", Score(sheet, Measure.TimeError, line, "0.00"),
                    Score(sheet, Measure.Concordance, line, "0.00"), Score(sheet, Measure.ConcordanceWithin, line, "0.00"),
                }
                .Concat(Measure.Briers.Select(measure => Score(sheet, measure, line, "0.00")))
                .Concat([Score(sheet, Measure.TimeDensity, line, "0.00"), isTimed ? line.Word : "-"]).Select(Markup.Escape),
            ]);
        }

        console.Write(table);
        console.WriteLine(
            "Error: of the median; an undecided case counts only where the median is short of it. Order: share of pairs in the right order, of all and "
            + $"within classes. 90 and more: Brier score of decided by that day. Density: mean log density with a kernel of {Text(TimeScore.Kernel, "0.0")}.");
    }

    private static string NameOf(ScoreLine line) => line.Model.IsBaseline ? line.Model.Title : $"> {line.Model.Title}";

    private static string Score(ScoreSheet sheet, Measure measure, ScoreLine line, string format) =>
        sheet.LineOf(measure, line.Model) is { } other ? Text(other.Value.Value, format) : "-";

    private static string Covered(ScoredModel model, int level) => model.Coverage.IsEmpty ? "-" : Percent(model.Coverage[level].Share.Value);

    private static string Percent(double share) => double.IsNaN(share) ? "-" : (share * 100).ToString("0", CultureInfo.InvariantCulture);

    private static string Shares(ImmutableArray<double> shares) => string.Join(' ', shares.Select(Percent));

    private static Table Table(params string[] headings)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var (index, heading) in headings.Index())
        {
            table.AddColumn(new TableColumn(Markup.Escape(heading))
            {
                NoWrap = true, Alignment = index == 0 || heading.Length == 0 ? Justify.Left : Justify.Right, Padding = new(0, 0, 1, 0),
            });
        }

        return table;
    }

    private static string Interval(Estimate estimate, string format = "0.00") =>
        double.IsFinite(estimate.Low) ? $"[{Text(estimate.Low, format)}, {Text(estimate.High, format)}]" : "";

    private static string Signed(double value) => !double.IsFinite(value) ? "" : value > 0 ? $"+{Text(value)}" : Text(value);

    private static string Text(double value, string format = "0.00") =>
        !double.IsFinite(value) ? SignificantDigits.Dash
        : value.ToString(format, CultureInfo.InvariantCulture) is var text && text.Any(letter => letter is > '0' and <= '9') ? text : text.TrimStart('-');

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
