namespace VotingSim.Statistics.Comparison;

/// <summary>When one rule beats another in speed and cohesion.</summary>
public static class Dominance
{
    /// <summary>Whether the paired differences, one rule minus the other, show that the one dominates the other.</summary>
    /// <param name="days">Difference of the restricted mean days; below 0 the one is faster.</param>
    /// <param name="cohesion">Difference of the mean cohesion; above 0 the one is more cohesive.</param>
    /// <returns>True where it is better in both, or better in one and the same in every replication in the other. Better: the 95 % interval of the
    /// difference excludes 0.</returns>
    /// <remarks>
    /// Pareto dominance, asserted only where the replications show it. Failing to show a difference is not showing that there is none: a rule that
    /// is faster, and in cohesion neither better nor worse as far as can be seen, dominates nothing. Each interval is at 95 % on its own.
    /// </remarks>
    public static bool Holds(Estimate days, Estimate cohesion)
    {
        var (faster, firmer) = (days.High < 0, cohesion.Low > 0);
        return (faster && firmer) || (faster && IsNone(cohesion)) || (firmer && IsNone(days));
    }

    private static bool IsNone(Estimate difference) => difference is { Value: 0, Low: 0, High: 0 };
}
