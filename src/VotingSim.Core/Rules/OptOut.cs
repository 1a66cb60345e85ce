using System.Numerics;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>Up to <paramref name="AtMost"/> objectors stay out instead of blocking; the decision binds the others (ASEAN minus X, ASEAN
/// Charter 2007, Art. 21(2)).</summary>
/// <remarks>
/// With at most that many objectors, <paramref name="Rule"/> is applied to the remaining members alone, its quotas counted over them; with
/// more, to everybody. It stands alone or inside a <see cref="Sequence"/> or <see cref="ByCategory"/>, not inside a combination.
/// </remarks>
/// <param name="AtMost">X. Range: &gt;= 1.</param>
/// <param name="Rule">What the participants need.</param>
public sealed record OptOut(int AtMost, DecisionRule Rule) : DecisionRule
{
    internal override IEnumerable<double> ChangeDays => Rule.ChangeDays;

    internal override IEnumerable<string> Categories => Rule.Categories;

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

    internal override SufficiencyTest InBlocksAt(Roster roster)
    {
        var (test, everybody, all) = (At(roster), Rule.InBlocksAt(roster), Coalition.AllOf(roster.Size));
        return others =>
        {
            // Where the objectors may stay out, every coalition has a table of its own.
            var apart = Block.OfSizeAtLeast(roster.Size - AtMost, others);
            var sufficient = apart == ulong.MaxValue ? 0 : everybody(others) & ~apart;
            for (var left = apart; left != 0; left &= left - 1)
            {
                var supporters = (others | new Coalition((ulong)BitOperations.TrailingZeroCount(left))) & all;
                sufficient |= test(new(supporters, all - supporters), all) ? left & (0 - left) : 0;
            }

            return sufficient;
        };
    }

    internal override bool TreatsAlike(Roster roster, int first, int second) => Rule.TreatsAlike(roster, first, second);
}
