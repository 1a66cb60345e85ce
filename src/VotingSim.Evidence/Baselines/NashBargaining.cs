using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>The text that makes the product of members' gains over the status quo greatest.</summary>
/// <remarks>
/// A gain is by how many points the text is nearer to the member than the status quo is, without salience, and at least 1: so a member that gains
/// nothing counts nothing, instead of making every product 0 (Nash 1950, Econometrica 18(2), 155-162, doi:10.2307/1907266, where all must gain). The
/// texts tried are 0, 0.1, ..., 100; of equal products the nearest to the status quo is taken, and the status quo where nobody gains.
/// </remarks>
public sealed class NashBargaining : PointBaseline
{
    private const int Steps = 1000;

    /// <inheritdoc/>
    public override string Name => "nash";

    /// <inheritdoc/>
    public override string Title => "Nash bargaining";

    private protected override bool NeedsStatusQuo => true;

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others)
    {
        var (best, greatest) = (issue.StatusQuo, 1.0);
        for (var step = 0; step <= Steps; step++)
        {
            var text = step * 100.0 / Steps;
            var product = 1.0;
            foreach (var position in issue.Positions)
            {
                product *= Math.Max(1, Math.Abs(issue.StatusQuo - position) - Math.Abs(text - position));
            }

            // What differs by rounding only is equal.
            if (product > greatest * (1 + 1e-12)
                || (product >= greatest * (1 - 1e-12) && Math.Abs(text - issue.StatusQuo) < Math.Abs(best - issue.StatusQuo)))
            {
                (best, greatest) = (text, product);
            }
        }

        return best;
    }
}
