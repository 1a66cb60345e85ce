using System.Collections.Immutable;
using System.Globalization;
using VotingSim.Statistics;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>How the models did, in plain sentences: what it comes to, and then what is against them first.</summary>
public static class ScoreFindings
{
    private static readonly ImmutableArray<Measure> Main = [Measure.OutcomeCrps, Measure.TimeCrps];

    private enum Weight
    {
        Against,
        Doubtful,
        InFavour,
    }

    /// <summary>The sentences: what it comes to, models of which the same holds in one, then the rest, the most embarrassing first. Of several
    /// models, what is neither for nor against them is left to the tables.</summary>
    /// <param name="sheet">The scores.</param>
    public static ImmutableArray<string> Of(ScoreSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return
        [
            .. Headlines(sheet),
            .. sheet.Scored.SelectMany(model => OfModel(sheet, model)).Concat(OfFloor(sheet))
                .Where(finding => finding.Weight != Weight.Doubtful || !sheet.Scored.Skip(1).Any())
                .OrderBy(finding => finding.Weight).Select(finding => finding.Text),
        ];
    }

    /// <summary>What it comes to: a sentence for the models of which the same holds, the worst first.</summary>
    /// <param name="sheet">The scores.</param>
    public static ImmutableArray<string> Headlines(ScoreSheet sheet) =>
    [
        .. sheet.Scored.GroupBy(model => Headline(sheet, model)).Where(models => models.Key.Length > 0)
            .OrderBy(models => Compared(sheet, models.First()).Min(line => WeightOf(line.Verdict!.Value)))
            .Select(models => $"{List([.. models.Select(model => model.Model.Title)])} {Foretell(models.Count())} {models.Key}."),
    ];

    private static string Headline(ScoreSheet sheet, ScoredModel model)
    {
        string[] parts =
        [
            .. Compared(sheet, model)
                .OrderBy(line => WeightOf(line.Verdict!.Value))
                .Select(line => $"{(line.Measure == Measure.OutcomeCrps ? "texts" : "times")} {Words(line.Verdict!.Value)} the baseline "
                    + $"\"{line.Strongest!.Title}\""),
        ];
        return string.Join(", and ", parts);
    }

    private static IEnumerable<ScoreLine> Compared(ScoreSheet sheet, ScoredModel model) =>
        Main.Select(measure => sheet.LineOf(measure, model.Model)).OfType<ScoreLine>().Where(line => line.Verdict is not null);

    private static string Foretell(int models) => models == 1 ? "foretells" : "foretell";

    private static IEnumerable<(Weight Weight, string Text)> OfModel(ScoreSheet sheet, ScoredModel model)
    {
        foreach (var measure in Main)
        {
            if (sheet.LineOf(measure, model.Model) is { Verdict: { } verdict, Strongest: { } strongest } line)
            {
                yield return (WeightOf(verdict), Compared(line, sheet.LineOf(measure, strongest)!, verdict));
            }
        }

        foreach (var (verdict, word) in new[] { (Verdict.Worse, "worse"), (Verdict.Better, "better") })
        {
            string[] others = [.. sheet.Lines.Where(line => line.Model == model.Model && line.Verdict == verdict && !Main.Contains(line.Measure))
                .Select(line => (Line: line, Other: sheet.LineOf(line.Measure, line.Strongest!)!.Value.Value))
                .Select(each => $"{each.Line.Measure.Title} ({Text(each.Line.Value.Value)} against {Text(each.Other)})")];
            if (others.Length > 0)
            {
                yield return (WeightOf(verdict), $"{model.Model.Title} is {word} than the strongest baseline by {string.Join("; ", others)}.");
            }
        }

        if (!model.Coverage.IsEmpty && model.Coverage[1] is { Cases: > 0 } wide)
        {
            var (isTooSure, isTooUnsure) = (wide.Share.High < wide.Level, wide.Share.Low > wide.Level);
            yield return (isTooSure || isTooUnsure ? Weight.Against : Weight.Doubtful, string.Create(CultureInfo.InvariantCulture,
                $"The 90 % interval of {model.Model.Title} holds {wide.Share.Value * 100:0} % of {wide.Cases} texts")
                + (isTooSure ? ": it is too sure." : isTooUnsure ? ": it is not sure enough." : ", which so few cases cannot tell from 90 %."));
        }
    }

    private static string Compared(ScoreLine line, ScoreLine other, Verdict verdict)
    {
        var digits = line.Measure == Measure.OutcomeCrps ? "0.0" : "0.00";
        var needed = verdict == Verdict.NoDifferent && double.IsFinite(line.ClustersNeeded)
            ? string.Create(CultureInfo.InvariantCulture, $"; {line.ClustersNeeded:N0} independent cases would show a difference of this size") : "";
        return $"{line.Measure.Title}: {line.Model.Title} {Text(line.Value.Value, digits)}, {other.Model.Title} {Text(other.Value.Value, digits)}, "
            + $"difference {Text(line.Difference.Value, $"+{digits};-{digits};0")} {Interval(line.Difference, digits)}{needed}.";
    }

    private static IEnumerable<(Weight Weight, string Text)> OfFloor(ScoreSheet sheet)
    {
        if (sheet.LinesOf(Measure.OutcomeError) is [{ } best, ..] && best.Value.Value < sheet.NoiseFloor)
        {
            yield return (Weight.Against, string.Create(CultureInfo.InvariantCulture,
                $"With the coding errors that the records state even a true model would be off by {sheet.NoiseFloor:0.0} points, and "
                    + $"{best.Model.Title} is off by "
                + $"{best.Value.Value:0.0}: either the codings know the outcomes, or the errors are stated too wide."));
        }
    }

    private static Weight WeightOf(Verdict verdict) => verdict switch
    {
        Verdict.Worse => Weight.Against,
        Verdict.Better => Weight.InFavour,
        _ => Weight.Doubtful,
    };

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Worse => "worse than",
        Verdict.Better => "better than",
        _ => "no better than",
    };

    private static string List(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string Text(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Interval(Estimate value, string format) => $"[{Text(value.Low, format)}, {Text(value.High, format)}]";
}
