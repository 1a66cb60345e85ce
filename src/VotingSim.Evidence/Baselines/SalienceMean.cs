using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>The mean of positions weighted by salience.</summary>
/// <param name="withPowers">Whether those without a ballot that have a voice in the draft are in it, where their salience is known.</param>
public sealed class SalienceMean(bool withPowers) : PointBaseline
{
    /// <inheritdoc/>
    public override string Name => withPowers ? "salience-mean-powers" : "salience-mean";

    /// <inheritdoc/>
    public override string Title => withPowers ? "mean by salience, powers" : "mean by salience";

    /// <inheritdoc/>
    public override bool IsOf(IReadOnlyList<Case> cases) => !withPowers || cases.Any(one => IssuePositions.VoicesOf(one).Any(power => !power.Salience.IsEmpty));

    private protected override double PointOn(IssuePositions issue, IReadOnlyList<Case> others) =>
        withPowers ? issue.MeanOfVoices() : issue.MeanBy(issue.Saliences);
}
