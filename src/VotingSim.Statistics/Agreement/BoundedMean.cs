namespace VotingSim.Statistics.Agreement;

/// <summary>The mean of a measure that lies between 0 and 1, with an interval that does as well.</summary>
internal static class BoundedMean
{
    /// <summary>The mean, with Student's t interval of its logit, carried back; the mean itself where all numbers are alike, and no limits for
    /// fewer than two.</summary>
    /// <remarks>logit(m) ± t sqrt(variance / n) / (m (1 - m)), the standard error by the delta method (Oehlert 1992, Am. Stat. 46(1), 27-29,
    /// doi:10.1080/00031305.1992.10475842). Where the interval is narrow and far from the bounds, it is the one of the mean.</remarks>
    public static Estimate Of(Moments moments)
    {
        var plain = moments.Interval();
        var mean = plain.Value;
        if (!(mean > 0 && mean < 1) || !(plain.HalfWidth > 0))
        {
            return plain;
        }

        var (logit, half) = (Math.Log(mean / (1 - mean)), plain.HalfWidth / (mean * (1 - mean)));
        return new(mean, 1 / (1 + Math.Exp(half - logit)), 1 / (1 + Math.Exp(-half - logit)));
    }
}
