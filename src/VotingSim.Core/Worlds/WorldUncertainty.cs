using System.Collections.Immutable;

namespace VotingSim.Worlds;

/// <summary>Which parameters are drawn for every world, and from what. All arms of an experiment share the draws: they belong to the world and not
/// to the rule.</summary>
public sealed record WorldUncertainty
{
    /// <summary>How many consecutive replications share a draw: replication rho belongs to draw floor(rho / per-draw). Range: &gt;= 1; default
    /// 1.</summary>
    public int PerDraw { get; init; } = 1;

    /// <summary>The uncertain parameters, in the order of their columns. Adding one changes no other's draws.</summary>
    public required ImmutableArray<UncertainParameter> Parameters { get; init; }

    /// <summary>Rows of values that were calibrated together; null where every parameter is drawn by itself.</summary>
    public Posterior? Posterior { get; init; }
}
