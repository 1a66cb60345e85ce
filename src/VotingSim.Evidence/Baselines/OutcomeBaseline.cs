using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>A baseline of the text, issue by issue.</summary>
public abstract class OutcomeBaseline : Baseline
{
    /// <inheritdoc/>
    public sealed override Forecast Of(Case one, IReadOnlyList<Case> others)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new() { Outcome = [.. one.Terms.Crisis.Issues.Select((_, issue) => On(IssuePositions.Of(one, issue), others))] };
    }

    private protected abstract WeightedSample On(IssuePositions issue, IReadOnlyList<Case> others);
}
