using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Evidence.Claims;

/// <summary>What the model says of a claim.</summary>
public sealed record ClaimFinding
{
    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Number of worlds in which every side was deliberated.</summary>
    public required int Worlds { get; init; }

    /// <summary>The quantity over all worlds together. The interval is that of the bootstrap over worlds: what finitely many worlds leave
    /// open.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The quantity without each mechanism that is on, in the order of <see cref="MechanismSwitch.All"/>.</summary>
    public required ImmutableArray<SwitchedOff> Switches { get; init; }

    /// <summary>The one that changes the estimate most; null where none is shown to change it.</summary>
    public required SwitchedOff? HangsOn { get; init; }

    /// <summary>What the model says.</summary>
    public ClaimReading Reading => ReadingOf(Claim, Estimate);

    /// <summary>Whether the record agrees.</summary>
    public ClaimVerdict Verdict => Claim.Disputed is not null ? ClaimVerdict.Disputed
        : Claim.Observed is null ? ClaimVerdict.Silent
        : Reading switch
        {
            ClaimReading.AsClaimed => ClaimVerdict.Agrees,
            ClaimReading.Otherwise => ClaimVerdict.Disagrees,
            _ => ClaimVerdict.NotShown,
        };

    /// <summary>Whether a quantity is compared by quotients.</summary>
    internal static bool IsRatio(ClaimQuantity quantity) => quantity is ClaimQuantity.HazardRatio or ClaimQuantity.MedianRatio;

    /// <summary>What an estimate says of a claim. A limit on one side has to be cleared by the whole interval; of two limits it is enough that the
    /// estimate lies within them, for they are themselves an interval.</summary>
    internal static ClaimReading ReadingOf(Claim claim, Estimate estimate)
    {
        if (double.IsNaN(estimate.Value) || double.IsNaN(estimate.Low) || double.IsNaN(estimate.High))
        {
            return ClaimReading.Undefined;
        }

        var (low, high) = (claim.AtLeast, claim.AtMost);
        var isOutside = estimate.High < low || estimate.Low > high;
        var isInside = double.IsInfinity(low) ? estimate.High < high
            : double.IsInfinity(high) ? estimate.Low > low
            : estimate.Value >= low && estimate.Value <= high;
        return isInside ? ClaimReading.AsClaimed : isOutside ? ClaimReading.Otherwise : ClaimReading.NotShown;
    }
}
