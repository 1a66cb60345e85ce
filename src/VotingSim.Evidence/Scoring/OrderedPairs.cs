using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>How well a model orders cases by time, with what it would be without each cluster.</summary>
/// <param name="Value">Share of comparable pairs in the right order, ties of the prediction counting half; NaN where no pair is comparable. A pair
/// counts the product of its cases' weights.</param>
/// <param name="Without">The same without each cluster, in the order of their names.</param>
/// <param name="Cases">Number of cases.</param>
internal sealed record OrderedPairs(double Value, IReadOnlyList<double> Without, int Cases)
{
    /// <summary>Compares all pairs, or those within classes, as <see cref="TimeConcordance"/> does for cases that all count alike.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="orders">What a model orders each by; a case with NaN is passed over.</param>
    /// <param name="withinClass">Whether only pairs of the same class are compared.</param>
    public static OrderedPairs Of(ScoredCases cases, IReadOnlyList<double> orders, bool withinClass)
    {
        string[] names = [.. cases.Clusters.Distinct().Order(StringComparer.Ordinal)];
        var places = names.Index().ToDictionary(each => each.Item, each => each.Index);
        int[] timed = [.. Enumerable.Range(0, orders.Count).Where(index => cases.TimeOf(index) is not null && !double.IsNaN(orders[index]))];
        var (right, pairs) = (0.0, 0.0);
        var (rightOf, pairsOf) = (new double[names.Length], new double[names.Length]);
        foreach (var first in timed)
        {
            foreach (var second in timed)
            {
                if ((withinClass && cases.All[first].Class != cases.All[second].Class)
                    || !Outlasts(cases.TimeOf(second)!.Value, cases.TimeOf(first)!.Value))
                {
                    continue;
                }

                var weight = cases.TimeWeights[first] * cases.TimeWeights[second];
                var ordered = weight * (orders[first] < orders[second] ? 1 : orders[first] == orders[second] ? 0.5 : 0);
                (right, pairs) = (right + ordered, pairs + weight);
                var (one, other) = (places[cases.Clusters[first]], places[cases.Clusters[second]]);
                (rightOf[one], pairsOf[one]) = (rightOf[one] + ordered, pairsOf[one] + weight);
                if (other != one)
                {
                    (rightOf[other], pairsOf[other]) = (rightOf[other] + ordered, pairsOf[other] + weight);
                }
            }
        }

        return new(right / pairs, [.. names.Select((_, place) => (right - rightOf[place]) / (pairs - pairsOf[place]))], timed.Length);
    }

    private static bool Outlasts(ObservedDuration longer, ObservedDuration shorter) =>
        shorter.Decided && (longer.Time > shorter.Time || (longer.Time == shorter.Time && !longer.Decided));
}
