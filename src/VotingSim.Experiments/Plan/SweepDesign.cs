using System.Collections.Immutable;

namespace VotingSim.Experiments.Plan;

/// <summary>Where the design points of a plan come from: what an estimator of sensitivity has to know of them.</summary>
/// <param name="Kind">How the points were made.</param>
/// <param name="Ranges">Range of each swept parameter, in the order of <see cref="ExperimentPlan.Parameters"/>. Empty where the points are
/// listed and not sampled.</param>
public sealed record SweepDesign(SweepKind Kind, ImmutableArray<ParameterRange> Ranges)
{
    /// <summary>No sweep: one point without parameters.</summary>
    public static SweepDesign None { get; } = new(SweepKind.None, []);
}

/// <summary>How design points are made.</summary>
public enum SweepKind
{
    /// <summary>There is no sweep.</summary>
    None,

    /// <summary>Every combination of listed values.</summary>
    Grid,

    /// <summary>Listed values, taken together.</summary>
    Paired,

    /// <summary>A Latin hypercube sample.</summary>
    LatinHypercube,

    /// <summary>The first points of a Sobol sequence.</summary>
    Sobol,

    /// <summary>Saltelli's blocks, for Sobol indices.</summary>
    Saltelli,

    /// <summary>Morris's trajectories, for elementary effects.</summary>
    Morris,
}

/// <summary>The range that a parameter is sampled from. Unit: that of the parameter.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, above the lower.</param>
public readonly record struct ParameterRange(double Low, double High)
{
    /// <summary>The value at a share of the range, 0 to 1.</summary>
    public double ValueAt(double share) => Math.Clamp(Low + (share * (High - Low)), Low, High);

    /// <summary>The share of the range at which a value lies.</summary>
    public double ShareOf(double value) => (value - Low) / (High - Low);
}
