using VotingSim.Configuration.Cases;
using VotingSim.Rules;

namespace VotingSim.Evidence.Baselines;

/// <summary>What the last member wants whose assent the rule needs, from the most willing on: the k-th most reluctant.</summary>
/// <remarks>Willing is who wants to move far from the status quo on the side where the plain mean lies. Members are taken in that order until they
/// adopt against the objection of the rest; the text is the position of the last of them, and the status quo where that lies on its other
/// side.</remarks>
public sealed class MostReluctant : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => "most-reluctant";

    /// <inheritdoc/>
    public override string Title => "k-th most reluctant";

    private protected override bool NeedsStatusQuo => true;

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others)
    {
        var (side, rule, supporters) = (Math.Sign(issue.PlainMean - issue.StatusQuo), issue.Rule(), Coalition.Empty);
        foreach (var seat in Enumerable.Range(0, issue.Positions.Length).OrderByDescending(seat => side * issue.Positions[seat]))
        {
            supporters |= Coalition.Of(seat);
            if (rule.Suffices(supporters))
            {
                return side * (issue.Positions[seat] - issue.StatusQuo) > 0 ? issue.Positions[seat] : issue.StatusQuo;
            }
        }

        return issue.StatusQuo;
    }
}
