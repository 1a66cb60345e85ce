using System.Runtime.CompilerServices;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>Seated rules, tabulated once for each rule and roster: thousands of arms share a few, and a table of ten members has 59,049
/// entries.</summary>
internal static class SeatedRules
{
    private static readonly ConditionalWeakTable<DecisionRule, ConditionalWeakTable<Roster, SeatedRule>> Known = [];

    /// <summary>The rule at the table. It is kept as long as both are in use.</summary>
    /// <param name="rule">A rule in force.</param>
    /// <param name="roster">Who sits at the table.</param>
    public static SeatedRule Of(DecisionRule rule, Roster roster) =>
        Known.GetValue(rule, static _ => []).GetValue(roster, table => new SeatedRule(rule, table));
}
