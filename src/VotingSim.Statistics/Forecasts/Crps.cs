namespace VotingSim.Statistics.Forecasts;

/// <summary>The continuous ranked probability score: how far a distribution is from what happened, in its unit. 0 is best.</summary>
/// <remarks>
/// ∫ (F(x) - 1{x &gt;= y})² dx, which is E|X - y| - E|X - X'| / 2; a point has its absolute error (Gneiting &amp; Raftery 2007, J. Am. Stat. Assoc.
/// 102(477), 359-378, doi:10.1198/016214506000001437). Exact for the sample, in time proportional to its size.
/// </remarks>
public static class Crps
{
    /// <summary>The score of a distribution where the number is known.</summary>
    /// <param name="sample">What was said.</param>
    /// <param name="observed">What happened. +infinity for what never did; NaN gives NaN.</param>
    /// <param name="end">Where the integral ends: values and observation beyond count as lying there. Default: nowhere, and the score is +infinity
    /// where just one of values and observation is infinite.</param>
    /// <remarks>
    /// With an end it is the threshold-weighted score of weight 1 up to there (Gneiting &amp; Ranjan 2011, J. Bus. Econ. Stat. 29(3), 411-422,
    /// doi:10.1198/jbes.2010.08110). Cases whose observation may end undecided are to have the end of their observation here, decided or not: full
    /// scores of those that decided beside cut ones of those that did not would not be proper (Rindt et al. 2022, AISTATS, PMLR 151, 1190-1205).
    /// </remarks>
    public static double Of(WeightedSample sample, double observed, double end = double.PositiveInfinity)
    {
        if (double.IsNaN(observed))
        {
            return double.NaN;
        }

        var values = sample.Values.AsSpan();
        var y = Cut(observed);
        var score = Area(y, Cut(values[0]), 1) + Area(Cut(values[^1]), y, 1);
        for (var index = 0; index + 1 < values.Length; index++)
        {
            var (from, to, below) = (Cut(values[index]), Cut(values[index + 1]), sample.UpTo(index + 1));
            score += Area(from, Math.Min(y, to), below) + Area(Math.Max(y, from), to, 1 - below);
        }

        return score;

        double Cut(double value) => Math.Min(value, end);
    }

    /// <summary>The score of a distribution where the number is only known to lie above a bound: ∫ F(x)² dx up to the bound.</summary>
    /// <param name="sample">What was said; where beyond the bound its values lie does not matter.</param>
    /// <param name="bound">The bound. NaN gives NaN.</param>
    /// <remarks>The threshold-weighted score of <see cref="Of"/> with its end at the bound (Gneiting &amp; Ranjan 2011; for censored times Avati et
    /// al. 2020, UAI, PMLR 115, 145-155).</remarks>
    public static double Censored(WeightedSample sample, double bound) => Of(sample, bound, bound);

    private static double Area(double from, double to, double height) => to > from && height > 0 ? (to - from) * height * height : 0;
}
