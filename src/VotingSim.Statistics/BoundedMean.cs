namespace VotingSim.Statistics;

/// <summary>The mean of a measure that lies between two bounds, with an interval that does as well.</summary>
public static class BoundedMean
{
    /// <summary>The mean, with Student's t interval of its logit between the bounds, carried back; the mean itself where all numbers are alike,
    /// and no limits for fewer than two.</summary>
    /// <param name="moments">The numbers.</param>
    /// <param name="low">What none of them is below. Default: 0.</param>
    /// <param name="high">What none of them is above. Default: 1. Where it is infinite, the interval is that of the logarithm.</param>
    /// <remarks>With u = (m - low) / (high - low): logit(u) ± t sqrt(variance / n) / ((high - low) u (1 - u)), the standard error by the delta
    /// method (Oehlert 1992, Am. Stat. 46(1), 27-29, doi:10.1080/00031305.1992.10475842). Where the interval is narrow and far from the bounds, it
    /// is that of the mean.</remarks>
    public static Estimate Of(Moments moments, double low = 0, double high = 1)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var plain = moments.Interval();
        var (above, below) = (plain.Value - low, high - plain.Value);
        if (!(above > 0 && below > 0) || !(plain.HalfWidth > 0))
        {
            return plain.Within(low, high); // all alike, or at a bound but for rounding
        }

        if (double.IsInfinity(high))
        {
            var factor = Math.Exp(plain.HalfWidth / above);
            return new(plain.Value, low + (above / factor), low + (above * factor));
        }

        var (logit, half) = (Math.Log(above / below), plain.HalfWidth * (high - low) / (above * below));
        return new(plain.Value, Between(logit - half), Between(logit + half));

        double Between(double place) => low + ((high - low) / (1 + Math.Exp(-place)));
    }
}
