using System.Collections.Immutable;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>Every one of <paramref name="Rules"/> adopts, e.g. 55 % of the members and 65 % of the population (TEU Art. 16(4)).</summary>
public sealed record AllOf(ImmutableArray<DecisionRule> Rules) : DecisionRule
{
    internal override IEnumerable<double> ChangeDays => Rules.SelectMany(rule => rule.ChangeDays);

    internal override IEnumerable<string> Categories => Rules.SelectMany(rule => rule.Categories);

    /// <inheritdoc/>
    public override DecisionRule InForce(string category, double day) => new AllOf([.. Rules.Select(rule => rule.InForce(category, day))]);

    internal override BallotTest At(Roster roster)
    {
        var tests = Rules.Select(rule => rule.At(roster)).ToArray();
        return (tally, seated) => Array.TrueForAll(tests, test => test(tally, seated));
    }

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated)
    {
        ImmutableArray<RuleReading> parts = [.. Rules.Select(rule => rule.Read(roster, tally, seated))];
        return new RuleReading.Combination { NeedsAll = true, Parts = parts, IsMet = parts.All(part => part.IsMet) };
    }

    internal override SufficiencyTest InBlocksAt(Roster roster)
    {
        var tests = Rules.Select(rule => rule.InBlocksAt(roster)).ToArray();
        return others =>
        {
            var sufficient = ulong.MaxValue;
            foreach (var test in tests)
            {
                sufficient &= test(others);
            }

            return sufficient;
        };
    }

    internal override bool TreatsAlike(Roster roster, int first, int second) => Rules.All(rule => rule.TreatsAlike(roster, first, second));

    internal override bool TakesAbstentionForObjection(Roster roster) => Rules.All(rule => rule.TakesAbstentionForObjection(roster));
}

/// <summary>At least one of <paramref name="Rules"/> adopts.</summary>
public sealed record AnyOf(ImmutableArray<DecisionRule> Rules) : DecisionRule
{
    internal override IEnumerable<double> ChangeDays => Rules.SelectMany(rule => rule.ChangeDays);

    internal override IEnumerable<string> Categories => Rules.SelectMany(rule => rule.Categories);

    /// <inheritdoc/>
    public override DecisionRule InForce(string category, double day) => new AnyOf([.. Rules.Select(rule => rule.InForce(category, day))]);

    internal override BallotTest At(Roster roster)
    {
        var tests = Rules.Select(rule => rule.At(roster)).ToArray();
        return (tally, seated) => Array.Exists(tests, test => test(tally, seated));
    }

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated)
    {
        ImmutableArray<RuleReading> parts = [.. Rules.Select(rule => rule.Read(roster, tally, seated))];
        return new RuleReading.Combination { NeedsAll = false, Parts = parts, IsMet = parts.Any(part => part.IsMet) };
    }

    internal override SufficiencyTest InBlocksAt(Roster roster)
    {
        var tests = Rules.Select(rule => rule.InBlocksAt(roster)).ToArray();
        return others =>
        {
            var sufficient = 0UL;
            foreach (var test in tests)
            {
                sufficient |= test(others);
            }

            return sufficient;
        };
    }

    internal override bool TreatsAlike(Roster roster, int first, int second) => Rules.All(rule => rule.TreatsAlike(roster, first, second));

    internal override bool TakesAbstentionForObjection(Roster roster) => Rules.All(rule => rule.TakesAbstentionForObjection(roster));
}

/// <summary><paramref name="Rule"/> adopts and none of the listed members objects; their abstention does not block (practice under UN
/// Charter Art. 27(3)).</summary>
/// <param name="Codes">Codes of the members with a veto; codes of members that are not seated have no effect.</param>
/// <param name="Rule">What it takes otherwise.</param>
public sealed record Veto(ImmutableArray<string> Codes, DecisionRule Rule) : DecisionRule
{
    internal override IEnumerable<double> ChangeDays => Rule.ChangeDays;

    internal override IEnumerable<string> Categories => Rule.Categories;

    /// <inheritdoc/>
    public override DecisionRule InForce(string category, double day) => this with { Rule = Rule.InForce(category, day) };

    internal override BallotTest At(Roster roster)
    {
        var (vetoers, test) = (Vetoers(roster), Rule.At(roster));
        return (tally, seated) => (tally.Objectors & vetoers).IsEmpty && test(tally, seated);
    }

    internal override SufficiencyTest InBlocksAt(Roster roster)
    {
        var (including, test) = (Block.Including(Vetoers(roster)), Rule.InBlocksAt(roster));
        return others => including(others) is not 0 and var agreed ? agreed & test(others) : 0;
    }

    internal override bool TreatsAlike(Roster roster, int first, int second)
    {
        var vetoers = Vetoers(roster);
        return vetoers.Contains(first) == vetoers.Contains(second) && Rule.TreatsAlike(roster, first, second);
    }

    internal override bool TakesAbstentionForObjection(Roster roster) => Vetoers(roster).IsEmpty && Rule.TakesAbstentionForObjection(roster);

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated)
    {
        var (vetoers, rule) = (Vetoers(roster) & seated, Rule.Read(roster, tally, seated));
        var veto = RuleReading.OfMembers(
            "members with a veto that do not use it", (vetoers - tally.Objectors).Count, vetoers.Count, vetoers.Count, tally);
        return new RuleReading.Combination { NeedsAll = true, Parts = [veto, rule], IsMet = veto.IsMet && rule.IsMet };
    }

    private Coalition Vetoers(Roster roster)
    {
        var vetoers = Coalition.Empty;
        for (var seat = 0; seat < roster.Size; seat++)
        {
            if (Codes.Contains(roster.Members[seat].Code, StringComparer.Ordinal))
            {
                vetoers |= Coalition.Of(seat);
            }
        }

        return vetoers;
    }
}
