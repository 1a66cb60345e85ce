using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>The mean of positions weighted by influence times salience: the compromise model (Achen 2006).</summary>
public sealed class CompromiseModel : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => "compromise";

    /// <inheritdoc/>
    public override string Title => "compromise";

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others) => issue.MeanBy(
        [.. issue.Saliences.Zip(issue.Case.Terms.Roster.Members, (salience, member) => salience * member.Influence)]);
}
