using System.Collections.Immutable;

namespace VotingSim.Crises;

/// <summary>A state or body that speaks in the consultation, perhaps has a voice in the draft, and has no ballot. It does not change its
/// mind.</summary>
public sealed record ExternalPower
{
    /// <summary>English short name.</summary>
    public required string Name { get; init; }

    /// <summary>z_ek: what it wants on each issue. Unit: issue scale, 0 to 100.</summary>
    public required ImmutableArray<double> Position { get; init; }

    /// <summary>c_e: weight of its voice. Range: &gt; 0; default 1.</summary>
    public double Influence { get; init; } = 1;

    /// <summary>d_e: weight of its voice in the draft, 1 being an average member's. Range: &gt;= 0; 0 means that it only speaks; default 0.</summary>
    public double DraftWeight { get; init; }

    /// <summary>How much each issue matters to it. Unit: salience, 0 to 100. No deliberation depends on it; forecasts that weigh by salience do.
    /// Default: empty, not known.</summary>
    public ImmutableArray<double> Salience { get; init; } = [];

    /// <summary>a_ie: how much each member listens to it, in seat order. Range: &gt;= 0.</summary>
    public required ImmutableArray<double> Affinity { get; init; }
}
