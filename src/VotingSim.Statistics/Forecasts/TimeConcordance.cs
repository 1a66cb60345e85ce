namespace VotingSim.Statistics.Forecasts;

/// <summary>The share of comparable pairs of cases in which the one that was decided first was predicted to be; ties of the prediction count
/// half.</summary>
/// <param name="Value">Harrell's C. Range: 0 to 1; 0.5 is no better than chance. NaN where no pair is comparable.</param>
/// <param name="Pairs">Number of comparable pairs.</param>
/// <remarks>
/// A pair is comparable where one case was decided while the other was still undecided and under observation, or ended its observation at that very
/// time (Harrell, Califf, Pryor, Lee &amp; Rosati 1982, JAMA 247(18), 2543-2546, doi:10.1001/jama.1982.03320430047030). Says how well cases are
/// ordered, not how far apart they are.
/// </remarks>
public readonly record struct TimeConcordance(double Value, long Pairs)
{
    /// <summary>Compares all pairs, or those of the same class.</summary>
    /// <param name="predicted">Predicted time of each case; +infinity for never. A case with NaN is passed over.</param>
    /// <param name="observed">What happened.</param>
    /// <param name="classes">Class of each case, so that only pairs of the same class are compared. Default: all are.</param>
    public static TimeConcordance Of(
        IReadOnlyList<double> predicted, IReadOnlyList<ObservedDuration> observed, IReadOnlyList<string>? classes = null)
    {
        if (predicted.Count != observed.Count || (classes is not null && classes.Count != observed.Count))
        {
            throw new ArgumentException(
                $"{observed.Count} observations have {predicted.Count} predictions and {classes?.Count} classes.", nameof(predicted));
        }

        var (right, pairs) = (0.0, 0L);
        for (var first = 0; first < observed.Count; first++)
        {
            for (var second = 0; second < observed.Count; second++)
            {
                if (Outlasts(observed[second], observed[first]) && (classes is null || classes[first] == classes[second])
                    && !double.IsNaN(predicted[first]) && !double.IsNaN(predicted[second]))
                {
                    pairs++;
                    right += predicted[first] < predicted[second] ? 1 : predicted[first] == predicted[second] ? 0.5 : 0;
                }
            }
        }

        return new(right / pairs, pairs);
    }

    private static bool Outlasts(ObservedDuration longer, ObservedDuration shorter) =>
        shorter.Decided && (longer.Time > shorter.Time || (longer.Time == shorter.Time && !longer.Decided));
}
