using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>What stands if nothing is decided.</summary>
public sealed class StatusQuo : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => "status-quo";

    /// <inheritdoc/>
    public override string Title => "status quo";

    private protected override bool NeedsStatusQuo => true;

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others) => issue.StatusQuo;
}
