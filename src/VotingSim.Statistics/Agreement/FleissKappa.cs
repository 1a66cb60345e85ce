namespace VotingSim.Statistics.Agreement;

/// <summary>Agreement of many members beyond chance, where all of them cast a ballot.</summary>
public static class FleissKappa
{
    /// <summary>Fleiss' kappa over the votes in which nobody is absent, with its bootstrap interval.</summary>
    /// <param name="patterns">The votes.</param>
    /// <param name="members">Number of members. Range: &gt;= 2.</param>
    /// <param name="seed">Seed of the bootstrap; null for no interval.</param>
    /// <returns>1 where every vote is unanimous and not all are alike, 0 at the level of chance; undefined where there is one category only, or no
    /// complete vote.</returns>
    /// <remarks>
    /// kappa = (P - P_e) / (1 - P_e); P is the mean over votes of (sum_c n_c² - m) / (m (m - 1)), P_e = sum_c p_c² (Fleiss 1971, Psychol. Bull.
    /// 76(5), 378-382, doi:10.1037/h0031619). The standard error of that paper holds where there is no agreement beyond chance, so that it gives a
    /// test and no interval; the interval is that of <see cref="PatternBootstrap"/>.
    /// </remarks>
    public static Estimate Of(IReadOnlyCollection<RatingPattern> patterns, int members, ulong? seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 2);
        return PatternBootstrap.Estimate([.. patterns.Where(pattern => pattern.Members == members)], Coefficient, seed);
    }

    /// <summary>The coefficient of patterns and of the weight of each.</summary>
    internal static double Coefficient(RatingPattern[] patterns, double[] votes)
    {
        var (agreed, all, totals) = (0.0, 0.0, new double[patterns[0].Counts.Length]);
        for (var index = 0; index < patterns.Length; index++)
        {
            var (counts, squares, members) = (patterns[index].Counts, 0L, 0L);
            for (var category = 0; category < counts.Length; category++)
            {
                squares += (long)counts[category] * counts[category];
                members += counts[category];
                totals[category] += votes[index] * counts[category];
            }

            agreed += votes[index] * (squares - members) / (members * (members - 1));
            all += votes[index];
        }

        var ballots = totals.Sum();
        var byChance = totals.Sum(total => total / ballots * (total / ballots));
        return totals.Count(total => total > 0) < 2 ? double.NaN : ((agreed / all) - byChance) / (1 - byChance);
    }
}
