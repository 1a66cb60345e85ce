using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>The plain mean, pulled to the status quo by the share that fits the other cases best.</summary>
/// <remarks>The text is q + a (mean - q); a is what makes the sum of absolute errors over the others least, a weighted median of (outcome - q) /
/// (mean - q) with weights |mean - q|, kept within 0 and 1. Without others a = 1.</remarks>
public sealed class PulledMean : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => "pulled-mean";

    /// <inheritdoc/>
    public override string Title => "mean pulled to status quo";

    private protected override bool NeedsStatusQuo => true;

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others) =>
        issue.StatusQuo + (ShareIn(others) * (issue.PlainMean - issue.StatusQuo));

    private static double ShareIn(IReadOnlyList<Case> others)
    {
        (double Ratio, double Weight)[] ratios =
        [
            .. others.Where(other => other.StatusQuo.All(known => known is not null)).SelectMany(other =>
                other.Record.Outcome.Select((outcome, issue) =>
                    (Outcome: outcome, Issue: IssuePositions.Of(other, issue))))
                .Select(each => (Moved: each.Outcome - each.Issue.StatusQuo, Wanted: each.Issue.PlainMean - each.Issue.StatusQuo))
                .Where(each => each.Wanted != 0)
                .Select(each => (each.Moved / each.Wanted, Math.Abs(each.Wanted)))
                .OrderBy(each => each.Item1),
        ];
        var (half, below) = (ratios.Sum(each => each.Weight) / 2, 0.0);
        foreach (var (ratio, weight) in ratios)
        {
            below += weight;
            if (below >= half)
            {
                return Math.Clamp(ratio, 0, 1);
            }
        }

        return 1;
    }
}
