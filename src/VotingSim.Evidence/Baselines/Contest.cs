using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>Orders cases by how contested they are: the mean salience times the salience-weighted standard deviation of positions, meaned over
/// issues. It says no days.</summary>
public sealed class Contest : Baseline
{
    /// <inheritdoc/>
    public override string Name => "contest";

    /// <inheritdoc/>
    public override string Title => "contest (order only)";

    /// <inheritdoc/>
    public override Forecast Of(Case one, IReadOnlyList<Case> others)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new() { Order = one.Terms.Crisis.Issues.Select((_, issue) => On(IssuePositions.Of(one, issue))).Average() };
    }

    private static double On(IssuePositions issue)
    {
        var mean = issue.MeanBy(issue.Saliences);
        var (sum, squares) = (issue.Saliences.Sum(), 0.0);
        for (var seat = 0; seat < issue.Positions.Length; seat++)
        {
            squares += issue.Saliences[seat] * (issue.Positions[seat] - mean) * (issue.Positions[seat] - mean);
        }

        return sum > 0 ? issue.Saliences.Average() * Math.Sqrt(squares / sum) : 0;
    }
}
