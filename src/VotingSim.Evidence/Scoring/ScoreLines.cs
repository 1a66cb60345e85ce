using System.Collections.Immutable;
using VotingSim.Statistics;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>Compares models by a score, each with the strongest baseline.</summary>
internal static class ScoreLines
{
    private const int Decimals = 10;

    /// <summary>A line for each model that the score is defined for, the best first.</summary>
    public static ImmutableArray<ScoreLine> Of(ScoredCases cases, ImmutableArray<ScoredModel> models, Measure measure, ulong seed)
    {
        var lines = measure.Values is { } values ? OfMeans(cases, models, measure, values, seed) : OfPairs(cases, models, measure);
        return [.. lines.OrderBy(line => Penalty(measure, line.Value.Value))];
    }

    private static IEnumerable<ScoreLine> OfMeans(
        ScoredCases cases, ImmutableArray<ScoredModel> models, Measure measure, Func<CaseScores, IEnumerable<double>> values, ulong seed)
    {
        (ForecastModel Model, double[] Values)[] scored =
        [
            .. models.Select(model => (model.Model, model.Cases.SelectMany(values).ToArray())).Where(each => each.Item2.Any(value => !double.IsNaN(value))),
        ];
        if (scored.Length == 0)
        {
            return [];
        }

        int[] caseOf = [.. models.First(model => model.Model == scored[0].Model).Cases.SelectMany((one, index) => values(one).Select(_ => index))];
        string[] clusters = [.. caseOf.Select(index => cases.Clusters[index])];
        double[] weights = [.. caseOf.Select(index => measure.Part == ScorePart.Time ? cases.TimeWeights[index] : 1)];
        (ForecastModel Model, double[] Values, Estimate Mean)[] means =
            [.. scored.Select(each => (each.Model, each.Values, ClusteredBootstrap.Mean(each.Values, clusters, seed, weights)))];
        // A text that is foretold only where the status quo is known is scored on easier or harder cases than the others.
        var most = measure.Part != ScorePart.Outcome ? 0
            : means.Where(each => each.Model.IsBaseline).Select(each => Count(each.Values)).DefaultIfEmpty().Max();
        var strongest = means.Where(each => each.Model.IsBaseline && Count(each.Values) >= most)
            .OrderBy(each => Penalty(measure, each.Mean.Value)).FirstOrDefault();
        return means.Select(each =>
        {
            var line = new ScoreLine
            {
                Measure = measure, Model = each.Model, Cases = Count(each.Values),
                Value = each.Mean, Strongest = strongest.Model,
            };
            if (strongest.Model is null || each.Model == strongest.Model)
            {
                return line;
            }

            var paired = PairedScores.Of(Penalties(measure, each.Values), Penalties(measure, strongest.Values), clusters, seed, weights);
            return line with
            {
                Difference = measure.IsHigherBetter ? paired.Difference.Negated : paired.Difference,
                Wins = paired.Wins, Losses = paired.Losses, Ties = paired.Ties, Verdict = paired.Verdict,
                ClustersNeeded = CasesNeeded.Of(paired.Difference.Value, paired.Deviation),
            };
        });

        int Count(double[] values) => values.Where((value, place) => !double.IsNaN(value) && weights[place] > 0).Count();
    }

    private static IEnumerable<ScoreLine> OfPairs(ScoredCases cases, ImmutableArray<ScoredModel> models, Measure measure)
    {
        (ForecastModel Model, OrderedPairs Pairs)[] ordered =
        [
            .. models.Select(model => (model.Model, OrderedPairs.Of(
                cases, [.. model.Model.Forecasts.Select(forecast => forecast.Order)], withinClass: measure == Measure.ConcordanceWithin)))
                .Where(each => !double.IsNaN(each.Item2.Value)),
        ];
        var strongest = ordered.Where(each => each.Model.IsBaseline).OrderBy(each => Penalty(measure, each.Pairs.Value)).FirstOrDefault();
        return ordered.Select(each =>
        {
            var line = new ScoreLine
            {
                Measure = measure, Model = each.Model, Cases = each.Pairs.Cases, Strongest = strongest.Model,
                Value = ClusterJackknife.Of(each.Pairs.Value, each.Pairs.Without).Within(0, 1),
            };
            if (strongest.Model is null || each.Model == strongest.Model)
            {
                return line;
            }

            var difference = ClusterJackknife.Of(
                each.Pairs.Value - strongest.Pairs.Value, [.. each.Pairs.Without.Zip(strongest.Pairs.Without, (one, other) => one - other)]);
            return line with
            {
                Difference = difference,
                Verdict = difference.Low > 0 ? Verdict.Better : difference.High < 0 ? Verdict.Worse : Verdict.NoDifferent,
            };
        });
    }

    private static double Penalty(Measure measure, double value) => measure.IsHigherBetter ? -value : value;

    // What differs by rounding only is the same.
    private static double[] Penalties(Measure measure, double[] values) =>
        Array.ConvertAll(values, value => Math.Round(Penalty(measure, value), Decimals));
}
