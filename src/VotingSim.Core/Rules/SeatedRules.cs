using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>Seated rules, tabulated once for each rule and roster: thousands of arms share a few, and a table of ten members has 59,049
/// entries.</summary>
internal static class SeatedRules
{
    private static readonly ConditionalWeakTable<DecisionRule, ConditionalWeakTable<Roster, Stages>> Known = [];

    /// <summary>A rule at a table, as it is in force at a stage. It is kept as long as rule and roster are in use.</summary>
    /// <param name="rule">The rule, with all its stages and categories.</param>
    /// <param name="roster">Who sits at the table.</param>
    /// <param name="category">What kind of matter is deliberated.</param>
    /// <param name="stage">How many of the rule's changes have come.</param>
    /// <param name="day">A day of that stage, from the opening of the table.</param>
    public static SeatedRule Of(DecisionRule rule, Roster roster, string category, int stage, double day)
    {
        var stages = Known.GetValue(rule, static _ => []).GetValue(roster, static _ => new());
        return stages.Seated.GetOrAdd(
            (category, stage), static (key, at) => new(() => new(at.rule.InForce(key.Category, at.day), at.roster)), (rule, roster, day)).Value;
    }

    private sealed class Stages
    {
        public ConcurrentDictionary<(string Category, int Stage), Lazy<SeatedRule>> Seated { get; } = new();
    }
}
