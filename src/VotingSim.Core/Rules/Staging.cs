using System.Collections.Immutable;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>One rule for a time, then another, e.g. consensus with a qualified-majority fallback.</summary>
/// <param name="First">In force for ballots cast on or before <paramref name="UntilDay"/>. The ballots of session r are cast on day F + r L.</param>
/// <param name="UntilDay">Last day of the first rule. Unit: days since the opening.</param>
/// <param name="Then">In force afterwards.</param>
public sealed record Sequence(DecisionRule First, double UntilDay, DecisionRule Then) : DecisionRule
{
    internal override IEnumerable<double> ChangeDays => [.. First.ChangeDays, UntilDay, .. Then.ChangeDays];

    internal override IEnumerable<string> Categories => [.. First.Categories, .. Then.Categories];

    /// <inheritdoc/>
    public override DecisionRule InForce(string category, double day) => (day <= UntilDay ? First : Then).InForce(category, day);

    internal override BallotTest At(Roster roster) =>
        throw new InvalidOperationException("A sequence has no test of its own: ask for the rule in force.");

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated) =>
        throw new InvalidOperationException("A sequence has no test of its own: ask for the rule in force.");

    internal override SufficiencyTest InBlocksAt(Roster roster) =>
        throw new InvalidOperationException("A sequence has no test of its own: ask for the rule in force.");
}

/// <summary>One rule for each kind of matter, e.g. consensus for security and a qualified majority for economics.</summary>
/// <param name="Rules">The rule of each category.</param>
/// <param name="Otherwise">The rule of every category that is not listed.</param>
public sealed record ByCategory(ImmutableSortedDictionary<string, DecisionRule> Rules, DecisionRule Otherwise) : DecisionRule
{
    internal override IEnumerable<string> Categories => [.. Rules.Keys, .. Rules.Values.SelectMany(rule => rule.Categories), .. Otherwise.Categories];

    internal override IEnumerable<double> ChangeDays => [.. Rules.Values.SelectMany(rule => rule.ChangeDays), .. Otherwise.ChangeDays];

    /// <inheritdoc/>
    public override DecisionRule InForce(string category, double day) => Rules.GetValueOrDefault(category, Otherwise).InForce(category, day);

    internal override BallotTest At(Roster roster) =>
        throw new InvalidOperationException("A rule by category has no test of its own: ask for the rule in force.");

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated) =>
        throw new InvalidOperationException("A rule by category has no test of its own: ask for the rule in force.");

    internal override SufficiencyTest InBlocksAt(Roster roster) =>
        throw new InvalidOperationException("A rule by category has no test of its own: ask for the rule in force.");
}

/// <summary>A rule that is in force for a kind of matter and a time.</summary>
/// <param name="Category">The category; null for every category, or for every other one.</param>
/// <param name="AfterDay">Not in force on this day, but afterwards. 0 for a rule in force from the opening. Unit: days since the opening.</param>
/// <param name="UntilDay">Last day; infinite where no other rule follows. Unit: days since the opening.</param>
/// <param name="Rule">The rule, free of kinds that depend on either.</param>
public sealed record RuleStage(string? Category, double AfterDay, double UntilDay, DecisionRule Rule);
