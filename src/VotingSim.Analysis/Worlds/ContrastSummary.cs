using VotingSim.Statistics;

namespace VotingSim.Analysis.Worlds;

/// <summary>What a run says of a contrast, pooled over its pairs of arms: every world of every pair counts alike.</summary>
public sealed record ContrastSummary
{
    /// <summary>The contrast.</summary>
    public required Contrast Contrast { get; init; }

    /// <summary>The differences over worlds.</summary>
    public required WorldComparison Worlds { get; init; }

    /// <summary>Share of the rule's decisions that nobody objected to; undefined where it decided nothing.</summary>
    public required Estimate ConsentShare { get; init; }

    /// <summary>What the difference in days hangs on; null where no parameter varies.</summary>
    public required WorldDrivers? Drivers { get; init; }
}
