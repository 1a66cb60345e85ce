using System.Collections.Immutable;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>How strongly an output answers to steps of one parameter. Unit: that of the output, per whole range of the parameter.</summary>
/// <param name="MeanAbsolute">mu*: mean size of the elementary effects, whichever their sign. 0 where the parameter does nothing.</param>
/// <param name="Mean">mu: mean effect; smaller in size than mu* where effects differ in sign.</param>
/// <param name="StandardDeviation">sigma: spread of the effects; large where they depend on the other parameters or on the place. Undefined for one
/// trajectory.</param>
public readonly record struct ElementaryEffect(Estimate MeanAbsolute, double Mean, double StandardDeviation);

/// <summary>Morris screening: which of many parameters matter at all, from few design points.</summary>
/// <remarks>
/// A trajectory of k + 1 points starts somewhere on a grid of p levels and moves one parameter after another, in random order, by p / (2 (p - 1))
/// of its range. The elementary effect of a parameter is the change of the output over the step. Morris (1991), Technometrics 33(2), 161-174,
/// doi:10.1080/00401706.1991.10484804; mu* of Campolongo, Cariboni &amp; Saltelli (2007), Environ. Model. Softw. 22(10), 1509-1518,
/// doi:10.1016/j.envsoft.2006.10.004. The trajectories are independent random ones, not the most distant of a larger set.
/// </remarks>
public static class MorrisScreening
{
    /// <summary>The design: r (k + 1) points of the unit cube, trajectory after trajectory.</summary>
    /// <param name="trajectories">r. Range: &gt;= 1.</param>
    /// <param name="parameters">k. Range: &gt;= 1.</param>
    /// <param name="levels">p. Range: even, &gt;= 2, so that every level is as likely as the others.</param>
    /// <param name="seed">Seed of the trajectories.</param>
    public static double[][] Design(int trajectories, int parameters, int levels, ulong seed)
    {
        if (levels < 2 || levels % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(levels), levels, "The number of levels is even.");
        }

        var draws = new Resampling(seed, Resampling.TrajectoryDesign);
        var points = new List<double[]>();
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            // Three numbers for each parameter: its lower level, whether it starts there or half the grid above, and its place in the order.
            var lower = Enumerable.Range(0, parameters).Select(parameter => draws.Index(trajectory, 3 * parameter, levels / 2)).ToArray();
            var level = lower.Select((low, parameter) => low + (draws.Index(trajectory, (3 * parameter) + 1, 2) * levels / 2)).ToArray();
            var order = Enumerable.Range(0, parameters).OrderBy(parameter => draws.Uniform(trajectory, (3 * parameter) + 2))
                .ThenBy(parameter => parameter);
            points.Add(Shares(level));
            foreach (var parameter in order)
            {
                level[parameter] = level[parameter] == lower[parameter] ? lower[parameter] + (levels / 2) : lower[parameter];
                points.Add(Shares(level));
            }
        }

        return [.. points];

        double[] Shares(int[] level) => [.. level.Select(index => (double)index / (levels - 1))];
    }

    /// <summary>The elementary effects of every parameter, mu* with a bootstrap interval.</summary>
    /// <param name="points">The design in shares of the parameters' ranges, in the order of <see cref="Design"/>.</param>
    /// <param name="outputs">Output at each point. An undefined one leaves the effects undefined that it takes part in.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <remarks>Interval: middle 95 % of 1,000 resamples of whole trajectories; undefined for one.</remarks>
    public static ImmutableArray<ElementaryEffect> Of(IReadOnlyList<double[]> points, IReadOnlyList<double> outputs, ulong seed)
    {
        DesignCheck.Rows(points, outputs);
        var parameters = points[0].Length;
        DesignCheck.Blocks(points.Count, parameters + 1);
        var trajectories = points.Count / (parameters + 1);
        var effects = Enumerable.Range(0, parameters).Select(_ => new double[trajectories]).ToArray();
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            for (var step = 1; step <= parameters; step++)
            {
                var next = (trajectory * (parameters + 1)) + step;
                var moved = Enumerable.Range(0, parameters).MaxBy(parameter => Math.Abs(points[next][parameter] - points[next - 1][parameter]));
                effects[moved][trajectory] = (outputs[next] - outputs[next - 1]) / (points[next][moved] - points[next - 1][moved]);
            }
        }

        return [.. effects.Select(effect => Of(effect, seed))];
    }

    private static ElementaryEffect Of(double[] effects, ulong seed)
    {
        var moments = new Moments();
        moments.Add(effects);
        var (mean, absolute) = (effects.Average(), effects.Average(Math.Abs));
        if (effects.Length < 2 || double.IsNaN(mean))
        {
            return new(new(absolute, double.NaN, double.NaN), mean, double.NaN);
        }

        var (draws, chosen, resampled) = (new Resampling(seed, Resampling.Trajectories), new int[effects.Length], new double[Resampling.Resamples]);
        for (var resample = 0; resample < resampled.Length; resample++)
        {
            draws.Choose(resample, chosen);
            foreach (var trajectory in chosen)
            {
                resampled[resample] += Math.Abs(effects[trajectory]) / effects.Length;
            }
        }

        return new(Resampling.Interval(absolute, resampled), mean, Math.Sqrt(moments.Variance));
    }
}
