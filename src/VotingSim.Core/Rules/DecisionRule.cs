using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>What it takes to decide: maps the ballots of a round to adopted or not. Built from parts, so that any institution's rule can be
/// said.</summary>
/// <remarks>
/// A rule is a declaration without members; <see cref="SeatedRule"/> is the same rule at a particular table. The kinds live in one file per family:
/// consent here, <see cref="Criterion"/>, <see cref="AllOf"/> and its kin, <see cref="Sequence"/> and <see cref="ByCategory"/>, <see cref="OptOut"/>.
/// </remarks>
public abstract record DecisionRule
{
    private protected DecisionRule()
    {
    }

    /// <summary>The days on which another rule comes into force, in no order. Empty for a rule that stays the same.</summary>
    internal virtual IEnumerable<double> ChangeDays => [];

    /// <summary>The categories that have a rule of their own, in no order, perhaps repeated. Empty for a rule that is the same for all.</summary>
    internal virtual IEnumerable<string> Categories => [];

    /// <summary>Every rule in force at some time for some matter: by category, those without a rule of their own last, then by day.</summary>
    public IEnumerable<RuleStage> Stages()
    {
        double[] ends = [.. ChangeDays.Distinct().Where(day => day > 0).Order(), double.PositiveInfinity];
        return Categories.Distinct().Order(StringComparer.Ordinal).Append(null).SelectMany(category => ends.Select((until, index) =>
            new RuleStage(category, index == 0 ? 0 : ends[index - 1], until, InForce(category ?? "", until))));
    }

    /// <summary>The rule that a matter of <paramref name="category"/> is decided by on <paramref name="day"/>, free of kinds that depend on
    /// either.</summary>
    public virtual DecisionRule InForce(string category, double day) => this;

    /// <summary>The test of a tally at the table of <paramref name="roster"/>.</summary>
    internal abstract BallotTest At(Roster roster);

    /// <summary>The same test part by part, for people.</summary>
    internal abstract RuleReading Read(Roster roster, Tally tally, Coalition seated);

    /// <summary>The same answers as <see cref="At"/> for ballots without abstention, 64 coalitions at a time. What it says of coalitions
    /// with seats that the roster does not have means nothing.</summary>
    internal abstract SufficiencyTest InBlocksAt(Roster roster);

    /// <summary>Whether exchanging the ballots of two seats never changes the answer. Never wrongly true.</summary>
    internal virtual bool TreatsAlike(Roster roster, int first, int second) => true;

    /// <summary>Whether it makes no difference whether a member abstains or objects. Never wrongly true.</summary>
    internal virtual bool TakesAbstentionForObjection(Roster roster) => false;
}

/// <summary>Whether a tally adopts, when the members of <paramref name="seated"/> take part. Supporters and objectors are disjoint subsets
/// of it.</summary>
internal delegate bool BallotTest(Tally tally, Coalition seated);

/// <summary>Nobody objects and somebody supports; silence is consent (ASEAN Charter 2007, Art. 20).</summary>
public sealed record Consensus : DecisionRule
{
    internal override BallotTest At(Roster roster) => static (tally, _) => tally.Objectors.IsEmpty && !tally.Supporters.IsEmpty;

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated) =>
        RuleReading.OfMembers("members without objection", (seated - tally.Objectors).Count, seated.Count, seated.Count, tally);

    internal override SufficiencyTest InBlocksAt(Roster roster) => Block.Including(Coalition.AllOf(roster.Size));
}

/// <summary>Everybody supports; an abstention blocks.</summary>
public sealed record Unanimity : DecisionRule
{
    internal override BallotTest At(Roster roster) => static (tally, seated) => tally.Supporters == seated && !seated.IsEmpty;

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated) =>
        RuleReading.OfMembers("members in support", tally.Supporters.Count, seated.Count, seated.Count, tally);

    internal override SufficiencyTest InBlocksAt(Roster roster) => Block.Including(Coalition.AllOf(roster.Size));

    internal override bool TakesAbstentionForObjection(Roster roster) => true;
}

/// <summary>At most <paramref name="Objectors"/> members object and somebody supports.</summary>
/// <param name="Objectors">How many objections do not block. Range: &gt;= 0; 0 is <see cref="Consensus"/>.</param>
public sealed record ConsensusMinus(int Objectors) : DecisionRule
{
    internal override BallotTest At(Roster roster) => (tally, _) => tally.Objectors.Count <= Objectors && !tally.Supporters.IsEmpty;

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated) =>
        RuleReading.OfMembers(
            "members without objection", (seated - tally.Objectors).Count, Math.Max(0, seated.Count - Objectors), seated.Count, tally);

    internal override SufficiencyTest InBlocksAt(Roster roster)
    {
        var needed = roster.Size - Math.Min(Objectors, roster.Size);
        return others => Block.OfSizeAtLeast(needed, others) & Block.NotEmpty(others);
    }
}
