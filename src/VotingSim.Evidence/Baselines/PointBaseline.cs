using VotingSim.Configuration.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>A baseline that says one text and nothing of how sure it is.</summary>
public abstract class PointBaseline : OutcomeBaseline
{
    private protected sealed override WeightedSample On(IssuePositions issue, IReadOnlyList<Case> others) =>
        WeightedSample.Point(PointOn(issue, others));

    private protected abstract double PointOn(IssuePositions issue, IReadOnlyList<Case> others);
}
