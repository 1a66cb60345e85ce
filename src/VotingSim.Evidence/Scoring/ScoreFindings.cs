using System.Collections.Immutable;
using System.Globalization;
using VotingSim.Statistics;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>How the models did, in plain sentences: what is against them first.</summary>
public static class ScoreFindings
{
    private const double Tolerance = 0.1;

    private enum Weight
    {
        Against,
        Doubtful,
        InFavour,
    }

    /// <summary>The sentences, the most embarrassing first.</summary>
    /// <param name="sheet">The scores.</param>
    public static ImmutableArray<string> Of(ScoreSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return
        [
            .. sheet.Scored.SelectMany(model => OfModel(sheet, model)).Concat(OfFloor(sheet)).OrderBy(finding => finding.Weight)
                .Select(finding => finding.Text),
        ];
    }

    private static IEnumerable<(Weight Weight, string Text)> OfModel(ScoreSheet sheet, ScoredModel model)
    {
        (Measure Measure, string Subject, string Format)[] subjects =
        [
            (Measure.OutcomeCrps, "Outcomes", "0.0"), (Measure.TimeCrps, "Times", "0.00"), (Measure.ConcordanceWithin, "Order of times within classes", "0.00"),
            (Measure.Against, "Who stands against", "0.00"),
        ];
        foreach (var (measure, subject, format) in subjects)
        {
            if (sheet.LineOf(measure, model.Model) is { Verdict: { } verdict, Strongest: { } strongest } line)
            {
                yield return (WeightOf(verdict), Compared(sheet, line, strongest, verdict, subject, format));
            }
        }

        if (!model.Coverage.IsEmpty && model.Coverage[1].Cases > 0)
        {
            var (wide, level) = (model.Coverage[1], (int)Math.Round(model.Coverage[1].Level * 100));
            var share = wide.Share.Value;
            yield return (Math.Abs(share - wide.Level) > Tolerance ? Weight.Against : Weight.InFavour,
                string.Create(CultureInfo.InvariantCulture, $"The {level} % interval of {model.Model.Title} holds {share * 100:0} % of {wide.Cases} outcomes")
                + (share < wide.Level - Tolerance ? ": it is too sure." : share > wide.Level + Tolerance * 0.95 ? ": it is not sure enough." : "."));
        }
    }

    private static string Compared(ScoreSheet sheet, ScoreLine line, ForecastModel strongest, Verdict verdict, string subject, string format)
    {
        var other = sheet.LineOf(line.Measure, strongest)!;
        var word = verdict switch
        {
            Verdict.Worse => "is worse than",
            Verdict.Better => "is better than",
            _ => "adds nothing that this record shows to",
        };
        var needed = verdict == Verdict.NoDifferent && double.IsFinite(line.ClustersNeeded)
            ? string.Create(CultureInfo.InvariantCulture, $"; to see a difference of this size takes about {line.ClustersNeeded:N0} independent cases") : "";
        return $"{subject}: {line.Model.Title} {word} {Article(strongest)} ({line.Measure.Title} {Text(line.Value.Value, format)} against "
            + $"{Text(other.Value.Value, format)}, difference {Signed(line.Difference, format)}{needed}).";
    }

    private static IEnumerable<(Weight Weight, string Text)> OfFloor(ScoreSheet sheet)
    {
        if (sheet.LinesOf(Measure.OutcomeError) is [{ } best, ..] && best.Value.Value < sheet.NoiseFloor)
        {
            yield return (Weight.Against, string.Create(CultureInfo.InvariantCulture,
                $"With the coding errors that the records state even a true model would be off by {sheet.NoiseFloor:0.0} points, and {best.Model.Title} is off by "
                + $"{best.Value.Value:0.0}: either the codings know the outcomes, or the errors are stated too wide."));
        }
    }

    private static Weight WeightOf(Verdict verdict) => verdict switch
    {
        Verdict.Worse => Weight.Against,
        Verdict.Better => Weight.InFavour,
        _ => Weight.Doubtful,
    };

    private static string Article(ForecastModel baseline) => $"the baseline \"{baseline.Title}\"";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Signed(Estimate value, string format) =>
        $"{Text(value.Value, $"+{format};-{format};0")} [{Text(value.Low, format)}, {Text(value.High, format)}]";
}
