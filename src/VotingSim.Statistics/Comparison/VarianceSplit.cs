namespace VotingSim.Statistics.Comparison;

/// <summary>How much of an output's variance is between draws of the parameters, and how much is luck within a draw.</summary>
/// <param name="Draws">Number of draws of the parameters.</param>
/// <param name="PerDraw">Replications of each.</param>
/// <param name="Between">Variance between draws: what knowing the parameters would take away. Unit: the output's, squared. Range: &gt;= 0.</param>
/// <param name="Within">Variance within a draw: luck. Unit: the output's, squared.</param>
/// <param name="Share">Between as a share of both. Range: 0 to 1.</param>
public sealed record VarianceSplit(int Draws, int PerDraw, double Between, double Within, Estimate Share)
{
    /// <summary>Splits the variance of replications that are grouped in draws of the same size.</summary>
    /// <param name="draws">Output of each replication, draw by draw; two or more of each, as many in all. A draw with an undefined output is left
    /// out.</param>
    /// <returns>Undefined for fewer than two draws, or where nothing varies.</returns>
    /// <remarks>
    /// One-way random effects with a draws of m: MSB and MSW are the mean squares between and within. Between = max(0, (MSB - MSW) / m), within =
    /// MSW, and with F = MSB / MSW the share is (F - 1) / (F + m - 1), not below 0. Interval: the same with F over the 97.5 % and the 2.5 %
    /// quantile of F with a - 1 and a (m - 1) degrees of freedom, exact where draws and luck are normal (Searle 1971, Linear Models, ch. 9; Donner
    /// &amp; Wells 1986, Biometrics 42(2), 401-412, doi:10.2307/2531060); of outputs that are far from normal it is an approximation.
    /// </remarks>
    /// <exception cref="ArgumentException">Draws differ in size or have fewer than two replications.</exception>
    public static VarianceSplit Of(IEnumerable<double[]> draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        var (means, squares, size) = (new Moments(), 0.0, 0);
        foreach (var draw in draws)
        {
            if (draw.Length < 2 || (size > 0 && draw.Length != size))
            {
                throw new ArgumentException($"A draw of {draw.Length} replications; expected two or more, as many in each draw.", nameof(draws));
            }

            size = draw.Length;
            var replications = new Moments();
            replications.Add(draw);
            if (replications.Count == size)
            {
                means.Add([replications.Mean]);
                squares += replications.Variance * (size - 1);
            }
        }

        var count = (int)means.Count;
        if (count < 2)
        {
            return new(count, size, double.NaN, double.NaN, Estimate.Undefined);
        }

        var (between, within) = (size * means.Variance, squares / ((long)count * (size - 1)));
        return new(count, size, Math.Max(0, (between - within) / size), within, ShareOf(between, within, count, size));
    }

    private static Estimate ShareOf(double between, double within, int count, int size)
    {
        if (within == 0)
        {
            return between == 0 ? Estimate.Undefined : new(1, 1, 1);
        }

        var (ratio, first, second) = (between / within, count - 1L, (long)count * (size - 1));
        return new(
            Share(ratio),
            Share(ratio / Distributions.FQuantile(0.975, first, second)),
            Share(ratio / Distributions.FQuantile(0.025, first, second)));

        double Share(double f) => Math.Max(0, (f - 1) / (f + size - 1));
    }
}
