using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>The mean of members' positions.</summary>
public sealed class PlainMean : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => "plain-mean";

    /// <inheritdoc/>
    public override string Title => "plain mean";

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others) => issue.PlainMean;
}
