using System.Collections.Immutable;

namespace VotingSim.Statistics.Forecasts;

/// <summary>Importance weights of which the largest are smoothed, and whether they can be relied on.</summary>
/// <remarks>
/// The largest M = min(S / 5, 3 sqrt(S)) of S ratios, less the largest below them, are fitted by a generalized Pareto distribution and replaced by
/// its quantiles at (z - 1/2) / M, none above the largest ratio; k is drawn to 0.5 by as much as ten further ratios would (Vehtari, Simpson, Gelman,
/// Yao &amp; Gabry 2024, J. Mach. Learn. Res. 25(72), 1-58). Assumes that draws are independent.
/// </remarks>
public sealed record ParetoSmoothing
{
    private const int LeastTail = 5;
    private const double PriorShape = 0.5;
    private const double PriorDraws = 10;

    /// <summary>Weight of each draw. They add up to 1.</summary>
    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>k-hat, the shape of the tail: -infinity where the largest ratios are all the same, so that there is no tail; +infinity where there
    /// are too few to fit one, fewer than five of them (21 draws), or where most of them are the same as the largest below.</summary>
    public required double Shape { get; init; }

    /// <summary>As many draws of equal weight would say as much: 1 / Σ w². Too high where <see cref="Shape"/> is.</summary>
    public double EffectiveSize => 1 / Weights.Sum(weight => weight * weight);

    /// <summary>The largest shape at which so many draws can be relied on: min(1 - 1 / log10 S, 0.7).</summary>
    public double LargestShape => Math.Min(1 - (1 / Math.Log10(Weights.Length)), 0.7);

    /// <summary>Whether estimates with these weights can be relied on.</summary>
    public bool IsReliable => Shape < LargestShape;

    /// <summary>Smooths the weights of draws.</summary>
    /// <param name="logRatios">Log of target over proposal density at each draw, up to a constant. Range: finite, or -infinity for a draw that counts
    /// nothing; at least one is finite.</param>
    public static ParetoSmoothing Of(ReadOnlySpan<double> logRatios)
    {
        double[] logs = [.. logRatios];
        var highest = logs.Length == 0 ? double.NegativeInfinity : logs.Max();
        if (!double.IsFinite(highest) || Array.Exists(logs, double.IsNaN))
        {
            throw new ArgumentException("Log ratios are finite or -infinity, and at least one is finite.", nameof(logRatios));
        }

        var ratios = Array.ConvertAll(logs, log => Math.Exp(log - highest));
        int[] order = [.. Enumerable.Range(0, logs.Length).OrderBy(draw => logs[draw])];
        var shape = Smooth(ratios, order);
        var sum = ratios.Sum();
        return new() { Weights = [.. ratios.Select(ratio => ratio / sum)], Shape = shape };
    }

    /// <summary>The log of the weighted mean of exp(x), such as the log density of a case over the draws of a posterior.</summary>
    /// <param name="logs">x at each draw; -infinity for a density of 0.</param>
    public double LogMean(ReadOnlySpan<double> logs)
    {
        var highest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            highest = Math.Max(highest, log);
        }

        var sum = 0.0;
        for (var draw = 0; draw < logs.Length && !double.IsNegativeInfinity(highest); draw++)
        {
            sum += Weights[draw] * Math.Exp(logs[draw] - highest);
        }

        return highest + Math.Log(sum);
    }

    // Replaces the largest ratios, which the order has at its end, and returns their shape. The largest of all is 1.
    private static double Smooth(double[] ratios, int[] order)
    {
        var tail = (int)Math.Ceiling(Math.Min(0.2 * ratios.Length, 3 * Math.Sqrt(ratios.Length)));
        if (tail < LeastTail)
        {
            return double.PositiveInfinity;
        }

        var first = ratios.Length - tail;
        if (ratios[order[first]] == 1)
        {
            return double.NegativeInfinity;
        }

        var cutoff = ratios[order[first - 1]];
        double[] exceedances = [.. order[first..].Select(draw => ratios[draw] - cutoff)];
        var fitted = GeneralizedPareto.Fit(exceedances);
        if (!double.IsFinite(fitted.Shape))
        {
            return double.PositiveInfinity;
        }

        fitted = fitted with { Shape = ((tail * fitted.Shape) + (PriorDraws * PriorShape)) / (tail + PriorDraws) };
        for (var place = 0; place < tail; place++)
        {
            ratios[order[first + place]] = Math.Min(1, cutoff + fitted.Quantile((place + 0.5) / tail));
        }

        return fitted.Shape;
    }
}
