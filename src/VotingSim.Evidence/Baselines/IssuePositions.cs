using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Crises;
using VotingSim.Rules;

namespace VotingSim.Evidence.Baselines;

/// <summary>Who wants what on one issue of a case: all that baselines of the text read.</summary>
internal sealed record IssuePositions
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>Position of each member, in seat order.</summary>
    public required ImmutableArray<double> Positions { get; init; }

    /// <summary>Salience of each member.</summary>
    public required ImmutableArray<double> Saliences { get; init; }

    /// <summary>What stands if nothing is decided.</summary>
    public required double StatusQuo { get; init; }

    /// <summary>Those without a ballot that have a voice in the draft: position, weight where 1 is an average member's, and
    /// salience, NaN where that is not known.</summary>
    public required ImmutableArray<(string Name, double Position, double Weight, double Salience)> Powers { get; init; }

    /// <summary>The plain mean of members.</summary>
    public double PlainMean => Positions.Average();

    /// <summary>Reads an issue.</summary>
    public static IssuePositions Of(Case one, int issue) => new()
    {
        Case = one,
        Positions = [.. one.Terms.Crisis.Stances.Select(stance => stance.Position[issue])],
        Saliences = [.. one.Terms.Crisis.Stances.Select(stance => stance.Salience[issue])],
        StatusQuo = one.Terms.Crisis.Issues[issue].StatusQuo,
        Powers =
        [
            .. VoicesOf(one).Select(power => (
                power.Name, power.Position[issue], power.DraftWeight, power.Salience.IsEmpty ? double.NaN : power.Salience[issue])),
        ],
    };

    /// <summary>The powers of a case that have a voice in the draft.</summary>
    public static IEnumerable<ExternalPower> VoicesOf(Case one) => one.Terms.Crisis.ExternalPowers.Where(power => power.DraftWeight > 0);

    /// <summary>The mean of members with weights; the plain mean where all are 0.</summary>
    public double MeanBy(IReadOnlyList<double> weights) => Mean(Positions, weights);

    /// <summary>The mean with weights by salience of members and of those powers whose salience is known, a voice of weight 1 each; the plain mean of
    /// members where all are 0.</summary>
    public double MeanOfVoices()
    {
        var heard = Powers.RemoveAll(power => double.IsNaN(power.Salience));
        return Mean([.. Positions, .. heard.Select(power => power.Position)], [.. Saliences, .. heard.Select(power => power.Salience)]);
    }

    /// <summary>The rule in force, at this table.</summary>
    public SeatedRule Rule() =>
        new(Case.Terms.Rule.InForce(Case.Terms.Crisis.Category, Case.Record.Days ?? 0), Case.Terms.Roster, tabulate: false);

    private double Mean(ImmutableArray<double> positions, IReadOnlyList<double> weights) =>
        weights.Sum() is > 0 and var sum ? positions.Zip(weights, (position, weight) => position * weight).Sum() / sum : PlainMean;
}
