using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>Those stand against what is adopted that care most and lie farthest from the plain mean: salience times distance, summed over
/// issues.</summary>
public sealed class SalienceDistance : Baseline
{
    /// <inheritdoc/>
    public override string Name => "salience-distance";

    /// <inheritdoc/>
    public override string Title => "salience x distance";

    /// <inheritdoc/>
    public override Forecast Of(Case one, IReadOnlyList<Case> others)
    {
        ArgumentNullException.ThrowIfNull(one);
        ImmutableArray<IssuePositions> issues = [.. one.Terms.Crisis.Issues.Select((_, issue) => IssuePositions.Of(one, issue))];
        return new()
        {
            Against = [.. one.Terms.Roster.Members.Select((_, seat) =>
                issues.Sum(issue => issue.Saliences[seat] * Math.Abs(issue.Positions[seat] - issue.PlainMean)))],
        };
    }
}
