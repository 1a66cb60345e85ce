using VotingSim.Configuration.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>The median of members' positions; of an even number, the middle between the two in the middle.</summary>
public sealed class MedianMember : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => "median";

    /// <inheritdoc/>
    public override string Title => "median";

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others) =>
        WeightedSample.Of(issue.Positions.AsSpan()).Quantile(0.5);
}
