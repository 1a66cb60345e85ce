using System.Collections.Immutable;

namespace VotingSim.Crises;

/// <summary>What one member wants in one crisis.</summary>
public sealed record Stance
{
    /// <summary>X_ik: ideal point on each issue. Unit: issue scale, 0 to 100.</summary>
    public required ImmutableArray<double> Position { get; init; }

    /// <summary>s_ik: how much each issue matters to the member. Unit: 0 (indifferent) to 100 (vital).</summary>
    public required ImmutableArray<double> Salience { get; init; }

    /// <summary>e_i: how hard the crisis hits the member. Range: 0 to 1. Configurations that leave it out get the mean salience / 100.</summary>
    public required double Exposure { get; init; }

    /// <summary>The texts that the member can live with, an interval on each issue; it objects to every text outside. Default:
    /// <see cref="Tolerance.Anything"/> on every issue.</summary>
    public ImmutableArray<Tolerance> RedLines { get; init; } = [];
}

/// <summary>An interval of texts on one issue, ends included. Unit: issue scale, 0 to 100.</summary>
public readonly record struct Tolerance(double Lowest, double Highest)
{
    /// <summary>The whole scale: no red line.</summary>
    public static Tolerance Anything => new(0, 100);
}
