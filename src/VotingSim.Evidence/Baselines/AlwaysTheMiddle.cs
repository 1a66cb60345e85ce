using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>The middle of the scale, whatever anybody wants.</summary>
public sealed class AlwaysTheMiddle : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => "middle";

    /// <inheritdoc/>
    public override string Title => "always 50";

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others) => 50;
}
