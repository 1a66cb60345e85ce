namespace VotingSim.Statistics;

/// <summary>Count, mean and variance of numbers that come in columns; undefined ones (NaN) are passed over.</summary>
/// <remarks>
/// A column is summed twice, first for its mean and then for the squared deviations from it, and columns are merged by the formulas of Chan, Golub &amp; LeVeque (1983),
/// Am. Stat. 37(3), 242-247, doi:10.1080/00031305.1983.10483115. The result depends on the order and cut of the columns in the last bits only, and not at all where both are the same.
/// </remarks>
public sealed class Moments
{
    private double _deviations;

    /// <summary>How many numbers were defined.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; NaN where there are none.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>Their sample variance, with n - 1; NaN where there are fewer than two.</summary>
    public double Variance => Count < 2 ? double.NaN : _deviations / (Count - 1);

    /// <summary>Adds a column.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        var (count, sum) = (0L, 0.0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                count++;
                sum += value;
            }
        }

        if (count == 0)
        {
            return;
        }

        var (mean, deviations) = (sum / count, 0.0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                deviations += (value - mean) * (value - mean);
            }
        }

        Merge(count, mean, deviations);
    }

    /// <summary>Adds a number that occurs several times.</summary>
    public void Add(double value, long count)
    {
        if (count > 0 && !double.IsNaN(value))
        {
            Merge(count, value, 0);
        }
    }

    /// <summary>The mean with Student's t interval; undefined limits where there are fewer than two numbers.</summary>
    /// <remarks>mean ± t sqrt(variance / n), n - 1 degrees of freedom (Student 1908, Biometrika 6(1), 1-25). Assumes independent numbers, and many of them or normal ones.</remarks>
    public Estimate Interval()
    {
        if (Count < 2)
        {
            return new(Mean, double.NaN, double.NaN);
        }

        var half = Distributions.StudentQuantile975(Count - 1) * Math.Sqrt(Variance / Count);
        return new(Mean, Mean - half, Mean + half);
    }

    private void Merge(long count, double mean, double deviations)
    {
        if (Count == 0)
        {
            (Count, Mean, _deviations) = (count, mean, deviations);
            return;
        }

        var (total, difference) = ((double)(Count + count), mean - Mean);
        _deviations += deviations + (difference * difference * Count * count / total);
        Mean += difference * count / total;
        Count += count;
    }
}
