using VotingSim.Configuration.Cases;
using VotingSim.Rules;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>What a proposer likes best among the texts that the rule in force adopts over the status quo.</summary>
/// <remarks>The proposer is the power with a voice in the draft that is called Commission, and where there is none a member by lot. A member supports
/// what is no farther from its position than the status quo, and objects to the rest (Romer &amp; Rosenthal 1978, Public Choice 33(4), 27-43,
/// doi:10.1007/BF03187594).</remarks>
public sealed class AgendaSetter : OutcomeBaseline
{
    private const string Proposer = "Commission";
    private const double Rounding = 1e-9;

    /// <inheritdoc/>
    public override string Name => "agenda-setter";

    /// <inheritdoc/>
    public override string Title => "agenda setter";

    private protected override bool NeedsStatusQuo => true;

    private protected override WeightedSample On(IssuePositions issue, IReadOnlyList<Case> others)
    {
        var rule = issue.Rule();

        // A member accepts what lies between the status quo and its mirror image, so that the best lies at an end of such a stretch if it is not the
        // proposer's own wish.
        double[] ends = [issue.StatusQuo, .. issue.Positions.Select(position => (2 * position) - issue.StatusQuo).Where(text => IsAdopted(text))];
        var setters = issue.Powers.Where(power => power.Name.Contains(Proposer, StringComparison.OrdinalIgnoreCase)).ToArray();
        return WeightedSample.Of([.. setters.Length > 0 ? setters.Select(power => Best(power.Position)) : issue.Positions.Select(Best)]);

        double Best(double wish) => IsAdopted(wish) ? wish
            : ends.OrderBy(text => Math.Abs(text - wish)).ThenBy(text => Math.Abs(text - issue.StatusQuo)).First();

        bool IsAdopted(double text)
        {
            var supporters = Coalition.Empty;
            for (var seat = 0; seat < issue.Positions.Length; seat++)
            {
                var position = issue.Positions[seat];
                if (Math.Abs(text - position) <= Math.Abs(issue.StatusQuo - position) + Rounding)
                {
                    supporters |= Coalition.Of(seat);
                }
            }

            return rule.Suffices(supporters);
        }
    }
}
