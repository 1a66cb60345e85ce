namespace VotingSim.Statistics.Agreement;

/// <summary>Agreement of two members beyond what their own frequencies of each ballot would give by chance.</summary>
public static class CohenKappa
{
    /// <summary>Cohen's kappa with its large-sample interval.</summary>
    /// <param name="table">Number of votes by category of the first member (rows) and of the second (columns), row after row.</param>
    /// <param name="categories">Number of categories. Range: &gt;= 1.</param>
    /// <returns>1 where the two always agree and vary, 0 where they agree as often as by chance, at least -1; undefined where both always cast one
    /// and the same ballot.</returns>
    /// <remarks>
    /// kappa = (p_o - p_e) / (1 - p_e) with p_o = sum p_ii, p_e = sum p_i. p_.i (Cohen 1960, Educ. Psychol. Meas. 20(1), 37-46,
    /// doi:10.1177/001316446002000104). Interval: kappa ± z s with s² = (sum_ij p_ij (d_ij - (1 - kappa)(p_.i + p_j.))² - (kappa - p_e (1 -
    /// kappa))²) / (n (1 - p_e)²), d_ij = 1 on the diagonal and 0 beside it, cut at -1 and 1 (Fleiss, Cohen &amp; Everitt 1969, Psychol. Bull.
    /// 72(5), 323-327, doi:10.1037/h0028106). Assumes many independent votes; where the two never disagree, s is 0.
    /// </remarks>
    public static Estimate Of(ReadOnlySpan<long> table, int categories)
    {
        if (categories < 1 || table.Length != categories * categories)
        {
            throw new ArgumentException(
                $"A table of {categories} categories has {categories * categories} cells, not {table.Length}.", nameof(table));
        }

        var (total, agreed) = (0L, 0L);
        var (rows, columns) = (new double[categories], new double[categories]);
        for (var i = 0; i < categories; i++)
        {
            for (var j = 0; j < categories; j++)
            {
                var count = table[(i * categories) + j];
                total += count;
                agreed += i == j ? count : 0;
                rows[i] += count;
                columns[j] += count;
            }
        }

        var byChance = 0.0;
        for (var i = 0; i < categories; i++)
        {
            (rows[i], columns[i]) = (rows[i] / total, columns[i] / total);
            byChance += rows[i] * columns[i];
        }

        // One ballot in one category only: the product of shares is then exactly 1.
        if (total == 0 || byChance >= 1)
        {
            return Estimate.Undefined;
        }

        var kappa = agreed == total ? 1 : (((double)agreed / total) - byChance) / (1 - byChance);
        var spread = 0.0;
        for (var i = 0; i < categories; i++)
        {
            for (var j = 0; j < categories; j++)
            {
                var deviation = (i == j ? 1 : 0) - ((1 - kappa) * (columns[i] + rows[j]));
                spread += (double)table[(i * categories) + j] / total * deviation * deviation;
            }
        }

        var bias = kappa - (byChance * (1 - kappa));
        var half = Distributions.NormalQuantile975 * Math.Sqrt(Math.Max(0, spread - (bias * bias)) / total) / (1 - byChance);
        return new(kappa, Math.Max(-1, kappa - half), Math.Min(1, kappa + half));
    }
}
