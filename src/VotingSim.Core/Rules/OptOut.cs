using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>Up to <paramref name="AtMost"/> objectors stay out instead of blocking; the decision binds the others (ASEAN minus X, ASEAN Charter 2007, Art. 21(2)).</summary>
/// <remarks>
/// With at most that many objectors, <paramref name="Rule"/> is applied to the remaining members alone, its quotas counted over them; with more, to everybody.
/// It stands alone or inside a <see cref="Sequence"/> or <see cref="ByCategory"/>, not inside a combination.
/// </remarks>
/// <param name="AtMost">X. Range: &gt;= 1.</param>
/// <param name="Rule">What the participants need.</param>
public sealed record OptOut(int AtMost, DecisionRule Rule) : DecisionRule
{
    internal override IEnumerable<double> ChangeDays => Rule.ChangeDays;

    /// <inheritdoc/>
    public override DecisionRule InForce(string category, double day) => this with { Rule = Rule.InForce(category, day) };

    internal override BallotTest At(Roster roster)
    {
        var test = Rule.At(roster);
        return (tally, seated) => tally.Objectors.Count <= AtMost
            ? !tally.Supporters.IsEmpty && test(tally with { Objectors = Coalition.Empty }, seated - tally.Objectors)
            : test(tally, seated);
    }

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated) => tally.Objectors.Count <= AtMost
        ? Rule.Read(roster, tally with { Objectors = Coalition.Empty }, seated - tally.Objectors)
        : Rule.Read(roster, tally, seated);
}
