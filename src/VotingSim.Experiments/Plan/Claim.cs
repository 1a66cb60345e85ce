using System.Collections.Immutable;
using VotingSim.Configuration;

namespace VotingSim.Experiments.Plan;

/// <summary>Something that is said of the world, resolved: what of the model is held against it.</summary>
public sealed record Claim
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What is claimed, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>What is claimed, and how the model is asked.</summary>
    public required string Text { get; init; }

    /// <summary>Who claims it.</summary>
    public required string Source { get; init; }

    /// <summary>How it is known what the source says.</summary>
    public required ClaimCertainty Certainty { get; init; }

    /// <summary>Who says otherwise; null where nobody is known to.</summary>
    public required string? Disputed { get; init; }

    /// <summary>What is estimated.</summary>
    public required ClaimQuantity Quantity { get; init; }

    /// <summary>Of a hazard ratio: only decisions after the first and up to the second of these ages. Unit: days from the event.</summary>
    public required (double After, double UpTo) Ages { get; init; }

    /// <summary>The least that the claim says the quantity is; minus infinity where it says none.</summary>
    public required double AtLeast { get; init; }

    /// <summary>The most that the claim says it is; infinity where it says none.</summary>
    public required double AtMost { get; init; }

    /// <summary>What the record says; null where it is silent.</summary>
    public required ClaimObservation? Observed { get; init; }

    /// <summary>What is compared, the baseline first.</summary>
    public required ImmutableArray<ClaimSide> Sides { get; init; }
}
