namespace VotingSim.Statistics.Agreement;

/// <summary>The interval of an agreement coefficient from random weights of votes, at a cost that does not grow with their number.</summary>
/// <remarks>
/// The Bayesian bootstrap (Rubin 1981, Ann. Stat. 9(1), 130-134, doi:10.1214/aos/1176345338): every vote has a standard exponential weight instead
/// of the multinomial count of Efron's, to which it is equal to first order. The weights of all votes of one pattern add up to one gamma number.
/// Middle 95 % of 1,000 resamples. Assumes that votes are independent of one another; the members are fixed.
/// </remarks>
internal static class PatternBootstrap
{
    /// <summary>A coefficient with its interval; without limits where there are fewer than two votes.</summary>
    /// <param name="patterns">The votes.</param>
    /// <param name="coefficient">The coefficient of patterns and of the weight of each.</param>
    /// <param name="seed">Seed of the weights; null for no interval.</param>
    public static Estimate Estimate(RatingPattern[] patterns, Func<RatingPattern[], double[], double> coefficient, ulong? seed) =>
        Estimates(patterns, [coefficient], seed)[0];

    /// <summary>Several coefficients of the same votes, each with the interval that it has alone: they share the weights.</summary>
    /// <param name="patterns">The votes.</param>
    /// <param name="coefficients">The coefficients.</param>
    /// <param name="seed">Seed of the weights; null for no interval.</param>
    public static Estimate[] Estimates(RatingPattern[] patterns, Func<RatingPattern[], double[], double>[] coefficients, ulong? seed)
    {
        if (patterns.Length == 0)
        {
            return Array.ConvertAll(coefficients, _ => Statistics.Estimate.Undefined);
        }

        // In an order of their own, so that the same votes have the same interval in whatever order they come.
        Array.Sort(patterns, (one, other) => one.Counts.AsSpan().SequenceCompareTo(other.Counts.AsSpan()));
        var values = Array.ConvertAll(coefficients, of => of(patterns, [.. patterns.Select(pattern => (double)pattern.Votes)]));
        var all = patterns.Sum(pattern => pattern.Votes);
        if (seed is not { } key || all < 2 || Array.TrueForAll(values, double.IsNaN))
        {
            return Array.ConvertAll(values, value => new Estimate(value, double.NaN, double.NaN));
        }

        var (draws, weights) = (new Resampling(key, Resampling.Votes), new double[patterns.Length]);
        var resampled = Array.ConvertAll(values, _ => new double[Resampling.Resamples]);
        for (var resample = 0; resample < Resampling.Resamples; resample++)
        {
            var sum = 0.0;
            for (var index = 0; index < weights.Length; index++)
            {
                weights[index] = draws.Gamma(patterns[index].Votes, resample, index);
                sum += weights[index];
            }

            for (var index = 0; index < weights.Length; index++)
            {
                weights[index] *= all / sum;
            }

            for (var index = 0; index < values.Length; index++)
            {
                resampled[index][resample] = double.IsNaN(values[index]) ? double.NaN : coefficients[index](patterns, weights);
            }
        }

        return [.. values.Select((value, index) => Resampling.Interval(value, resampled[index]))];
    }
}
