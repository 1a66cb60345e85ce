using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VotingSim.Statistics;

/// <summary>Count, mean and variance of numbers that come in columns; undefined ones (NaN) are passed over.</summary>
/// <remarks>
/// A column is summed twice, first for its mean and then for the squared deviations from it, in four sums side by side on every machine, and
/// columns are merged by the formulas of Chan, Golub &amp; LeVeque (1983), Am. Stat. 37(3), 242-247, doi:10.1080/00031305.1983.10483115. The result
/// depends on the order and cut of the columns in the last bits only, and not at all where both are the same.
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
    public void Add(ReadOnlySpan<double> values) => Add(values, default);

    /// <summary>Adds the differences of two columns, row by row: values minus baselines, where both are defined.</summary>
    /// <param name="values">A column.</param>
    /// <param name="baselines">Another one of the same length.</param>
    public void AddDifferences(ReadOnlySpan<double> values, ReadOnlySpan<double> baselines)
    {
        if (values.Length != baselines.Length)
        {
            throw new ArgumentException($"{values.Length} values have {baselines.Length} baselines.", nameof(baselines));
        }

        Add(values, baselines);
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
    /// <remarks>mean ± t sqrt(variance / n), n - 1 degrees of freedom (Student 1908, Biometrika 6(1), 1-25). Assumes independent numbers, and many
    /// of them or normal ones.</remarks>
    public Estimate Interval()
    {
        if (Count < 2)
        {
            return new(Mean, double.NaN, double.NaN);
        }

        var half = Distributions.StudentQuantile975(Count - 1) * Math.Sqrt(Variance / Count);
        return new(Mean, Mean - half, Mean + half);
    }

    /// <summary>The probability of a mean as far from 0 as this one, were the expected mean 0: Student's t test, two-sided. NaN where there are
    /// fewer than two numbers.</summary>
    /// <remarks>Numbers that are all the same are no evidence where they are 0, and certain evidence elsewhere: 1 and 0. Assumptions as for
    /// <see cref="Interval"/>.</remarks>
    public double ProbabilityOfZeroMean() => Count < 2 ? double.NaN
        : Variance == 0 ? (Mean == 0 ? 1 : 0)
        : Distributions.StudentTwoSided(Mean / Math.Sqrt(Variance / Count), Count - 1);

    // An empty span of baselines stands for zeros.
    private void Add(ReadOnlySpan<double> values, ReadOnlySpan<double> baselines)
    {
        var (count, sum) = Sum(values, baselines, 0, isSquared: false);
        if (count > 0)
        {
            var mean = sum / count;
            Merge(count, mean, Sum(values, baselines, mean, isSquared: true).Sum);
        }
    }

    // Number of defined differences, and the sum of their deviations from the mean, squared or not.
    private static (long Count, double Sum) Sum(ReadOnlySpan<double> values, ReadOnlySpan<double> baselines, double mean, bool isSquared)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(baselines);
        var (counts, sums, centre) = (Vector256<long>.Zero, Vector256<double>.Zero, Vector256.Create(mean));
        for (var index = 0; index <= left.Length; index++)
        {
            var deviations = (index == left.Length ? Rest(values, baselines) : baselines.IsEmpty ? left[index] : left[index] - right[index]) - centre;
            var defined = Vector256.Equals(deviations, deviations);
            counts -= defined.AsInt64();
            sums += (isSquared ? deviations * deviations : deviations) & defined;
        }

        return (Vector256.Sum(counts), sums[0] + sums[1] + (sums[2] + sums[3]));
    }

    // What is left of a column after the last whole vector; the other lanes are undefined.
    private static Vector256<double> Rest(ReadOnlySpan<double> values, ReadOnlySpan<double> baselines)
    {
        var rest = Vector256.Create(double.NaN);
        var whole = values.Length - (values.Length % Vector256<double>.Count);
        for (var index = whole; index < values.Length; index++)
        {
            rest = rest.WithElement(index - whole, baselines.IsEmpty ? values[index] : values[index] - baselines[index]);
        }

        return rest;
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
