namespace VotingSim.Statistics.Agreement;

/// <summary>Agreement of many members beyond chance, whoever is absent.</summary>
public static class KrippendorffAlpha
{
    /// <summary>Krippendorff's alpha for nominal categories, with its bootstrap interval.</summary>
    /// <param name="patterns">The votes. Those with fewer than two ballots have nothing to compare and are passed over.</param>
    /// <param name="seed">Seed of the bootstrap; null for no interval.</param>
    /// <returns>1 where every vote is unanimous and not all are alike, 0 at the level of chance; undefined where all ballots are of one
    /// category.</returns>
    /// <remarks>
    /// alpha = 1 - D_o / D_e; D_o = sum_u (m_u² - sum_c n_uc²) / (m_u - 1) / n, D_e = (n² - sum_c n_c²) / (n (n - 1)), with m_u ballots in vote u,
    /// n_uc of them in category c, and n = sum m_u (Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; Hayes &amp; Krippendorff 2007, Commun.
    /// Methods Meas. 1(1), 77-89, doi:10.1080/19312450709336664). The interval is that of <see cref="PatternBootstrap"/>. Who is absent is taken to
    /// be so for reasons that have nothing to do with the ballot.
    /// </remarks>
    public static Estimate Of(IReadOnlyCollection<RatingPattern> patterns, ulong? seed) =>
        PatternBootstrap.Estimate([.. patterns.Where(pattern => pattern.Members >= 2)], Coefficient, seed);

    /// <summary>The coefficient of patterns and of the weight of each.</summary>
    internal static double Coefficient(RatingPattern[] patterns, double[] votes)
    {
        var (disagreed, totals) = (0.0, new double[patterns[0].Counts.Length]);
        for (var index = 0; index < patterns.Length; index++)
        {
            var (counts, squares, members) = (patterns[index].Counts, 0L, 0L);
            for (var category = 0; category < counts.Length; category++)
            {
                squares += (long)counts[category] * counts[category];
                members += counts[category];
                totals[category] += votes[index] * counts[category];
            }

            disagreed += votes[index] * ((members * members) - squares) / (members - 1);
        }

        var ballots = totals.Sum();
        var byChance = totals.Sum(total => total * (ballots - total)) / (ballots - 1);
        return totals.Count(total => total > 0) < 2 ? double.NaN : 1 - (disagreed / byChance);
    }
}
