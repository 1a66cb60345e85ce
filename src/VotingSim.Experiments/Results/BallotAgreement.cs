using System.Collections.Immutable;

namespace VotingSim.Experiments.Results;

/// <summary>How alike the members of an arm cast their last ballots (support, abstention, objection), replication by replication.</summary>
public sealed record BallotAgreement
{
    /// <summary>Share of the replications in which two members cast the same ballot. Shape: n x n, in seat order; symmetric, 1 on the diagonal.</summary>
    public required ImmutableArray<ImmutableArray<double>> Pairs { get; init; }

    /// <summary>Cohen's kappa of two members: their agreement above what their own shares of ballots make likely. Same shape; NaN where both always cast the same one ballot.</summary>
    public required ImmutableArray<ImmutableArray<double>> Kappas { get; init; }

    /// <summary>Fleiss's kappa over all members. NaN where every ballot was the same.</summary>
    public required double FleissKappa { get; init; }

    /// <summary>Krippendorff's alpha (nominal) over all members. NaN where every ballot was the same.</summary>
    public required double KrippendorffAlpha { get; init; }
}
