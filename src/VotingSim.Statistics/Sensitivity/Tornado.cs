using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>A bar of a tornado table: the output at the low and at the high end of a parameter.</summary>
/// <param name="Parameter">Index of the parameter.</param>
/// <param name="Low">Mean output over the design points at the low end, with Student's t interval where they are a sample.</param>
/// <param name="High">Mean output over the design points at the high end, likewise.</param>
public readonly record struct TornadoBar(int Parameter, Estimate Low, Estimate High)
{
    /// <summary>Output at the high end less that at the low end. Unit: that of the output.</summary>
    public double Swing => High.Value - Low.Value;
}

/// <summary>The range of an output over each parameter, widest first.</summary>
public static class Tornado
{
    /// <summary>The table of a grid: the lowest and the highest level of each parameter, over all combinations of the others.</summary>
    /// <param name="points">Value of each parameter at each design point.</param>
    /// <param name="outputs">Output at each design point.</param>
    public static ImmutableArray<TornadoBar> OfGrid(IReadOnlyList<double[]> points, IReadOnlyList<double> outputs) =>
        Bars(points, outputs, 0, moments => new(moments.Mean, double.NaN, double.NaN));

    /// <summary>The table of a sample: the lowest and the highest fifth of each parameter's sampled range, the others falling as they do.</summary>
    /// <param name="points">Value of each parameter at each design point.</param>
    /// <param name="outputs">Output at each design point.</param>
    /// <remarks>Undefined outputs are passed over. The interval is that of the mean over the design points of the fifth. A parameter whose effect
    /// turns back may have a short bar and still matter.</remarks>
    public static ImmutableArray<TornadoBar> OfSample(IReadOnlyList<double[]> points, IReadOnlyList<double> outputs) =>
        Bars(points, outputs, 0.2, moments => moments.Interval());

    private static ImmutableArray<TornadoBar> Bars(
        IReadOnlyList<double[]> points, IReadOnlyList<double> outputs, double end, Func<Moments, Estimate> estimate)
    {
        DesignCheck.Rows(points, outputs);
        return [.. Enumerable.Range(0, points[0].Length).Select(Bar).OrderByDescending(bar => Math.Abs(bar.Swing)).ThenBy(bar => bar.Parameter)];

        TornadoBar Bar(int parameter)
        {
            var (lowest, highest) = (points.Min(point => point[parameter]), points.Max(point => point[parameter]));
            var width = end * (highest - lowest);
            return new(
                parameter,
                Mean(point => point[parameter] <= lowest + width),
                Mean(point => point[parameter] >= highest - width));
        }

        Estimate Mean(Func<double[], bool> isIncluded)
        {
            var moments = new Moments();
            moments.Add([.. outputs.Where((_, index) => isIncluded(points[index]))]);
            return estimate(moments);
        }
    }
}
