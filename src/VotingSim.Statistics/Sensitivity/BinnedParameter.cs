namespace VotingSim.Statistics.Sensitivity;

/// <summary>The bin of every point by the value of one parameter.</summary>
internal sealed class BinnedParameter
{
    private readonly byte[] _bins;
    private readonly double[] _sums;
    private readonly int[] _counts;

    private BinnedParameter(byte[] bins, int count)
    {
        (_bins, _sums, _counts) = (bins, new double[count], new int[count]);
    }

    /// <summary>Cuts the values into bins of as many points each; a bin goes on until the value changes.</summary>
    /// <param name="values">The parameter at each point.</param>
    /// <param name="count">Number of bins; fewer where many values are the same. Range: up to 255.</param>
    public static BinnedParameter Of(double[] values, int count)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var (bins, bin, end) = (new byte[values.Length], -1, 0);
        for (var place = 0; place < order.Length; place++)
        {
            if (place >= end && (place == 0 || values[order[place]] != values[order[place - 1]]))
            {
                // The end of the even share in which the bin begins, rounded up, so that the next begins in the next share.
                bin++;
                var next = ((long)place * count / order.Length) + 1;
                end = (int)(((next * order.Length) + count - 1) / count);
            }

            bins[order[place]] = checked((byte)bin);
        }

        return new(bins, bin + 1);
    }

    /// <summary>The share of the variance that lies between the bins, uncorrected. NaN where there is one bin, or no variance.</summary>
    public double Share(ChosenOutputs outputs) => 1 - Within(outputs).Share;

    /// <summary>The share of the variance between the bins without what luck adds to it.</summary>
    public double Corrected(ChosenOutputs outputs)
    {
        var (within, bins) = Within(outputs);
        return 1 - ((outputs.Points.Length - 1.0) / (outputs.Points.Length - bins) * within);
    }

    // Squares within the bins as a share of all, and the number of bins that have a point.
    private (double Share, int Bins) Within(ChosenOutputs outputs)
    {
        Array.Clear(_sums);
        Array.Clear(_counts);
        var (points, values) = (outputs.Points, outputs.Values);
        var (bins, sums, counts) = (_bins, _sums, _counts);
        for (var place = 0; place < points.Length; place++)
        {
            var bin = bins[points[place]];
            sums[bin] += values[place];
            counts[bin]++;
        }

        var (between, used) = (0.0, 0);
        for (var bin = 0; bin < _sums.Length; bin++)
        {
            if (_counts[bin] > 0)
            {
                between += _sums[bin] * _sums[bin] / _counts[bin];
                used++;
            }
        }

        // What rounding leaves of squares is no variance.
        var squares = outputs.Squares;
        var total = squares - (outputs.Sum * outputs.Sum / points.Length);
        return (_sums.Length < 2 || total <= 1e-14 * squares ? double.NaN : (squares - between) / total, used);
    }
}
