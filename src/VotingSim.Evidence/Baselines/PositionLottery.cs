using VotingSim.Configuration.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>A lottery in which each member's position has one ticket, and each power's with a voice in the draft as many as its draft
/// weight.</summary>
public sealed class PositionLottery : OutcomeBaseline
{
    /// <inheritdoc/>
    public override string Name => "lottery";

    /// <inheritdoc/>
    public override string Title => "lottery over positions";

    private protected override WeightedSample On(IssuePositions issue, IReadOnlyList<Case> others) => WeightedSample.Of(
        [.. issue.Positions, .. issue.Powers.Select(power => power.Position)],
        [.. issue.Positions.Select(_ => 1.0), .. issue.Powers.Select(power => power.Weight)]);
}
