using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>A baseline of the text, issue by issue. One that needs the status quo says nothing of a case where that is not known.</summary>
public abstract class OutcomeBaseline : Baseline
{
    private protected virtual bool NeedsStatusQuo => false;

    /// <inheritdoc/>
    public sealed override Forecast Of(Case one, IReadOnlyList<Case> others)
    {
        ArgumentNullException.ThrowIfNull(one);
        return NeedsStatusQuo && one.StatusQuo.Any(known => known is null) ? new() : new() { Outcome = [.. one.Terms.Crisis.Issues.Select((_, issue) => On(IssuePositions.Of(one, issue), others))] };
    }

    private protected abstract WeightedSample On(IssuePositions issue, IReadOnlyList<Case> others);
}
